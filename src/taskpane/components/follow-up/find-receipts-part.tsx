import type { ReactElement } from 'react';
import { Action, Actions } from '../actions.tsx';
import { useCommands, useWords } from '../pane-context.tsx';
import { Section } from '../section.tsx';
import { InvoiceNumberForm } from './invoice-number-form.tsx';

/** Receipts that the workbook has lost, fetched again from the plan. */
export function FindReceiptsPart(): ReactElement {
  const { find } = useWords().followUp;
  const commands = useCommands();
  return (
    <Section title={find.title} text={find.text}>
      <Actions>
        <Action onClick={() => void commands.findReceipts(null)}>{find.all}</Action>
      </Actions>
      <InvoiceNumberForm
        label={find.number}
        button={find.one}
        onNumber={(number) => void commands.findReceipts(number)}
      />
    </Section>
  );
}
