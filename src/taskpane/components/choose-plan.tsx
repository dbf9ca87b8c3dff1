import { Radio, RadioGroup } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { Plan } from '../state/plans.ts';
import { Action, Actions } from './actions.tsx';
import { useCommands, useWords } from './pane-context.tsx';
import { Section } from './section.tsx';
import { Support } from './support.tsx';
import { FormField } from './forms/form-field.tsx';

/** No template in the workbook yet: choose the plan, where there are several, and install. */
export function ChoosePlan({ plans }: { readonly plans: readonly Plan[] }): ReactElement {
  const words = useWords();
  const commands = useCommands();
  const [chosen, setChosen] = useState(plans[0]?.profile.id ?? '');
  const plan = plans.find(({ profile }) => profile.id === chosen);
  return (
    <Section level={2} title={words.install.title} text={words.install.text}>
      {plans.length === 1 ? (
        <p>{plan?.profile.name}</p>
      ) : (
        <FormField label={words.install.plan}>
          <RadioGroup
            value={chosen}
            onChange={(_, data) => {
              setChosen(data.value);
            }}
          >
            {plans.map(({ profile }) => (
              <Radio key={profile.id} value={profile.id} label={profile.name} />
            ))}
          </RadioGroup>
        </FormField>
      )}
      <Actions>
        <Action primary disabled={plan === undefined} onClick={() => void commands.install(chosen)}>
          {words.install.button}
        </Action>
      </Actions>
      {plan === undefined ? null : <Support profile={plan.profile} />}
    </Section>
  );
}
