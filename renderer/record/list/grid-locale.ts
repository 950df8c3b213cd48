import type { Language } from '../../../db/model/localized.ts';

/** The few words AG Grid itself says, for readers of the screen and of the tooltip. */
const zh: Readonly<Record<string, string>> = {
  ariaLabelTooltip: '提示',
  ariaRowSelect: '按空格选中这一行',
  ariaRowDeselect: '按空格取消选中这一行',
  ariaRowToggleSelection: '按空格选中或取消',
  ariaChecked: '已选中',
  ariaUnchecked: '未选中',
  ariaIndeterminate: '部分选中',
  ariaSortableColumn: '按回车排序',
  ariaToggleVisibility: '按空格显示或隐藏',
  loadingOoo: '正在读取…',
  loadingError: '读取失败',
  noRowsToShow: '没有记录',
};

/** Texts for the grid; English is AG Grid's own. */
export const gridLocale = (language: Language): Record<string, string> =>
  language === 'zh' ? { ...zh } : {};
