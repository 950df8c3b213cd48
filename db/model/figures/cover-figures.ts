import { codeTableById } from '../codes/code-tables.ts';
import { ledgerById } from '../registry.ts';
import { indicatorsOf } from './indicators.ts';

/** A rate of a ledger that is part of one over several. */
export interface CoverTerm {
  readonly ledger: string;
  /** Id of a defined rate. */
  readonly rate: string;
}

/** Rates that may count under a heading of the cover, by their code in table `cover_figure`. */
export const coverFigures: Readonly<Record<string, CoverTerm>> = checked({
  '0101': { ledger: 'person', rate: 'in_grid' },
  '0102': { ledger: 'building', rate: 'in_grid' },
  '0103': { ledger: 'facility', rate: 'in_grid' },
  '0104': { ledger: 'unit', rate: 'in_grid' },
  '0105': { ledger: 'issue', rate: 'in_grid' },
  '0106': { ledger: 'grid', rate: 'staffed' },
  '0201': { ledger: 'dispute', rate: 'resolved' },
  '0202': { ledger: 'mediation_case', rate: 'success' },
  '0203': { ledger: 'mediation_case', rate: 'performed' },
  '0301': { ledger: 'issue', rate: 'closing' },
  '0302': { ledger: 'issue', rate: 'closing_in_time' },
  '0303': { ledger: 'rectification', rate: 'cleared' },
  '0304': { ledger: 'rectification', rate: 'cleared_in_time' },
  '0401': { ledger: 'liaison_opinion', rate: 'closing' },
  '0402': { ledger: 'liaison_opinion', rate: 'closing_in_time' },
  '0403': { ledger: 'legal_service', rate: 'settled' },
  '0404': { ledger: 'issue', rate: 'satisfied' },
  '0405': { ledger: 'liaison_opinion', rate: 'satisfied' },
});

/** @throws at start-up with the code named. Figures of all may be told to everybody, so no ledger is sensitive. */
function checked(figures: Readonly<Record<string, CoverTerm>>): Readonly<Record<string, CoverTerm>> {
  const named = codeTableById.get('cover_figure')?.items.map(({ code }) => code) ?? [];
  const unnamed = Object.keys(figures).find((code) => !named.includes(code));
  if (unnamed !== undefined) throw new Error(`figure of the cover ${unnamed}: not in its table`);
  for (const code of named) {
    const { ledger: id = '', rate: rateId = '' } = figures[code] ?? {};
    const ledger = ledgerById.get(id);
    if (ledger === undefined || ledger.sensitive)
      throw new Error(`figure of the cover ${code}: no ledger all may see`);
    const rate = indicatorsOf(ledger).find((one) => one.id === rateId);
    if (rate?.kind !== 'rate') throw new Error(`figure of the cover ${code}: no such rate`);
  }
  return figures;
}
