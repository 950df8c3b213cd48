import { words } from '../../../model/localized.ts';
import type { Caller } from '../../../store/api.ts';
import { html, type SafeHtml } from '../escape-html.ts';
import type { StatutoryDocument } from '../statutory/define-document.ts';
import type { DocumentData, DocumentRecord } from '../statutory/document-data.ts';
import { formTable, heading, paragraphs, signatures } from '../statutory/form-parts.ts';
import { acceptance } from '../statutory/mediation/acceptance.ts';
import { agreement } from '../statutory/mediation/agreement.ts';
import { application } from '../statutory/mediation/application.ts';
import { mediatorsOf, ministryForms } from '../statutory/mediation/case-parts.ts';
import { closingReport } from '../statutory/mediation/closing-report.ts';
import { confirmation } from '../statutory/mediation/confirmation.ts';
import { investigationSheet } from '../statutory/mediation/investigation.ts';
import { oralAgreement } from '../statutory/mediation/oral-agreement.ts';
import { returnVisitSheet } from '../statutory/mediation/return-visit.ts';
import { rightsNotice } from '../statutory/mediation/rights-notice.ts';
import { sessionSheet } from '../statutory/mediation/session.ts';
import type { Dossier, DossierItem, Paper } from './define-dossier.ts';
import { filePapers, signedOr } from './papers.ts';

const always = (): boolean => true;
const never = (): boolean => false;
/** Codes of `med_result` and `med_form`. */
const isAgreed = ({ record }: DocumentData): boolean => record.value('result') === '1';
const isOral = ({ record }: DocumentData): boolean => record.value('agreement_form') === '1';
const isApplied = ({ record }: DocumentData): boolean => record.value('source') === '10';
const has = (record: DocumentRecord, field: string): boolean => record.text(field) !== '';

/** Order and required papers of a case file (人民调解卷宗): what cannot be missing is marked so there. */
const items: readonly DossierItem[] = [
  {
    label: (data) => (isApplied(data) ? application : acceptance).label.zh,
    isRequired: always,
    isThere: ({ record, parts }) => has(record, 'summary') && parts('mediation_party').length > 1,
    papers: (data, caller) => printed(isApplied(data) ? application : acceptance, data, caller),
  },
  {
    label: () => rightsNotice.label.zh,
    isRequired: always,
    isThere: ({ record }) => has(record, 'rights_told_on'),
    papers: (data, caller) => printed(rightsNotice, data, caller),
  },
  fileItem('身份证明', 'id_files', always),
  fileItem('授权委托书', 'authority_files', ({ parts }) =>
    parts('mediation_party').some((party) => party.text('agent') !== ''),
  ),
  partItem('人民调解调查记录', 'mediation_investigation', { isRequired: never, sheet: investigationSheet }),
  fileItem('证据材料', 'evidence_files', never),
  partItem('人民调解记录', 'mediation_session', { isRequired: always, sheet: sessionSheet }),
  {
    label: (data) => (isOral(data) ? oralAgreement : agreement).label.zh,
    isRequired: isAgreed,
    isThere: (data) => isAgreed(data) && has(data.record, 'agreement'),
    papers: (data, caller) => {
      const kind = isOral(data) ? oralAgreement : agreement;
      return signedOr(data.record.files('agreement_files'), kind.label.zh, () => printed(kind, data, caller));
    },
  },
  {
    label: () => '履行凭证',
    isRequired: never,
    isThere: (data) => proofs(data).length > 0,
    papers: (data) => filePapers(proofs(data), '履行凭证'),
  },
  partItem('人民调解回访记录', 'mediation_return_visit', { isRequired: isAgreed, sheet: returnVisitSheet }),
  {
    label: () => '司法确认材料',
    isRequired: never,
    isThere: ({ record }) => has(record, 'confirm_applied_on') || record.files('court_files').length > 0,
    papers: (data, caller) => [
      ...(has(data.record, 'confirm_applied_on') ? printed(confirmation, data, caller) : []),
      ...filePapers(data.record.files('court_files'), '司法确认材料'),
    ],
  },
  {
    label: () => closingReport.label.zh,
    isRequired: always,
    isThere: ({ record }) => has(record, 'closed_on'),
    papers: (data, caller) => printed(closingReport, data, caller),
  },
  {
    label: () => '卷宗情况说明',
    isRequired: never,
    isThere: ({ record }) => has(record, 'dossier_note') || record.files('other_files').length > 0,
    papers: ({ record }) => [
      { page: 'form', body: html`${heading('卷宗情况说明')} ${paragraphs(record.text('dossier_note'), 8)}` },
      ...filePapers(record.files('other_files'), '其他材料'),
    ],
  },
];

