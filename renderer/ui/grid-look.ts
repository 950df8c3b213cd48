import { themeQuartz } from 'ag-grid-community';
import type { Language } from '../../db/model/localized.ts';

/** Row height, pixels (UI rule 2). */
export const ROW_HEIGHT = 32;

/** Looks of every grid: calm, dense, one blue. */
export const gridTheme = themeQuartz.withParams({
  fontFamily: 'inherit',
  fontSize: 14,
  headerFontSize: 14,
  headerFontWeight: 600,
  rowHeight: ROW_HEIGHT,
  headerHeight: 36,
  spacing: 6,
  cellHorizontalPadding: 10,
  accentColor: '#1f5fa9',
  foregroundColor: '#1f2933',
  headerTextColor: '#1f2933',
  headerBackgroundColor: '#eef2f6',
  borderColor: '#d5dce4',
  oddRowBackgroundColor: '#ffffff',
  rowHoverColor: '#f2f6fb',
  selectedRowBackgroundColor: '#e6effa',
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  iconSize: 14,
});
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
