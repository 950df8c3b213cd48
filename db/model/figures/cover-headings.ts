import { ledgerById } from '../registry.ts';
import { words, type Localized } from '../localized.ts';
import { proposed } from './define-rate.ts';
import { indicatorsOf } from './indicators.ts';

/** A rate of a ledger that is part of one over several. */
interface CoverTerm {
  readonly ledger: string;
  /** Id of a defined rate. */
  readonly rate: string;
}

/** A heading of the cover with the one figure that says how far it is reached. */
export interface CoverHeading {
  readonly label: Localized;
  /** What the figure is called. */
  readonly rate: Localized;
  /** The sentence printed beside it. */
  readonly definition: Localized;
  /** Numerators over denominators of these, added up: every record weighs the same. */
  readonly terms: readonly CoverTerm[];
}

/**
 * 四个到位: the headings of the cover (domain.md §1.7 row 89), named beside the elements 人、地、物、事、组织 of a grid. No
 * source gives their figures; these are the town's rates of the groups below each heading, taken together.
 */
export const coverHeadings = checked({
  information: {
    label: words('信息掌握到位', 'Known'),
    rate: words('信息掌握到位率', 'Share known'),
    definition: proposed(
      '信息掌握到位率＝已落格的人口、楼栋、设施、单位和本月上报的问题隐患÷在册和本月上报的全部',
      'Residents, buildings, facilities, units and issues of the month that lie in a grid out of all of them',
    ),
    terms: ['person', 'building', 'facility', 'unit', 'issue'].map((ledger) => ({ ledger, rate: 'in_grid' })),
  },
  disputes: {
    label: words('矛盾化解到位', 'Settled'),
    rate: words('矛盾化解到位率', 'Share settled'),
    definition: proposed(
      '矛盾化解到位率＝化解成功的纠纷和达成协议的调解案件÷排查登记的纠纷和受理的调解案件',
      'Disputes resolved and mediations with an agreement out of disputes found and cases accepted',
    ),
    terms: [
      { ledger: 'dispute', rate: 'resolved' },
      { ledger: 'mediation_case', rate: 'success' },
    ],
  },
  order: {
    label: words('治安防控到位', 'Kept safe'),
    rate: words('治安防控到位率', 'Share kept safe'),
    definition: proposed(
      '治安防控到位率＝已结案的问题隐患和已消除的整改通知书÷已受理的问题隐患和下发的通知书',
      'Issues closed and notices cleared out of issues accepted and notices issued',
    ),
    terms: [
      { ledger: 'issue', rate: 'closing' },
      { ledger: 'rectification', rate: 'cleared' },
    ],
  },
  service: {
    label: words('便民服务到位', 'Served'),
    rate: words('便民服务到位率', 'Share served'),
    definition: proposed(
      '便民服务到位率＝已答复反馈的群众意见和已办结的公共法律服务÷收集的意见和登记的服务',
      'Opinions answered and legal services settled out of opinions collected and services registered',
    ),
    terms: [
      { ledger: 'liaison_opinion', rate: 'closing' },
      { ledger: 'legal_service', rate: 'settled' },
    ],
  },
});

/** @throws at start-up with heading and term named. Figures of all may be told to everybody, so no ledger is sensitive. */
function checked<H extends Readonly<Record<string, CoverHeading>>>(headings: H): H {
  for (const [id, { terms }] of Object.entries(headings)) {
    for (const term of terms) {
      const name = `cover heading ${id}, ${term.ledger} ${term.rate}`;
      const ledger = ledgerById.get(term.ledger);
      if (ledger === undefined || ledger.sensitive) throw new Error(`${name}: no ledger all may see`);
      const rate = indicatorsOf(ledger).find((one) => one.id === term.rate);
      if (rate?.kind !== 'rate') throw new Error(`${name}: no such rate`);
    }
  }
  return headings;
}
