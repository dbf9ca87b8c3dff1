import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useWords } from './pane-context.tsx';

const useStyles = makeStyles({
  // Spaces that are taken away have to be seen.
  value: { fontFamily: tokens.fontFamilyMonospace, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

interface RepairedTextProps {
  /** What the text belongs to. */
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** A text before and after a repair; a screen reader hears both words, where the eye has an arrow. */
export function RepairedText({ name, before, after }: RepairedTextProps): ReactElement {
  const styles = useStyles();
  const words = useWords();
  const shown = (text: string): string => (text === '' ? words.repairs.blank : text);
  return (
    <>
      {name}: {words.repairs.before} <del className={styles.value}>{shown(before)}</del>, {words.repairs.after}{' '}
      <ins className={styles.value}>{shown(after)}</ins>
    </>
  );
}
