import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactElement, type ReactNode } from 'react';
import { useWords } from '../pane-context.tsx';
import { ShowMore } from '../show-more.tsx';

const useStyles = makeStyles({
  summary: { minHeight: '24px', cursor: 'pointer' },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  entry: { paddingBlock: tokens.spacingVerticalXXS },
});

/** Entries that are shown at once. */
const page = 20;

interface PreviewKindProps<Entry> {
  readonly title: string;
  readonly count: number;
  readonly entries: readonly Entry[];
  readonly entryKey: (entry: Entry) => string;
  readonly children: (entry: Entry) => ReactNode;
}

/** What a list has of one kind: how much, and, when it is opened, where. */
export function PreviewKind<Entry>({
  title,
  count,
  entries,
  entryKey,
  children,
}: PreviewKindProps<Entry>): ReactElement {
  const styles = useStyles();
  const words = useWords();
  const [shown, setShown] = useState(page);
  return (
    <details>
      <summary className={styles.summary}>
        {title} · {count.toLocaleString(words.language)}
      </summary>
      <ul className={styles.list}>
        {entries.slice(0, shown).map((entry) => (
          <li key={entryKey(entry)} className={styles.entry}>
            {children(entry)}
          </li>
        ))}
      </ul>
      <ShowMore total={entries.length} shown={shown} step={page} of={title} onShow={setShown} />
    </details>
  );
}
