/** Texts of the choice of documents in the print preview, Chinese. Keys start with `document.`; names stand in the definitions. */
export const documentZh = {
  'document.choose': '打印内容',
  'document.card': '{{ledger}}登记表',
  'document.notReady': '（资料未全）',
  'document.full': '证件号码、电话打印全文（记入日志）',
  'document.missing': '卷宗缺少：{{list}}',
  'document.missingHint': '仍可打印，封面注明草稿',
  'document.printDossier': '打印卷宗',
  'document.source': '依据：{{source}}',
} as const;
