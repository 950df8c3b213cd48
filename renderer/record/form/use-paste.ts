import type { ClipboardEvent } from 'react';
import { App } from 'antd';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import type { Names } from '../../../db/model/field-kind.ts';
import { ask } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import { useNames, widgetOf, type TypedProblem } from '../../widgets/index.ts';
import type { FormValues } from '../definition.ts';
import { focusedField } from './form-keys.ts';
import type { FormAction, FormState } from './form-state.ts';
import { readPastedRow, type PastedCells } from './pasted-row.ts';
import { shownSections } from './skip-logic.ts';

interface Taken {
  values: Record<string, FormValues[string]>;
  texts: Record<string, string>;
  problems: Record<string, TypedProblem>;
}

/** Pasting a row copied from a sheet fills the form; what cannot be read is named under its field. */
export function usePaste(ledger: AnyLedger, state: FormState, dispatch: (action: FormAction) => void) {
  const { t } = useText();
  const { message } = App.useApp();
  const names = useNames();
  return (event: ClipboardEvent): void => {
    const fields = shownSections(ledger, state.values)
      .flatMap((section) => section.fields)
      .filter(({ field }) => widgetOf(field.kind).paste !== 'none');
    const cells = readPastedRow(
      event.clipboardData.getData('text/plain'),
      fields,
      focusedField(event.target),
    );
    if (cells === null) return;
    event.preventDefault();
    void readCells(ledger, cells, names).then((taken) => {
      dispatch({ do: 'take', ...taken });
      const bad = Object.keys(taken.problems).length;
      const count = Object.keys(taken.values).length;
      message.info(t(bad === 0 ? 'record.pasted' : 'record.pastedPartly', { count, bad }));
    });
  };
}

async function readCells(ledger: AnyLedger, cells: PastedCells, names: Names): Promise<Taken> {
  const taken: Taken = { values: {}, texts: {}, problems: {} };
  for (const [name, cell] of cells) {
    const field = ledger.fields[name];
    if (field === undefined) continue;
    if (widgetOf(field.kind).paste === 'lookup') {
      const found = await lookUp(field.target ?? '', cell);
      if (found === null) taken.problems[name] = notFound(cell, ledger.label[names.language]);
      else {
        taken.values[name] = found.id;
        taken.texts[name] = found.title;
      }
      continue;
    }
    const reading = field.fromText(cell, names);
    if (reading.ok) taken.values[name] = reading.value;
    else taken.problems[name] = { unreadable: reading, text: cell, live: true };
  }
  return taken;
}

/** The one record a text means: the only hit, or the only one with exactly this title. */
async function lookUp(
  ledger: string,
  text: string,
): Promise<{ readonly id: string; readonly title: string } | null> {
  const reply = await ask('record.options', { ledger, text, limit: 10 });
  if (!reply.ok) return null;
  const exact = reply.value.filter((option) => option.title === text);
  const hits = exact.length > 0 ? exact : reply.value;
  return hits.length === 1 ? (hits[0] ?? null) : null;
}

const notFound = (value: string, ledger: string): TypedProblem => ({
  unreadable: { ok: false, code: 'link-none', args: { ledger, value } },
  text: value,
  live: true,
});
