import { Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { isWellFormed } from '../../../guidance/formats.ts';
import { Action, Actions } from '../actions.tsx';
import { FormField } from '../forms/form-field.tsx';
import { useWords } from '../pane-context.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

interface InvoiceNumberFormProps {
  readonly label: string;
  readonly button: string;
  /** Called with ten digits. */
  readonly onNumber: (invoiceNumber: string) => void;
}

/** Asks for an invoice number; what is none is said at the field, and nothing is asked. */
export function InvoiceNumberForm({ button, label, onNumber }: InvoiceNumberFormProps): ReactElement {
  const styles = useStyles();
  const { find } = useWords().followUp;
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const number = typed.trim();
  const isNumber = isWellFormed.invoiceNumber(number);
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (isNumber) onNumber(number);
      }}
    >
      <FormField
        label={label}
        hint={find.numberHelp}
        validationState={tried && !isNumber ? 'error' : 'none'}
        validationMessage={tried && !isNumber ? find.numberProblem : null}
      >
        <Input
          value={typed}
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
          onChange={(_, data) => {
            setTyped(data.value);
          }}
        />
      </FormField>
      <Actions>
        <Action>{button}</Action>
      </Actions>
    </form>
  );
}
