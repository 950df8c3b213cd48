/** Texts of the choice of documents in the print preview, Chinese. Keys start with `document.`; names stand in the definitions. */
export const documentZh = {
  'document.choose': '打印内容',
  'document.card': '{{ledger}}登记表',
  'document.notReady': '（资料未全）',
  'document.full': '证件号码、电话打印全文（记入日志）',
  'document.missing': '卷宗缺少：{{list}}',
  'document.missingHint': '仍可打印，封面注明草稿',
  'document.missingCharacters': '这台电脑的字体里没有以下字，打印出来是空框：{{list}}',
  'document.missingCharactersHint':
    '请先安装 Windows 更新（更新会补齐“宋体-ExtB”里的字），或安装含这些字的字体，再重新打开预览；也可打印后手写补上。台账里的数据不受影响。',
  'document.workbook': '导出 Excel',
  'document.saved': '已导出 {{file}}',
  'document.printDossier': '打印卷宗',
  'document.source': '依据：{{source}}',
} as const;
