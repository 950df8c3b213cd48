import { useState } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import { ask } from '../../data/index.ts';
import { firstMapping, mappingKey, readRemembered } from './column-mapping.ts';
import type { ChosenFile, Sheet } from './stage.ts';

interface Wanted {
  readonly ledger: AnyLedger;
  readonly file: ChosenFile;
  readonly sheet?: string;
}

/** Reads the head of a sheet and matches its columns, as last time where the same headers were seen before. */
export function useInspect(onSheet: (sheet: Sheet) => void) {
  const [reading, setReading] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const inspect = async ({ ledger, file, sheet }: Wanted) => {
    setReading(file.name);
    setFailure(null);
    const choice = sheet === undefined ? {} : { sheet };
    const reply = await ask('import.inspect', { ledger: ledger.id, file: file.token, ...choice });
    setReading(null);
    if (!reply.ok) {
      setFailure(reply.failure);
      return;
    }
    const inspected = reply.value;
    const kept = await ask('preference.get', { key: mappingKey(ledger.id, inspected.columns) });
    const remembered = kept.ok ? readRemembered(kept.value.value, ledger) : {};
    const isRemembered = Object.keys(remembered).length > 0;
    onSheet({ ledger, file, inspected, mapping: firstMapping(inspected.columns, remembered), isRemembered });
  };
  return { inspect: (wanted: Wanted) => void inspect(wanted), failure, reading };
}