/** The file of a mediation case; the 13 papers in the order of the ministry's dossier. */
export const mediationDossier: Dossier = {
  ledger: 'mediation_case',
  label: words('人民调解卷宗', 'Dossier'),
  source: ministryForms,
  items,
  cover,
  back,
};

function printed(document: StatutoryDocument, data: DocumentData, caller: Caller): readonly Paper[] {
  return [{ page: document.page, body: document.render(data, caller) }];
}

/** A place for scanned papers of one field. */
function fileItem(label: string, field: string, isRequired: DossierItem['isRequired']): DossierItem {
  return {
    label: () => label,
    isRequired,
    isThere: ({ record }) => record.files(field).length > 0,
    papers: ({ record }) => filePapers(record.files(field), label),
  };
}

interface Sheets {
  readonly isRequired: DossierItem['isRequired'];
  readonly sheet: (part: DocumentRecord | undefined, of: DocumentRecord) => SafeHtml;
}

/** A place for records that are parts of the case: the signed sheet of each where it was scanned in, else the form. */
function partItem(label: string, ledger: string, { isRequired, sheet }: Sheets): DossierItem {
  return {
    label: () => label,
    isRequired,
    isThere: ({ parts }) => parts(ledger).length > 0,
    papers: ({ record, parts }) =>
      parts(ledger).flatMap((part) =>
        signedOr(part.files('files'), label, () => [{ page: 'form', body: sheet(part, record) }]),
      ),
  };
}

const proofs = ({ record, parts }: DocumentData) => [
  ...record.files('performance_files'),
  ...parts('mediation_performance').flatMap((part) => part.files('files')),
];

function cover(
  { record }: DocumentData,
  facts: { readonly pages: string; readonly papers: number },
): SafeHtml {
  return html`<div class="cover">
    <p style="text-align:right">保管期限：${record.text('keep') || '　　　　'}</p>
    <h1>人民调解卷宗</h1>
    ${formTable([
      [{ label: '卷名', content: record.text('case_name'), span: 4 }],
      [{ label: '案号', content: record.text('case_no'), span: 4 }],
      [{ label: '调解组织', content: record.text('org'), span: 4 }],
      [{ label: '当事人', content: record.text('parties'), span: 4 }],
      [
        { label: '纠纷类型', content: record.text('kind') },
        { label: '调解结果', content: record.text('result') },
      ],
      [
        { label: '受理日期', content: record.day('accepted_on') },
        { label: '结案日期', content: record.day('closed_on') },
      ],
      [
        { label: '调解员', content: mediatorsOf(record) },
        { label: '记录人', content: record.text('clerk') },
      ],
      [
        { label: '归档日期', content: record.day('archived_on') },
        { label: '存放位置', content: record.text('archive_place') },
      ],
      [{ label: '卷内', content: `共 ${String(facts.papers)} 件，${facts.pages} 页`, span: 4 }],
    ])}
  </div>`;
}

function back({ record }: DocumentData, { pages }: { readonly pages: string }): SafeHtml {
  return html`${heading('备考表')}
    <p class="text">本卷宗共 ${pages} 页，页码连续，无缺页、重页。</p>
    <p class="text">需要说明的情况：</p>
    ${paragraphs('', 10)}
    ${signatures([
      { who: '立卷人', name: record.text('clerk'), day: record.day('archived_on') },
      { who: '检查人', day: '' },
    ])}`;
}
