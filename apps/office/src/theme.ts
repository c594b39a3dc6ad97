import type { ThemeConfig } from 'antd';
import tokensCss from './tokens.css?raw';

/** Reads one custom property out of tokens.css, so that every value stands in one file only. */
function token(name: string): string {
  const value = new RegExp(`--${name}:\\s*([^;]+);`).exec(tokensCss)?.[1]?.replace(/\s+/g, ' ').trim();
  if (!value) throw new Error(`tokens.css does not declare --${name}`);
  return value;
}

const pixels = (name: string): number => Number.parseInt(token(name), 10);

const main = token('color-main');
const line = token('color-line');
const strongLine = token('color-line-strong');

/** Ant Design dressed in our tokens: hairlines instead of shadows, corners of 12, text no smaller than 15 px. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: main,
    colorPrimaryBg: token('color-main-soft'),
    colorPrimaryBgHover: token('color-main-soft'),
    colorLink: token('color-link'),
    colorLinkHover: token('color-link'),
    colorInfo: token('color-link'),
    colorInfoBg: token('color-link-soft'),
    colorInfoBorder: token('color-link-soft'),
    colorSuccess: main,
    colorSuccessBg: token('color-main-soft'),
    colorSuccessBorder: token('color-main-soft'),
    colorWarning: token('color-waiting'),
    colorWarningBg: token('color-waiting-soft'),
    colorWarningBorder: token('color-waiting-soft'),
    colorError: token('color-problem'),
    colorErrorBg: token('color-problem-soft'),
    colorErrorBorder: token('color-problem-soft'),
    colorTextBase: token('color-ink'),
    colorText: token('color-ink'),
    colorTextSecondary: token('color-quiet'),
    colorTextTertiary: token('color-quiet'),
    colorTextDescription: token('color-quiet'),
    colorTextPlaceholder: '#6b756f',
    colorBgBase: token('color-card'),
    colorBgLayout: token('color-paper'),
    colorBorder: strongLine,
    colorBorderSecondary: line,
    colorSplit: line,
    borderRadius: pixels('size-corner'),
    borderRadiusSM: 8,
    borderRadiusLG: pixels('size-corner'),
    fontFamily: token('font-sans'),
    fontSize: pixels('size-body'),
    fontSizeSM: pixels('size-small'),
    fontWeightStrong: 600,
    lineHeight: 1.6,
    controlHeight: pixels('size-control'),
    controlHeightSM: 36,
    controlHeightLG: 52,
    controlItemBgActive: token('color-main-soft'),
    controlItemBgActiveHover: token('color-main-soft'),
    boxShadow: 'none',
    boxShadowSecondary: `0 0 0 1px ${line}`,
    boxShadowTertiary: 'none',
    motionDurationFast: '0.08s',
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
    wireframe: false,
  },
  components: {
    Button: {
      primaryShadow: 'none',
      defaultShadow: 'none',
      dangerShadow: 'none',
      fontWeight: 400,
      contentFontSizeSM: 15,
      paddingInline: 18,
    },
    Table: {
      headerBg: token('color-paper'),
      headerColor: token('color-quiet'),
      headerSplitColor: 'transparent',
      rowHoverBg: '#fbfaf7',
      rowSelectedBg: token('color-main-soft'),
      rowSelectedHoverBg: token('color-main-soft'),
      borderColor: line,
      cellPaddingBlock: 11,
      cellPaddingInline: 14,
      cellFontSize: 16,
    },
    Form: { labelFontSize: 16, verticalLabelPadding: '0 0 6px', itemMarginBottom: 22 },
    Modal: { titleFontSize: 20 },
    Tag: { borderRadiusSM: 8 },
  },
};
