import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState, type ReactElement } from 'react';
import { columnOf } from '../../../guidance/columns.ts';
import type { Finding } from '../../../guidance/finding.ts';
import { importOutcome, type ImportDraft } from '../../state/import-preview.ts';
import { Action, Actions } from '../actions.tsx';
import { useFindingText } from '../forms/finding-text.ts';
import { Notice } from '../notice.tsx';
import { useCommands, useDispatch, usePaneTools, useWords } from '../pane-context.tsx';
import { Section } from '../section.tsx';
import type { Ready } from '../use-ready.ts';
import { ImportColumnsPart } from './import-columns-part.tsx';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  finding: { paddingBlock: tokens.spacingVerticalXXS },
  text: { margin: 0 },
});

/** Findings that are shown at once. */
const page = 20;

const errorsFirst = (findings: readonly Finding[]): readonly Finding[] => [
  ...findings.filter(({ severity }) => severity === 'error'),
  ...findings.filter(({ severity }) => severity === 'warning'),
];

/** What the list would bring: counts, findings by the file's rows, repairs, and what to decide. */
export function ImportPreviewPart({ draft, contents, plan }: Ready & { readonly draft: ImportDraft }): ReactElement {
  const styles = useStyles();
  const words = useWords();
  const { today } = usePaneTools();
  const commands = useCommands();
  const dispatch = useDispatch();
  const textOf = useFindingText();
  const [shown, setShown] = useState(page);
  const { list, choices } = draft;
  const outcome = useMemo(() => importOutcome(draft, contents, plan, today()), [draft, contents, plan, today]);
  const errors = outcome.findings.filter(({ severity }) => severity === 'error').length;
  const { differences, entries, missing, repairs, rows } = outcome;
  const findings = useMemo(() => errorsFirst(outcome.findings), [outcome.findings]);
  const fits = entries.length <= contents.room;
  return (
    <Section title={words.import.previewTitle}>
      <div role="status">
        <p className={styles.text}>{words.import.found(entries.length, outcome.invoices, outcome.members.length)}</p>
        <p className={styles.text}>
          {findings.length === 0 ? words.import.clean : words.import.findings(errors, findings.length - errors)}
        </p>
        {differences === 0 ? null : <p className={styles.text}>{words.import.differences(differences)}</p>}
        {missing.length === 0 ? null : (
          <p className={styles.text}>{words.import.missing(missing.map((key) => columnOf(key).header).join(', '))}</p>
        )}
        {list.tooLong.length === 0 ? null : (
          <p className={styles.text}>{words.import.tooLong(list.tooLong.slice(0, page).join(', '))}</p>
        )}
      </div>
      <ImportColumnsPart draft={draft} />
      {repairs.length === 0 ? null : (
        <Checkbox
          label={words.import.repairs(repairs.length)}
          checked={choices.repair}
          onChange={(_, data) => {
            dispatch({ type: 'importDecided', choices: { ...choices, repair: data.checked === true } });
          }}
        />
      )}
      {outcome.namesProvider ? (
        <Checkbox
          label={words.import.setup}
          checked={choices.takeSetup}
          onChange={(_, data) => {
            dispatch({ type: 'importDecided', choices: { ...choices, takeSetup: data.checked === true } });
          }}
        />
      ) : null}
      {fits && entries.length > contents.freeRows ? <p className={styles.text}>{words.import.larger}</p> : null}
      {fits ? null : <Notice tone="error">{words.import.noRoom(contents.room)}</Notice>}
      <Actions>
        <Action primary disabled={!fits} onClick={() => void commands.importList()}>
          {words.import.add(entries.length)}
        </Action>
      </Actions>
      <ul className={styles.list}>
        {findings.slice(0, shown).map((finding) => (
          <li key={`${String(finding.line)} ${finding.column} ${finding.code}`} className={styles.finding}>
            {words.import.row(rows[finding.line] ?? 0)} · {columnOf(finding.column).header} ·{' '}
            {words.check[finding.severity]}: {textOf(finding)}
          </li>
        ))}
      </ul>
      {findings.length > shown ? (
        <Actions>
          <Action
            onClick={() => {
              setShown(shown + page);
            }}
          >
            {words.common.showMore(Math.min(page, findings.length - shown))}
          </Action>
        </Actions>
      ) : null}
    </Section>
  );
}
