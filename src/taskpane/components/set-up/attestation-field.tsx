import { Checkbox } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { ProviderSetup } from '../../../workbook/model.ts';
import { useWords } from '../pane-context.tsx';
import { Section } from '../section.tsx';
import { FormField } from '../forms/form-field.tsx';

interface AttestationFieldProps {
  readonly setup: ProviderSetup;
  readonly tried: boolean;
  readonly onChange: (change: Pick<ProviderSetup, 'attested'>) => void;
}

/** Guidance section 2(1) and footnote 6: who may send invoices at all. */
export function AttestationField({ setup, tried, onChange }: AttestationFieldProps): ReactElement {
  const words = useWords();
  const missing = tried && !setup.attested;
  return (
    <Section title={words.setUp.attestationTitle}>
      <FormField
        hint={words.setUp.attestationHelp}
        validationState={missing ? 'error' : 'none'}
        validationMessage={missing ? words.setUp.attestationProblem : null}
      >
        <Checkbox
          id="setup-attestation"
          label={words.setUp.attestation}
          checked={setup.attested}
          onChange={(_, data) => {
            onChange({ attested: data.checked === true });
          }}
        />
      </FormField>
    </Section>
  );
}
