import { codeTableById } from '../codes/code-tables.ts';
import type { AnyLedger } from '../define-ledger.ts';
import { ledgerById } from '../registry.ts';
import { words, type Localized } from '../localized.ts';
import { fieldsOf, type Where } from '../where.ts';
import type { coverHeadings } from './cover-headings.ts';
import { indicatorsOf } from './indicators.ts';
import { sharesFields } from './shared-fields.ts';

/** A line of the monthly report: one indicator of a ledger, of all its records or of some. */
export interface ReportLine {
  readonly ledger: string;
  /** Id of an indicator: `count`, `sum.<field>`, or a defined figure. */
  readonly indicator: string;
  /** How the line is called; left out: ledger and indicator. */
  readonly label?: Localized;
  readonly where?: Where;
  /** Stands on the cover under its heading too. */
  readonly isKey?: boolean;
}

/** A group of the monthly report: one of 七个有人. */
export interface ReportHeading {
  readonly id: string;
  readonly label: Localized;
  /** Heading of the cover (四个到位) the group belongs to. */
  readonly cover: keyof typeof coverHeadings;
  readonly lines: readonly ReportLine[];
}

/** A line for a figure of another department, by its code. */
function outsideLine(kind: string): ReportLine {
  const named = codeTableById.get('outside_indicator_kind')?.items.find(({ code }) => code === kind);
  const { name = kind, name_en = kind } = named ?? {};
  return { ledger: 'outside_indicator', indicator: `kind_${kind}`, label: words(name, name_en) };
}

