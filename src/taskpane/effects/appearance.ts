/** The themes of the pane. */
export type ThemeName = 'light' | 'dark' | 'contrast';

/** The theme of the moment, and word when it changes. */
export interface Appearance {
  readonly current: () => ThemeName;
  readonly subscribe: (changed: () => void) => () => void;
}

type MediaQueries = (query: string) => Pick<MediaQueryList, 'matches' | 'addEventListener' | 'removeEventListener'>;

const queries = ['(forced-colors: active)', '(prefers-contrast: more)', '(prefers-color-scheme: dark)'] as const;

/**
 * Office's theme by the background of its own panes, and where Office does not tell (several platforms do not) the
 * system's. Contrast comes from the system in both cases; where it forces its colours the browser puts them over ours.
 *
 * @param background Office's pane background as `#rrggbb`, or null
 */
export function appearanceFrom(background: string | null, media: MediaQueries): Appearance {
  const [forced, contrast, dark] = queries.map((query) => media(query)) as [
    ReturnType<MediaQueries>,
    ReturnType<MediaQueries>,
    ReturnType<MediaQueries>,
  ];
  return {
    current: () => {
      if (forced.matches) return dark.matches ? 'contrast' : 'light';
      const isDark = background === null ? dark.matches : isDarkColor(background);
      return contrast.matches && isDark ? 'contrast' : isDark ? 'dark' : 'light';
    },
    subscribe: (changed) => {
      for (const query of [forced, contrast, dark]) query.addEventListener('change', changed);
      return () => {
        for (const query of [forced, contrast, dark]) query.removeEventListener('change', changed);
      };
    },
  };
}

/** Whether white is easier to read on a colour than black: relative luminance after WCAG 2.2. */
function isDarkColor(color: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.179;
}
