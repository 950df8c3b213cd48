import type { ThemeConfig } from 'antd';

/** The look of antd's parts; the same values as `tokens.css`, which styles ours. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1f5fa9',
    colorInfo: '#1f5fa9',
    colorLink: '#1f5fa9',
    colorSuccess: '#1b6e3c',
    colorWarning: '#8a5300',
    colorError: '#b42318',
    colorWarningBg: '#fff3db',
    colorWarningBorder: '#e3b55e',
    colorErrorBg: '#fdeceb',
    colorErrorBorder: '#eda29b',
    colorSuccessBg: '#e6f4eb',
    colorSuccessBorder: '#93cba7',
    colorInfoBg: '#e6effa',
    colorInfoBorder: '#9dbde3',
    colorText: '#1f2933',
    colorTextSecondary: '#52606d',
    colorTextDescription: '#52606d',
    colorTextPlaceholder: '#667380',
    colorBorder: '#b8c3ce',
    colorBorderSecondary: '#d5dce4',
    colorBgLayout: '#f2f5f8',
    fontFamily:
      "'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Noto Sans SC', 'SimSun-ExtB', 'SimSun-ExtG', 'MingLiU-ExtB', 'HanaMinA', 'HanaMinB', 'HanaMinC', 'Plangothic P1', 'Plangothic P2', 'Jigmo', 'Jigmo2', 'Jigmo3', sans-serif",
    fontSize: 14,
    controlHeight: 30,
    controlHeightSM: 24,
    controlHeightLG: 36,
    borderRadius: 4,
    sizeStep: 4,
    sizeUnit: 4,
    padding: 12,
    paddingLG: 16,
    marginLG: 16,
    // What opens or changes is there at once: the processor of an old computer draws every step of a movement, and where
    // Windows shows no animations a dialog would wait for the end of one that never runs, and stay.
    motion: false,
    motionDurationFast: '0s',
    motionDurationMid: '0s',
    motionDurationSlow: '0s',
  },
  components: {
    Table: { cellPaddingBlockSM: 4, cellPaddingInlineSM: 10, headerBg: '#eef2f6', headerColor: '#1f2933' },
    Form: { itemMarginBottom: 14, verticalLabelPadding: '0 0 2px' },
    Button: { primaryShadow: 'none', defaultShadow: 'none' },
  },
};
