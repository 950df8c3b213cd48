import { ledgerOf } from '../../../model/registry.ts';
import { documentData } from '../statutory/document-data.ts';
import { documentKinds, type DocumentKind, type StatutoryInput } from '../statutory/statutory-document.ts';
import { dossierItems, dossierOf } from './dossier-document.ts';

/** Id of the whole file of a case in the choice of a record; no document of a ledger has it. */
const DOSSIER = 'dossier';

/** What a record can be printed as beside its card: its statutory documents, then the whole file of a case. */
export function printKinds(input: StatutoryInput): readonly DocumentKind[] {
  const { store, caller, now, ledger, id } = input;
  const dossier = dossierOf(ledger);
  const data =
    dossier === undefined ? null : documentData({ store, caller, now: now() }, ledgerOf(ledger), id);
  const kinds = documentKinds(input);
  if (dossier === undefined || data === null) return kinds;
  const missing = dossierItems(dossier, data).flatMap(({ label, state }) =>
    state === 'missing' ? [label] : [],
  );
  const { label, source } = dossier;
  return [
    ...kinds,
    {
      id: DOSSIER,
      label: label[caller.language],
      source,
      kind: 'dossier',
      isReady: missing.length === 0,
      hasWorkbook: false,
      missing,
    },
  ];
}
