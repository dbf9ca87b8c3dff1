import { Select } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { sortings, type Sorting } from '../../effects/fill.ts';
import { Action, Actions } from '../actions.tsx';
import { useCommands, useWords } from '../pane-context.tsx';
import { Section } from '../section.tsx';
import { FormField } from '../forms/form-field.tsx';

const choices = Object.keys(sortings) as readonly Sorting[];

/** Sorts all lines; keys and marks travel along. */
export function SortLines(): ReactElement {
  const words = useWords();
  const commands = useCommands();
  const [by, setBy] = useState<Sorting>('invoiceNumber');
  return (
    <Section title={words.fill.sortTitle}>
      <FormField label={words.fill.sort}>
        <Select
          value={by}
          onChange={(_, data) => {
            setBy(choices.find((choice) => choice === data.value) ?? by);
          }}
        >
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {words.fill.sorts[choice]}
            </option>
          ))}
        </Select>
      </FormField>
      <Actions>
        <Action onClick={() => void commands.sortLines(by)}>{words.fill.sortButton}</Action>
      </Actions>
    </Section>
  );
}
