import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, type SubmitEvent, type ReactElement } from 'react';
import { billingKeys } from '../../../workbook/geometry.ts';
import type { ProviderSetup } from '../../../workbook/model.ts';
import { setupProblems } from '../../state/rules.ts';
import { Action, Actions } from '../actions.tsx';
import { ElementField } from '../forms/element-field.tsx';
import { ErrorSummary, type SummaryEntry } from '../forms/error-summary.tsx';
import { fieldId } from '../forms/field-id.ts';
import { useFindingText } from '../forms/finding-text.ts';
import { usePaneState, useCommands, useDispatch, useWords, usePaneTools } from '../pane-context.tsx';
import { Section } from '../section.tsx';
import type { Ready } from '../use-ready.ts';
import { AttestationField } from './attestation-field.tsx';
import { SitesPart, siteForm } from './sites-part.tsx';
import { WorkbookFields } from './workbook-fields.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
  unsaved: { margin: 0 },
});

/** Elements 1 to 20, the invoice date, the purpose and the attestation: what the Setup sheet holds. */
export function ProviderPart({ plan, contents }: Ready): ReactElement {
  const styles = useStyles();
  const words = useWords();
  const { today } = usePaneTools();
  const commands = useCommands();
  const dispatch = useDispatch();
  const textOf = useFindingText();
  const { draft, tries } = usePaneState((state) => state.setUp);
  const setup = draft ?? contents.setup;
  const problems = useMemo(() => setupProblems(setup, plan, today()), [setup, plan, today]);
  const edit = (change: Partial<ProviderSetup>): void => {
    dispatch({ type: 'setupEdited', draft: { ...setup, ...change } });
  };
  const entries: readonly SummaryEntry[] = [
    ...problems.billing.map((finding) => ({ field: fieldId('billing', finding.column), text: textOf(finding) })),
    ...problems.sites.flatMap((findings, site) =>
      findings.map((finding) => ({ field: fieldId(siteForm(site), finding.column), text: textOf(finding) })),
    ),
    ...(problems.noSite ? [{ field: 'add-site', text: words.setUp.noSites }] : []),
    ...(problems.invoiceDate ? [{ field: 'setup-invoice-date', text: words.setUp.invoiceDateProblem }] : []),
    ...(problems.concerns ? [{ field: 'setup-concerns', text: words.setUp.concernsProblem }] : []),
    ...(setup.attested ? [] : [{ field: 'setup-attestation', text: words.setUp.attestationProblem }]),
  ];
  const save = (event: SubmitEvent): void => {
    event.preventDefault();
    void commands.saveSetup();
  };
  return (
    <form className={styles.form} noValidate onSubmit={save}>
      <ErrorSummary entries={entries} tries={tries} />
      <Section title={words.setUp.providerTitle} text={words.setUp.providerText}>
        {billingKeys.map((key) => (
          <ElementField
            key={key}
            form="billing"
            column={key}
            value={setup.billing[key]}
            findings={problems.billing}
            tried={tries > 0}
            onChange={(value) => {
              edit({ billing: { ...setup.billing, [key]: value } });
            }}
          />
        ))}
      </Section>
      <SitesPart setup={setup} problems={problems} tried={tries > 0} onChange={edit} />
      <WorkbookFields setup={setup} problems={problems} tried={tries > 0} onChange={edit} />
      <AttestationField setup={setup} tried={tries > 0} onChange={edit} />
      {draft === null ? null : <p className={styles.unsaved}>{words.setUp.unsaved}</p>}
      <Actions>
        <Action primary>{words.setUp.saveSetup}</Action>
        {draft === null ? null : (
          <Action
            onClick={() => {
              dispatch({ type: 'setupDiscarded' });
            }}
          >
            {words.setUp.discard}
          </Action>
        )}
      </Actions>
    </form>
  );
}
