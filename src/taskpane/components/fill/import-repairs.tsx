import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, type ReactElement } from 'react';
import { columnOf } from '../../../guidance/columns.ts';
import { repairWords } from '../../../guidance/messages/words.ts';
import type { FormRepair, RepairCode } from '../../../guidance/repairs.ts';
import type { ImportChoices, ImportOutcome } from '../../state/import-preview.ts';
import { useWords } from '../pane-context.tsx';
import { RepairedText } from '../repaired-text.tsx';
import { Section } from '../section.tsx';
import { PreviewKind } from './preview-kind.tsx';

const useStyles = makeStyles({
  kind: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
});

interface ImportRepairsProps {
  readonly outcome: ImportOutcome;
  readonly choices: ImportChoices;
  readonly onDecide: (change: Pick<ImportChoices, 'without'>) => void;
}

/** The repairs of form that the list offers, by kind, before and after: each kind is made or left out. */
export function ImportRepairs({ outcome, choices, onDecide }: ImportRepairsProps): ReactElement | null {
  const styles = useStyles();
  const words = useWords();
  const { repairs, rows, source } = outcome;
  const kinds = useMemo(() => byKind(repairs), [repairs]);
  if (kinds.size === 0) return null;
  return (
    <Section title={words.import.repairs(repairs.length)}>
      {[...kinds].map(([code, kind]) => {
        const title = repairWords(code, words.rules);
        return (
          <div key={code} className={styles.kind}>
            <Checkbox
              label={`${title} · ${words.repairs.count(kind.length)}`}
              checked={!choices.without.includes(code)}
              onChange={(_, data) => {
                const others = choices.without.filter((each) => each !== code);
                onDecide({ without: data.checked === true ? others : [...others, code] });
              }}
            />
            <PreviewKind
              title={words.import.beforeAndAfter(title)}
              count={kind.length}
              entries={kind.flatMap(({ line, changes }) => changes.map((change) => ({ line, ...change })))}
              entryKey={({ line, column }) => `${String(line)} ${column}`}
            >
              {({ line, column, value }) => (
                <RepairedText
                  name={`${words.import.row(rows[line] ?? 0)} · ${columnOf(column).header}`}
                  before={source[line]?.[column] ?? ''}
                  after={value}
                />
              )}
            </PreviewKind>
          </div>
        );
      })}
    </Section>
  );
}

function byKind(repairs: readonly FormRepair[]): ReadonlyMap<RepairCode, readonly FormRepair[]> {
  const kinds = new Map<RepairCode, FormRepair[]>();
  for (const repair of repairs) {
    const kind = kinds.get(repair.code);
    if (kind === undefined) kinds.set(repair.code, [repair]);
    else kind.push(repair);
  }
  return kinds;
}
