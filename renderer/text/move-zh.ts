/** Texts of `renderer/record/move`, Chinese. Keys start with `move.`; verbs and sentences stand in the definitions. */
export const moveZh = {
  'move.now': '现在：{{place}}',
  'move.since': '自 {{from}} 起',
  'move.span': '{{from}} 至 {{to}}',
  'move.spanOpen': '{{from}} 至今',
  'move.none': '现在没有未结束的{{ledger}}',
  'move.several': '有 {{count}} 条未结束的{{ledger}}，请先打开核对，只留一条不填结束日期',
  'move.unnamed': '（没有写明地点）',
  'move.actions': '办理{{ledger}}变动',
  'move.title': '{{ledger}}{{action}}：{{name}}',
  'move.done': '已办理{{action}}',
  'move.back': '暂不办理',
  'move.keys': '回车：下一栏　Ctrl+S：{{action}}　Esc：暂不办理',
  'move.preview': '办理结果',
  'move.previewLater': '填好后在这里显示办理结果',
  'move.also': '同时更新{{ledger}}：',
  'move.alsoEmptied': '清空{{field}}',
  'move.alsoFilled': '{{field}}改为“{{now}}”',
  'move.endsSubject': '同时注销这条{{ledger}}记录（死亡等情形）',
  'move.subjectEnds': '同时注销{{ledger}}“{{name}}”，可以恢复',
  'move.undoTogether':
    '栏目会改回变更前的内容，一起办理的其他 {{count}} 条变更也一并撤回。撤销也会记入变更记录，可以再撤回。',
} as const;
