import {
  type BrandVariants,
  createDarkTheme,
  createLightTheme,
  teamsHighContrastTheme,
  type Theme,
} from '@fluentui/react-components';
import type { ThemeName } from '../session/application.ts';

/** Greens around the one by which people know a spreadsheet. */
const greens: BrandVariants = {
  10: '#020402',
  20: '#0d1c12',
  30: '#0f2f1c',
  40: '#0e3e23',
  50: '#0d4d2a',
  60: '#0c5d32',
  70: '#0d6d39',
  80: '#107c41',
  90: '#2b8a52',
  100: '#439864',
  110: '#5aa676',
  120: '#72b489',
  130: '#8ac29c',
  140: '#a3d0b0',
  150: '#bcdec5',
  160: '#d6ecdb',
};

const dark = createDarkTheme(greens);

export const fluentThemes: Readonly<Record<ThemeName, Theme>> = {
  light: createLightTheme(greens),
  dark: { ...dark, colorBrandForeground1: greens[120], colorBrandForeground2: greens[130] },
  contrast: teamsHighContrastTheme,
};
