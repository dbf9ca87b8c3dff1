import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, type ReactElement } from 'react';
import { columnOf } from '../../../guidance/columns.ts';
import type { Finding } from '../../../guidance/finding.ts';
import { wordsFor } from '../../../guidance/messages/words.ts';
import type { ImportOutcome } from '../../state/import-preview.ts';
import { useFindingText } from '../forms/finding-text.ts';
import { useWords } from '../pane-context.tsx';
import { PreviewKind } from './preview-kind.tsx';

const useStyles = makeStyles({
  kinds: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

/** What the check would find in the list, by rule, with the rows of the file: errors first, then the most frequent. */
export function ImportFindings({ outcome }: { readonly outcome: ImportOutcome }): ReactElement | null {
  const styles = useStyles();
  const words = useWords();
  const textOf = useFindingText();
  const { findings, rows } = outcome;
  const kinds = useMemo(() => byRule(findings), [findings]);
  if (kinds.length === 0) return null;
  return (
    <div className={styles.kinds}>
      {kinds.map((kind) => {
        const [first] = kind;
        return first === undefined ? null : (
          <PreviewKind
            key={`${first.severity} ${first.code}`}
            title={`${words.check[first.severity]}: ${wordsFor(first, words.rules).title}`}
            count={kind.length}
            entries={kind}
            entryKey={({ line, column }) => `${String(line)} ${column}`}
          >
            {(finding) => (
              <>
                {words.import.row(rows[finding.line] ?? 0)} · {columnOf(finding.column).header} ·{' '}
                {words.check[finding.severity]}: {textOf(finding)}
              </>
            )}
          </PreviewKind>
        );
      })}
    </div>
  );
}

function byRule(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const kinds = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.severity} ${finding.code}`;
    const kind = kinds.get(key);
    if (kind === undefined) kinds.set(key, [finding]);
    else kind.push(finding);
  }
  const weight = ([first]: readonly Finding[]): number => (first?.severity === 'error' ? 0 : 1);
  return [...kinds.values()].sort((left, right) => weight(left) - weight(right) || right.length - left.length);
}
