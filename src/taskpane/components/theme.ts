import { teamsHighContrastTheme, webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import type { ThemeName } from '../effects/appearance.ts';

/** Its own font is wider, and the steps would not fit into one row of a narrow pane. */
const contrastTheme: Theme = { ...teamsHighContrastTheme, fontFamilyBase: webLightTheme.fontFamilyBase };

const themes: Readonly<Record<ThemeName, Theme>> = {
  light: webLightTheme,
  dark: webDarkTheme,
  contrast: contrastTheme,
};

/**
 * The theme with the plan's colour behind primary buttons, whose text is white. A high-contrast theme keeps its own
 * colours: they are the point of it.
 *
 * @param brandColor `#rrggbb`
 */
export function themeOf(name: ThemeName, brandColor: string | null): Theme {
  const theme = themes[name];
  if (brandColor === null || name === 'contrast') return theme;
  return {
    ...theme,
    colorBrandBackground: brandColor,
    colorBrandBackgroundHover: darker(brandColor, 0.88),
    colorBrandBackgroundPressed: darker(brandColor, 0.76),
    colorBrandBackgroundSelected: darker(brandColor, 0.82),
  };
}

function darker(color: string, share: number): string {
  const parts = [1, 3, 5].map((at) => Math.round(Number.parseInt(color.slice(at, at + 2), 16) * share));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
