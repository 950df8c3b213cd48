import { html, type SafeHtml } from '../../escape-html.ts';
import type { DocumentData, DocumentRecord } from '../document-data.ts';
import { blank, formTable, type FormCell } from '../form-parts.ts';

/** Forms of the ministry: 申请书, 受理登记表, 调查记录, 调解记录, 协议书, 口头协议登记表, 回访记录 and others. */
export const ministryForms = '司法部《关于印发人民调解文书格式和统计报表的通知》（2010年12月）';

/** Codes of `med_party_role`. */
const roles = { applicant: '1', respondent: '2', third: '3' } as const;

/** Parties of a case in one role; of a case without any, none. */
const partiesOf = ({ parts }: DocumentData, role: string): readonly DocumentRecord[] =>
  parts('mediation_party').filter((party) => party.value('role') === role);

/** Age in whole years on a day; empty while one of them is not known. */
function ageAt(birth: string, day: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(birth) || !/^\d{4}-\d\d-\d\d$/.test(day)) return '';
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return String(birth.slice(5) > day.slice(5) ? years - 1 : years);
}

/** A text value of a record; empty when it has none. */
export function textValue(record: DocumentRecord, field: string): string {
  const value = record.value(field);
  return typeof value === 'string' ? value : '';
}

/** Whether a party is a person: forms ask other things of companies. */
const isPerson = (party: DocumentRecord): boolean => party.value('kind') === '1';

/** A party as a sentence of a letter: name, sex, birth, number, address, telephone, agent; blanks for a missing party. */
function partyParagraph(role: string, party: DocumentRecord | undefined): SafeHtml {
  if (party === undefined)
    return html`<p class="text">
      ${role}：${blank('', 6)}，性别${blank('', 2)}，${blank('')}年${blank('', 2)}月${blank('', 2)}日出生，公民身份号码${blank(
        '',
        10,
      )}，住址${blank('', 12)}，联系方式${blank('', 6)}。
    </p>`;
  const facts = isPerson(party) ? personFacts(party) : bodyFacts(party);
  const agent = party.text('agent');
  const acting =
    agent === ''
      ? []
      : [
          html`<p class="text">
            委托代理人：${agent}${behind('，', party.text('agent_relation'))}${behind(
              '，联系方式',
              party.text('agent_phone'),
            )}${behind('，代理权限：', party.text('agent_scope'))}。
          </p>`,
        ];
  return html`<p class="text">
      ${role}：${[party.text('name'), ...facts].filter((fact) => fact !== '').join('，')}。
    </p>
    ${acting}`;
}

const behind = (words: string, value: string): string => (value === '' ? '' : words + value);
const before = (value: string, words: string): string => (value === '' ? '' : value + words);

function personFacts(party: DocumentRecord): readonly string[] {
  return [
    party.text('sex'),
    before(party.day('birth_date'), '出生'),
    party.text('ethnic'),
    behind('证件号码', party.text('doc_no')),
    party.text('occupation'),
    party.text('employer'),
    behind('住', party.text('address')),
    behind('联系方式', party.text('phone')),
  ];
}

function bodyFacts(party: DocumentRecord): readonly string[] {
  return [
    behind('统一社会信用代码', party.text('credit_code')),
    behind('住所', party.text('address')),
    behind('法定代表人（负责人）', party.text('head')),
    behind('联系方式', party.text('phone')),
  ];
}

/** A party as rows of a form, with blanks where nothing is known. */
function partyRows(role: string, party: DocumentRecord | undefined, day: string): FormCell[][] {
  const text = (field: string): string => party?.text(field) ?? '';
  const age = party === undefined ? '' : ageAt(textValue(party, 'birth_date'), day);
  return [
    [
      { label: role, content: text('name'), span: 2 },
      { label: '性别', content: text('sex'), span: 2 },
      { label: '年龄', content: age, span: 2 },
    ],
    [
      { label: '民族', content: text('ethnic'), span: 2 },
      { label: '职业', content: text('occupation'), span: 2 },
      { label: '联系方式', content: text('phone'), span: 2 },
    ],
    [{ label: '证件号码', content: text('doc_no') || text('credit_code'), span: 6 }],
    [
      {
        label: '住址',
        content: [text('employer'), text('address')].filter((one) => one !== '').join('，'),
        span: 6,
      },
    ],
  ];
}

/** The parties of both sides as one table; a side without any leaves its rows blank. */
export function partiesTable(data: DocumentData, names: readonly [string, string]): SafeHtml {
  const day = textValue(data.record, 'registered_on');
  const side = (role: string, name: string): FormCell[][] => {
    const found = partiesOf(data, role);
    return (found.length === 0 ? [undefined] : found).flatMap((party) => partyRows(name, party, day));
  };
  const third = partiesOf(data, roles.third).flatMap((party) => partyRows('第三人', party, day));
  return formTable([...side(roles.applicant, names[0]), ...side(roles.respondent, names[1]), ...third], 6);
}

/** Paragraphs for both sides of a letter. */
export function partyParagraphs(data: DocumentData, names: readonly [string, string]): readonly SafeHtml[] {
  const side = (role: string, name: string): readonly SafeHtml[] => {
    const found = partiesOf(data, role);
    return (found.length === 0 ? [undefined] : found).map((party) => partyParagraph(name, party));
  };
  return [
    ...side(roles.applicant, names[0]),
    ...side(roles.respondent, names[1]),
    ...partiesOf(data, roles.third).map((party) => partyParagraph('第三人', party)),
  ];
}

/** Who mediates: the chief mediator and the others. */
export const mediatorsOf = (record: DocumentRecord): string =>
  [record.text('mediator'), record.text('other_mediators')].filter((one) => one !== '').join('、');
