import { person } from '../../../../db/model/ledgers/person.ts';
import { ledgerById } from '../../../../db/model/registry.ts';
import { readToken } from '../../../../db/model/forms/form-token.ts';
import type { FormKind } from '../../../../db/model/forms/form-mapping.ts';
import { FormNames } from '../../../../db/exchange/forms/form-names.ts';
import {
  emptyValue,
  type FormRow,
  type FormSource,
  type FormValue,
} from '../../../../db/exchange/forms/form-source.ts';

/** Names of a form of people. */
export const namesOf = (kind: FormKind): FormNames =>
  new FormNames({ ledger: person, kind, byId: ledgerById, hasFigure: (name) => name === '总户数' });

/** A source of given people instead of a store: what filling does with values, whatever they are. */
export function fixedSource(
  kind: FormKind,
  people: readonly Readonly<Record<string, Partial<FormValue> | string>>[],
): FormSource {
  const names = namesOf(kind);
  const rows = people.map((_, i): FormRow => ({ ledger: person, id: String(i), number: i + 1 }));
  const general: Readonly<Record<string, FormValue>> = {
    填报单位: { text: '虎门镇', number: null, day: null },
    填表人: { text: '操作员', number: null, day: null },
    当前日期: { text: '2026年11月26日', number: null, day: '2026-11-26' },
  };
  const value = (inner: string, around: readonly FormRow[]): FormValue => {
    const [row] = around;
    if (inner === '序号') return { text: String(row?.number), number: row?.number ?? null, day: null };
    const given = general[inner] ?? people[Number(row?.id ?? (kind === 'record' ? 0 : -1))]?.[inner] ?? '';
    return typeof given === 'string' ? { ...emptyValue, text: given } : { ...emptyValue, ...given };
  };
  return {
    value,
    holds: (inner, around) => {
      const token = readToken(inner);
      if (token.kind !== 'if') return false;
      const text = value(token.test.path, around).text;
      return (token.test.text === null ? text !== '' : text === token.test.text) !== token.test.isNot;
    },
    repeated: () => rows,
    needsRow: (inner) => names.needsRow(inner),
  };
}
