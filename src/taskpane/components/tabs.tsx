import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { KeyboardEvent, ReactElement } from 'react';

const useStyles = makeStyles({
  // Wraps where the words are longer or the text is larger, so that nothing is cut off at 320 pixels.
  list: { display: 'flex', flexWrap: 'wrap', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  tab: {
    font: 'inherit',
    minHeight: '32px',
    paddingInline: tokens.spacingHorizontalSNudge,
    paddingBlock: tokens.spacingVerticalXS,
    border: 'none',
    borderBottom: '3px solid transparent',
    // Forced colours would draw what is transparent: only the selected tab is marked.
    '@media (forced-colors: active)': { borderBottomColor: 'Canvas' },
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1, borderBottomColor: tokens.colorNeutralStroke1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  selected: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
});

interface TabsProps<Value extends string> {
  /** Name of the tabs for a screen reader. */
  readonly label: string;
  /** Begins the ids of tabs and panels: {@link tabId}, {@link panelId}. */
  readonly name: string;
  readonly values: readonly Value[];
  readonly selected: Value;
  readonly onSelect: (value: Value) => void;
  readonly render: (value: Value) => ReactElement | string;
}

/** Id of a tab. */
export const tabId = (name: string, value: string): string => `${name}-tab-${value}`;

/** Id of a tab's panel. */
export const panelId = (name: string, value: string): string => `${name}-panel-${value}`;

/**
 * Tabs after the ARIA pattern: one stop of the tabulator key, arrows, Home and End go on. Fluent's own put focusable
 * stops that assistive technology must not see beside them, which accessibility checks refuse.
 */
export function Tabs<Value extends string>(props: TabsProps<Value>): ReactElement {
  const { label, name, values, selected, onSelect, render } = props;
  const styles = useStyles();
  const move = (event: KeyboardEvent): void => {
    const target = neighbour(values, selected, event.key);
    if (target === undefined) return;
    event.preventDefault();
    onSelect(target);
    document.getElementById(tabId(name, target))?.focus();
  };
  return (
    <div role="tablist" aria-label={label} className={styles.list}>
      {values.map((value) => (
        <button
          key={value}
          type="button"
          role="tab"
          id={tabId(name, value)}
          aria-selected={value === selected}
          aria-controls={value === selected ? panelId(name, value) : undefined}
          tabIndex={value === selected ? 0 : -1}
          className={mergeClasses(styles.tab, value === selected && styles.selected)}
          onKeyDown={move}
          onClick={() => {
            onSelect(value);
          }}
        >
          {render(value)}
        </button>
      ))}
    </div>
  );
}

function neighbour<Value>(values: readonly Value[], selected: Value, key: string): Value | undefined {
  const place = values.indexOf(selected);
  switch (key) {
    case 'ArrowRight':
      return values[(place + 1) % values.length];
    case 'ArrowLeft':
      return values.at(place - 1);
    case 'Home':
      return values[0];
    case 'End':
      return values.at(-1);
    default:
      return undefined;
  }
}
