import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, type SubmitEvent, type ReactElement } from 'react';
import { memberKeys } from '../../../workbook/geometry.ts';
import { memberFindings } from '../../state/rules.ts';
import type { MemberForm as MemberFormState } from '../../state/set-up-state.ts';
import { Action, Actions } from '../actions.tsx';
import { ElementField } from '../forms/element-field.tsx';
import { ErrorSummary } from '../forms/error-summary.tsx';
import { fieldId } from '../forms/field-id.ts';
import { useFindingText } from '../forms/finding-text.ts';
import { useCommands, useDispatch, usePaneTools, useWords } from '../pane-context.tsx';
import { Section } from '../section.tsx';
import type { Ready } from '../use-ready.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** One member: elements 21 to 29. */
export function MemberForm({ plan, form }: Ready & { readonly form: MemberFormState }): ReactElement {
  const styles = useStyles();
  const words = useWords();
  const { today } = usePaneTools();
  const commands = useCommands();
  const dispatch = useDispatch();
  const textOf = useFindingText();
  const { draft, tries } = form;
  const findings = useMemo(() => memberFindings(draft, plan, today()), [draft, plan, today]);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const save = (event: SubmitEvent): void => {
    event.preventDefault();
    void commands.saveMember();
  };
  return (
    <form className={styles.form} noValidate onSubmit={save}>
      <Section title={form.original === null ? words.setUp.newMember : words.setUp.editMember}>
        <ErrorSummary
          tries={tries}
          entries={errors.map((finding) => ({ field: fieldId('member', finding.column), text: textOf(finding) }))}
        />
        {memberKeys.map((key) => (
          <ElementField
            key={key}
            form="member"
            column={key}
            value={draft[key]}
            readOnly={key === 'memberCin' && form.original !== null}
            help={key === 'memberCin' && form.original !== null ? words.setUp.cinFixed : undefined}
            findings={findings}
            tried={tries > 0}
            onChange={(value) => {
              dispatch({ type: 'memberEdited', draft: { ...draft, [key]: value } });
            }}
          />
        ))}
      </Section>
      <Actions>
        <Action primary>{words.setUp.saveMember}</Action>
        <Action
          onClick={() => {
            dispatch({ type: 'memberClosed' });
          }}
        >
          {words.common.close}
        </Action>
      </Actions>
    </form>
  );
}
