import { codeTableById } from '../codes/code-tables.ts';
import type { Values } from '../field-kind.ts';
import { words, type Language, type Localized } from '../localized.ts';
import { coverFigures, type CoverTerm } from './cover-figures.ts';
import { proposed } from './define-rate.ts';

/** A heading of the cover with the one figure that says how far it is reached. */
export interface CoverHeading {
  /** In table `cover_heading`. */
  readonly code: string;
  readonly label: Localized;
  /** What the figure is called. */
  readonly rate: Localized;
  /** The sentence printed beside it. */
  readonly definition: Localized;
  /** Codes of `cover_figure`: numerators over denominators of these, added up; every record weighs the same. */
  readonly figures: readonly string[];
}

/**
 * 四个到位: the headings of the cover (domain.md §1.7 row 89), named beside the elements 人、地、物、事、组织 of a grid. No
 * source gives their figures; these are the town's rates of the groups below each heading, taken together. A town that counts
 * otherwise says so in `cover_rule`.
 */
export const coverHeadings = {
  information: {
    code: '01',
    label: words('信息掌握到位', 'Known'),
    rate: words('信息掌握到位率', 'Share known'),
    definition: proposed(
      '信息掌握到位率＝已落格的人口、楼栋、设施、单位和本月上报的问题隐患÷在册和本月上报的全部',
      'Residents, buildings, facilities, units and issues of the month that lie in a grid out of all of them',
    ),
    figures: ['0101', '0102', '0103', '0104', '0105'],
  },
  disputes: {
    code: '02',
    label: words('矛盾化解到位', 'Settled'),
    rate: words('矛盾化解到位率', 'Share settled'),
    definition: proposed(
      '矛盾化解到位率＝化解成功的纠纷和达成协议的调解案件÷排查登记的纠纷和受理的调解案件',
      'Disputes resolved and mediations with an agreement out of disputes found and cases accepted',
    ),
    figures: ['0201', '0202'],
  },
  order: {
    code: '03',
    label: words('治安防控到位', 'Kept safe'),
    rate: words('治安防控到位率', 'Share kept safe'),
    definition: proposed(
      '治安防控到位率＝已结案的问题隐患和已消除的整改通知书÷已受理的问题隐患和下发的通知书',
      'Issues closed and notices cleared out of issues accepted and notices issued',
    ),
    figures: ['0301', '0303'],
  },
  service: {
    code: '04',
    label: words('便民服务到位', 'Served'),
    rate: words('便民服务到位率', 'Share served'),
    definition: proposed(
      '便民服务到位率＝已答复反馈的群众意见和已办结的公共法律服务÷收集的意见和登记的服务',
      'Opinions answered and legal services settled out of opinions collected and services registered',
    ),
    figures: ['0401', '0403'],
  },
} as const satisfies Readonly<Record<string, CoverHeading>>;

/** A heading as a town keeps it: rows of `cover_rule` for it take the place of the proposal. */
export function headingKept(heading: CoverHeading, rules: readonly Values[]): CoverHeading {
  const kept = rules.flatMap(({ heading: code, figure }) =>
    code === heading.code && typeof figure === 'string' ? [figure] : [],
  );
  const figures = [...new Set(kept)].toSorted();
  if (figures.length === 0) return heading;
  const zh = figures.map((code) => nameOf(code, 'zh')).join('、');
  const en = figures.map((code) => nameOf(code, 'en')).join(', ');
  const definition = words(
    `${heading.rate.zh}＝${zh}的分子合计÷分母合计（本单位设定的口径）`,
    `Numerators of ${en}, added up, over their denominators; as this office has set it`,
  );
  return { ...heading, figures, definition };
}

/** The rates a heading adds up. */
export const termsOf = ({ figures }: CoverHeading): readonly CoverTerm[] =>
  figures.flatMap((code) => coverFigures[code] ?? []);

function nameOf(code: string, language: Language): string {
  const item = codeTableById.get('cover_figure')?.items.find((one) => one.code === code);
  return (language === 'en' ? item?.name_en : undefined) ?? item?.name ?? code;
}
