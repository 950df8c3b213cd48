import {
  CellApiModule,
  CellStyleModule,
  ColumnApiModule,
  EventApiModule,
  InfiniteRowModelModule,
  LocaleModule,
  RenderApiModule,
  RowApiModule,
  RowSelectionModule,
  RowStyleModule,
  ScrollApiModule,
  TooltipModule,
  ValidationModule,
  themeQuartz,
  type Module,
} from 'ag-grid-community';

/** The parts of AG Grid that lists use; the validation part names a missing one on the console while developing. */
export const gridModules: Module[] = [
  InfiniteRowModelModule,
  RowSelectionModule,
  ColumnApiModule,
  RowApiModule,
  ScrollApiModule,
  CellApiModule,
  EventApiModule,
  RenderApiModule,
  CellStyleModule,
  RowStyleModule,
  TooltipModule,
  LocaleModule,
  ...(import.meta.env.DEV ? [ValidationModule] : []),
];

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
