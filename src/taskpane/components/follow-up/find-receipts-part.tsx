import { Input } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { isWellFormed } from '../../../guidance/formats.ts';
import { Action, Actions } from '../actions.tsx';
import { FormField } from '../forms/form-field.tsx';
import { useCommands, useWords } from '../pane-context.tsx';
import { Section } from '../section.tsx';

/** Receipts that the workbook has lost, fetched again from the plan. */
export function FindReceiptsPart(): ReactElement {
  const { find } = useWords().followUp;
  const commands = useCommands();
  const [number, setNumber] = useState('');
  const [tried, setTried] = useState(false);
  const isNumber = isWellFormed.invoiceNumber(number.trim());
  return (
    <Section title={find.title} text={find.text}>
      <Actions>
        <Action onClick={() => void commands.findReceipts(null)}>{find.all}</Action>
      </Actions>
      <FormField
        label={find.number}
        hint={find.numberHelp}
        validationState={tried && !isNumber ? 'error' : 'none'}
        validationMessage={tried && !isNumber ? find.numberProblem : null}
      >
        <Input
          value={number}
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
          onChange={(_, data) => {
            setNumber(data.value);
          }}
        />
      </FormField>
      <Actions>
        <Action
          onClick={() => {
            setTried(true);
            if (isNumber) void commands.findReceipts(number.trim());
          }}
        >
          {find.one}
        </Action>
      </Actions>
    </Section>
  );
}
