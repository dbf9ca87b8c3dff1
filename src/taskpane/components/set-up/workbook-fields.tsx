import { Input, Select } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { ProviderSetup, Purpose } from '../../../workbook/model.ts';
import { concernsFrom, concernsText } from '../../state/concerns.ts';
import type { SetupProblems } from '../../state/rules.ts';
import { useWords } from '../pane-context.tsx';
import { Section } from '../section.tsx';
import { FormField } from '../forms/form-field.tsx';

interface WorkbookFieldsProps {
  readonly setup: ProviderSetup;
  readonly problems: SetupProblems;
  readonly tried: boolean;
  readonly onChange: (change: Partial<ProviderSetup>) => void;
}

const purposes: readonly Purpose[] = ['new', 'replacement', 'void'];

/** The invoice date of new lines, and what this workbook sends. */
export function WorkbookFields({ setup, problems, tried, onChange }: WorkbookFieldsProps): ReactElement {
  const words = useWords();
  const dateProblem = problems.invoiceDate ? words.setUp.invoiceDateProblem : null;
  const concernsProblem = tried && problems.concerns ? words.setUp.concernsProblem : null;
  return (
    <Section title={words.setUp.workbookTitle}>
      <FormField
        label={words.setUp.invoiceDate}
        hint={words.setUp.invoiceDateHelp}
        validationState={dateProblem === null ? 'none' : 'error'}
        validationMessage={dateProblem}
      >
        <Input
          id="setup-invoice-date"
          value={setup.invoiceDate}
          placeholder="MM/DD/YYYY"
          autoComplete="off"
          onChange={(_, data) => {
            onChange({ invoiceDate: data.value });
          }}
        />
      </FormField>
      <FormField label={words.setUp.purpose}>
        <Select
          value={setup.purpose}
          onChange={(_, data) => {
            const purpose = purposes.find((each) => each === data.value) ?? 'new';
            onChange({ purpose, ...(purpose === 'new' ? { concerns: [] } : {}) });
          }}
        >
          {purposes.map((purpose) => (
            <option key={purpose} value={purpose}>
              {words.setUp.purposes[purpose]}
            </option>
          ))}
        </Select>
      </FormField>
      {setup.purpose === 'new' ? null : (
        <FormField
          label={words.setUp.concerns}
          hint={words.setUp.concernsHelp}
          required
          validationState={concernsProblem === null ? 'none' : 'error'}
          validationMessage={concernsProblem}
        >
          <Input
            id="setup-concerns"
            value={concernsText(setup.concerns)}
            autoComplete="off"
            onChange={(_, data) => {
              onChange({ concerns: concernsFrom(data.value) });
            }}
          />
        </FormField>
      )}
    </Section>
  );
}