/** 七个有人: the seven groups of the monthly report (domain.md §1.7 row 88) and what stands under each. */
export const townReport: readonly ReportHeading[] = checked([
  {
    id: 'service',
    label: words('民生服务有人办理', 'Public services'),
    cover: 'service',
    lines: [
      { ledger: 'residence', indicator: 'count', label: words('登记入住', 'Moves in'), isKey: true },
      { ledger: 'legal_service', indicator: 'count', isKey: true },
      {
        ledger: 'legal_service',
        indicator: 'settled',
        label: words('公共法律服务办结率', 'Legal services settled'),
      },
      { ledger: 'service_project', indicator: 'count' },
      {
        ledger: 'service_project',
        indicator: 'people_served',
        label: words('四社联动项目服务', 'Served by projects'),
      },
      { ledger: 'joint_activity', indicator: 'count' },
      { ledger: 'volunteer', indicator: 'count', label: words('新增志愿者', 'New volunteers') },
    ],
  },
  {
    id: 'opinion',
    label: words('社情民意有人收集', 'Opinions'),
    cover: 'information',
    lines: [
      { ledger: 'person', indicator: 'count', label: words('在册实有人口', 'Residents'), isKey: true },
      { ledger: 'unit', indicator: 'count', label: words('在册实有单位', 'Units') },
      { ledger: 'rental_house', indicator: 'count', label: words('在册出租屋', 'Rental houses') },
      {
        ledger: 'liaison_opinion',
        indicator: 'count',
        label: words('收集群众意见', 'Opinions'),
        isKey: true,
      },
      {
        ledger: 'liaison_opinion',
        indicator: 'closing',
        label: words('群众意见办结率', 'Opinions closed'),
        isKey: true,
      },
      {
        ledger: 'liaison_opinion',
        indicator: 'closing_in_time',
        label: words('群众意见按期办结率', 'Opinions closed in time'),
      },
      {
        ledger: 'liaison_opinion',
        indicator: 'on_the_spot',
        label: words('群众意见现场解答', 'Opinions answered on the spot'),
      },
      { ledger: 'liaison_session', indicator: 'held', label: words('驻点次数', 'Sessions held') },
      { ledger: 'liaison_reception', indicator: 'count', label: words('接待群众', 'People received') },
      { ledger: 'liaison_visit', indicator: 'count', label: words('驻点走访', 'Visits') },
      { ledger: 'liaison_visit', indicator: 'visited', label: words('入户率', 'Households visited') },
      { ledger: 'consult_topic', indicator: 'count' },
      { ledger: 'patrol_rollup', indicator: 'count', label: words('网格巡查', 'Grid patrols') },
      { ledger: 'grid', indicator: 'staffed', label: words('网格覆盖率', 'Grids with a worker') },
      { ledger: 'person', indicator: 'per_worker', label: words('人口/网格员', 'Residents per grid worker') },
    ],
  },
  {
    id: 'dispute',
    label: words('矛盾纠纷有人化解', 'Disputes'),
    cover: 'disputes',
    lines: [
      { ledger: 'screening_round', indicator: 'count', label: words('开展排查', 'Screenings') },
      { ledger: 'dispute', indicator: 'count', label: words('排查矛盾纠纷', 'Disputes found'), isKey: true },
      {
        ledger: 'dispute',
        indicator: 'resolved',
        label: words('矛盾纠纷化解率', 'Disputes resolved'),
        isKey: true,
      },
      { ledger: 'dispute', indicator: 'open', label: words('未化解矛盾纠纷', 'Disputes open') },
      {
        ledger: 'dispute',
        indicator: 'sent_up',
        label: words('矛盾纠纷上交率', 'Disputes sent up'),
        isKey: true,
      },
      {
        ledger: 'dispute',
        indicator: 'beyond_village',
        label: words('矛盾纠纷出村率', 'Beyond the village'),
      },
      { ledger: 'dispute', indicator: 'beyond_town', label: words('矛盾纠纷出镇率', 'Beyond the town') },
      { ledger: 'mediation_case', indicator: 'count', isKey: true },
      {
        ledger: 'mediation_case',
        indicator: 'success',
        label: words('调解成功率', 'Agreements'),
        isKey: true,
      },
      {
        ledger: 'mediation_case',
        indicator: 'performed',
        label: words('协议履行率', 'Agreements performed'),
      },
      {
        ledger: 'labour_assessment',
        indicator: 'count',
        label: words('劳资风险评估', 'Labour risks assessed'),
      },
      { ledger: 'unstable_group', indicator: 'count', label: words('新列重点群体', 'Groups listed') },
    ],
  },
  {
    id: 'order',
    label: words('治安防范有人组织', 'Public order'),
    cover: 'order',
    lines: [
      { ledger: 'duty_assignment', indicator: 'count', label: words('值班巡逻', 'Duties'), isKey: true },
      { ledger: 'inspection', indicator: 'count', label: words('安全检查', 'Inspections'), isKey: true },
      { ledger: 'rectification', indicator: 'count' },
      { ledger: 'rectification', indicator: 'cleared', label: words('隐患整改率', 'Put right'), isKey: true },
      { ledger: 'call_out', indicator: 'count' },
      { ledger: 'key_area', indicator: 'count', label: words('新列治安重点地区', 'Key areas listed') },
      { ledger: 'case_record', indicator: 'count' },
      ...['0201', '0202', '0203', '0301', '0401'].map(outsideLine),
    ],
  },
  {
    id: 'care',
    label: words('特殊人群有人帮教', 'Special care'),
    cover: 'order',
    lines: [
      {
        ledger: 'care_label',
        indicator: 'count',
        label: words('在管特殊人群', 'People listed'),
        where: { state: ['10', '11'] },
        isKey: true,
      },
      { ledger: 'care_visit', indicator: 'count', label: words('特殊人群走访', 'Care visits'), isKey: true },
      { ledger: 'care_service', indicator: 'count', label: words('帮扶', 'Help given') },
      { ledger: 'domestic_violence', indicator: 'count', label: words('家暴处置', 'Domestic violence') },
    ],
  },
  {
    id: 'law',
    label: words('法律政策有人宣传', 'Law and policy'),
    cover: 'service',
    lines: [
      { ledger: 'publicity', indicator: 'count', isKey: true },
      { ledger: 'publicity', indicator: 'audience', label: words('宣传参加', 'Audience') },
      { ledger: 'adviser_service', indicator: 'count', label: words('法律顾问服务', 'Advisers at work') },
      {
        ledger: 'adviser_service',
        indicator: 'people_served',
        label: words('法律顾问服务群众', 'Served by advisers'),
      },
    ],
  },
  {
    id: 'event',
    label: words('重大事件有人报告', 'Events'),
    cover: 'information',
    lines: [
      { ledger: 'issue', indicator: 'count', label: words('上报问题隐患', 'Issues reported'), isKey: true },
      {
        ledger: 'issue',
        indicator: 'per_worker',
        label: words('人均上报', 'Reported per grid worker'),
      },
      { ledger: 'issue', indicator: 'closing', isKey: true },
      { ledger: 'issue', indicator: 'closing_in_time' },
      { ledger: 'issue', indicator: 'overdue' },
      {
        ledger: 'issue',
        indicator: 'count',
        label: words('群体性事件', 'Mass incidents'),
        where: { is_group: true },
      },
      { ledger: 'major_case', indicator: 'count' },
      { ledger: 'call_out', indicator: 'sum.people_count', label: words('一呼百应到场', 'Called out') },
    ],
  },
]);

/** Whether an indicator can be told of the records with these fields alone. */
function sharedBy(ledger: AnyLedger, indicator: string, fields: readonly string[]): boolean {
  const others = indicatorsOf(ledger).find(({ id }) => id === indicator)?.others ?? [];
  return others.every((other) => sharesFields(ledger, other, fields));
}

/** @throws at start-up with heading and line named. */
function checked(headings: readonly ReportHeading[]): readonly ReportHeading[] {
  for (const { id, lines } of headings) {
    for (const { ledger: ledgerId, indicator, where = {} } of lines) {
      const name = `monthly report, ${id}, ${ledgerId} ${indicator}`;
      const ledger = ledgerById.get(ledgerId);
      if (ledger === undefined) throw new Error(`${name}: no such ledger`);
      if (!indicatorsOf(ledger).some((one) => one.id === indicator))
        throw new Error(`${name}: no such indicator`);
      if (!sharedBy(ledger, indicator, fieldsOf(where)))
        throw new Error(`${name}: counts in a ledger that cannot be filtered so`);
      const missing = fieldsOf(where).find((field) => ledger.fields[field] === undefined);
      if (missing !== undefined) throw new Error(`${name}: no field ${missing}`);
    }
  }
  return headings;
}
