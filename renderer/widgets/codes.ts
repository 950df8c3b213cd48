import { useMemo } from 'react';
import type { Names } from '../../db/model/field-kind.ts';
import type { Language } from '../../db/model/localized.ts';
import type { Output } from '../../electron/contract/calls.ts';
import { useAsk } from '../data/index.ts';
import { useText } from '../text/index.ts';

/** A code table with its items. */
export type CodeTable = Output<'code.list'>[number];
/** One item of a code table. */
export type CodeItem = CodeTable['items'][number];

const noTables: readonly CodeTable[] = [];

/** Items of a code table in their order; empty while they are being loaded. */
export function useCodeItems(table: string | undefined): readonly CodeItem[] {
  const tables = useAsk('code.list', {}).value ?? noTables;
  return tables.find((t) => t.id === table)?.items ?? [];
}

/** Names for the pure field kinds. Linked records are unknown here: their titles come with the record. */
export function useNames(): Names {
  const tables = useAsk('code.list', {}).value ?? noTables;
  const { language } = useText();
  return useMemo(() => namesOf(tables, language), [tables, language]);
}

/** Name of an item in a language; English falls back to Chinese. */
const itemName = (item: CodeItem, language: Language): string =>
  language === 'en' ? (item.name_en ?? item.name) : item.name;

/** Names over loaded code tables; links are unknown. */
export function namesOf(tables: readonly CodeTable[], language: Language): Names {
  const itemsOf = (table: string) => tables.find((t) => t.id === table)?.items ?? [];
  return {
    language,
    codeName: (table, code) => {
      const item = itemsOf(table).find((i) => i.code === code);
      return item === undefined ? null : itemName(item, language);
    },
    codeOf: (table, text) =>
      itemsOf(table).find((i) => i.code === text || i.name === text || i.name_en === text)?.code ?? null,
    linkTitle: () => null,
    linkOf: () => 'none',
  };
}
