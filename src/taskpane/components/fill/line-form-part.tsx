import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, type SubmitEvent, type ReactElement } from 'react';
import { isEntryKey } from '../../../workbook/invoice-columns.ts';
import type { LineEntry } from '../../../workbook/model.ts';
import type { LineForm } from '../../state/fill-state.ts';
import { lineFindings } from '../../state/rules.ts';
import { Action, Actions } from '../actions.tsx';
import { ErrorSummary } from '../forms/error-summary.tsx';
import { fieldId } from '../forms/field-id.ts';
import { useFindingText } from '../forms/finding-text.ts';
import { useCommands, useDispatch, usePaneTools, useWords } from '../pane-context.tsx';
import { Section } from '../section.tsx';
import type { Ready } from '../use-ready.ts';
import { LineFields } from './line-fields.tsx';
import { LineRepairs } from './line-repairs.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** One line with every element that a person fills: the way to work by keyboard and screen reader. */
export function LineFormPart(props: Ready & { readonly form: LineForm }): ReactElement {
  const { contents, form, plan } = props;
  const styles = useStyles();
  const words = useWords();
  const { today } = usePaneTools();
  const commands = useCommands();
  const dispatch = useDispatch();
  const textOf = useFindingText();
  const { entry, row, tries } = form;
  const { text, findings } = useMemo(
    () => lineFindings(entry, row, contents, plan, today()),
    [entry, row, contents, plan, today],
  );
  // What is derived is mended where it comes from: on Setup and Members.
  const errors = findings.filter(({ column, severity }) => severity === 'error' && isEntryKey(column));
  const place = contents.lines.findIndex((line) => line.row === row);
  const edit = (change: Partial<LineEntry>): void => {
    dispatch({ type: 'lineEdited', entry: { ...entry, ...change } });
  };
  const save = (event: SubmitEvent): void => {
    event.preventDefault();
    void commands.saveLine({ another: false });
  };
  const walk = (to: number, label: string): ReactElement | null => {
    const target = contents.lines[to];
    return place < 0 || target === undefined ? null : (
      <Action small onClick={() => void commands.openLine(target.row)}>
        {label}
      </Action>
    );
  };
  return (
    <form className={styles.form} noValidate onSubmit={save}>
      <Section level={2} title={row === null ? words.fill.form.newTitle : words.fill.form.title(row)}>
        <ErrorSummary
          tries={tries}
          entries={errors.map((finding) => ({
            field: fieldId('line', finding.column),
            text: textOf(finding),
          }))}
        />
        <Actions>
          {walk(place - 1, words.fill.form.previous)}
          {walk(place + 1, words.fill.form.next)}
        </Actions>
        <LineRepairs contents={contents} plan={plan} entry={entry} text={text} findings={findings} onChange={edit} />
        <LineFields {...props} text={text} findings={findings} onChange={edit} />
      </Section>
      <Actions>
        <Action primary>{words.fill.form.save}</Action>
        {row === null ? (
          <Action onClick={() => void commands.saveLine({ another: true })}>{words.fill.form.saveAndNew}</Action>
        ) : null}
        <Action
          onClick={() => {
            dispatch({ type: 'fillClosed' });
          }}
        >
          {words.common.back}
        </Action>
      </Actions>
    </form>
  );
}
