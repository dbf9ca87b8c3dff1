import { appearanceFrom } from '../../../src/taskpane/effects/appearance.ts';
import { themeOf } from '../../../src/taskpane/components/theme.ts';

/** A system with some of its preferences set. */
function system(...set: string[]) {
  const listeners = new Set<() => void>();
  const media = (query: string) => ({
    matches: set.some((part) => query.includes(part)),
    addEventListener: (_: string, listener: () => void) => listeners.add(listener),
    removeEventListener: (_: string, listener: () => void) => listeners.delete(listener),
  });
  return { listeners, media: media as unknown as Parameters<typeof appearanceFrom>[1] };
}

test.each([
  ['#ffffff', [], 'light'],
  ['#f3f2f1', ['dark'], 'light'],
  ['#262626', [], 'dark'],
  ['#000000', ['contrast: more'], 'contrast'],
  ['#ffffff', ['contrast: more'], 'light'],
  [null, [], 'light'],
  [null, ['color-scheme: dark'], 'dark'],
  [null, ['forced-colors', 'color-scheme: dark'], 'contrast'],
  ['#262626', ['forced-colors'], 'light'],
] as const)('Office’s background %s and a system with %j: %s', (background, set, theme) => {
  expect(appearanceFrom(background, system(...set).media).current()).toBe(theme);
});

test('a change of the system’s preferences is told, until nobody listens', () => {
  const { listeners, media } = system();
  let changes = 0;
  const stop = appearanceFrom(null, media).subscribe(() => (changes += 1));
  for (const listener of listeners) listener();
  expect(changes).toBe(1);
  stop();
  expect(listeners.size).toBe(0);
});

test('the plan’s colour stands behind primary buttons, except where contrast is the point', () => {
  expect(themeOf('light', '#0b5d6b')).toMatchObject({
    colorBrandBackground: '#0b5d6b',
    colorBrandBackgroundHover: '#0a525e',
  });
  expect(themeOf('dark', null)).toBe(themeOf('dark', null));
  expect(themeOf('contrast', '#0b5d6b')).toBe(themeOf('contrast', null));
});
