import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type ReactElement } from 'react';
import { useWords } from '../pane-context.tsx';

const useStyles = makeStyles({
  summary: {
    borderLeft: `4px solid ${tokens.colorStatusDangerBorder2}`,
    paddingLeft: tokens.spacingHorizontalM,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  title: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, margin: 0 },
  list: { listStyleType: 'none', margin: `${tokens.spacingVerticalXS} 0`, padding: 0 },
  entry: { paddingBlock: tokens.spacingVerticalXXS },
  link: { minHeight: '24px', textAlign: 'start' },
});

/** One field to look at. */
export interface SummaryEntry {
  /** Id of the field's control. */
  readonly field: string;
  readonly text: string;
}

interface ErrorSummaryProps {
  readonly entries: readonly SummaryEntry[];
  /** Saves so far; the summary takes the focus after each save that leaves something to correct, and only then. */
  readonly tries: number;
}

/** What is still to correct after a save, with a way to each field, in the words that stand beside the field. */
export function ErrorSummary({ entries, tries }: ErrorSummaryProps): ReactElement | null {
  const styles = useStyles();
  const words = useWords();
  const box = useRef<HTMLDivElement>(null);
  const answered = useRef(tries);
  useEffect(() => {
    if (answered.current === tries) return;
    answered.current = tries;
    box.current?.focus();
  }, [tries]);
  if (tries === 0 || entries.length === 0) return null;
  return (
    <div ref={box} className={styles.summary} tabIndex={-1} role="group" aria-label={words.common.problems}>
      <h3 className={styles.title}>{words.common.problems}</h3>
      <ul className={styles.list}>
        {entries.map(({ field, text }) => (
          <li key={field} className={styles.entry}>
            <Link
              as="button"
              className={styles.link}
              onClick={() => {
                document.getElementById(field)?.focus();
              }}
            >
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
