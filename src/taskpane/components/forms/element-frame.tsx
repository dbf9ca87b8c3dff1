import { useState, type KeyboardEvent, type ReactElement } from 'react';
import { columnOf, type ColumnKey } from '../../../guidance/columns.ts';
import type { Finding } from '../../../guidance/finding.ts';
import { elementHelp } from '../../../guidance/messages/words.ts';
import { useWords } from '../pane-context.tsx';
import { useFindingText } from './finding-text.ts';
import { FormField } from './form-field.tsx';

/** What every field of an element takes. */
export interface ElementFieldProps {
  /** Name of the form, so that two forms with the same element do not share an id. */
  readonly form: string;
  readonly column: ColumnKey;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Findings of the whole form; the field shows its own. */
  readonly findings: readonly Finding[];
  /** Whether a save was tried: then a blank required field is said too. */
  readonly tried: boolean;
  /** In place of the guidance's help. */
  readonly help?: string | undefined;
  /** In place of the guidance's name. */
  readonly label?: string;
}

interface ElementFrameProps extends Omit<ElementFieldProps, 'onChange' | 'form'> {
  /** The control; it takes label, help and error from the frame. */
  readonly children: ReactElement;
  readonly onKeyDownCapture?: (event: KeyboardEvent) => void;
}

/**
 * A data element's name, its help, and what the rules say of it. Something wrong is said as soon as the field has been
 * left once, then with every key until it is right.
 */
export function ElementFrame(props: ElementFrameProps): ReactElement {
  const { column, value, findings, tried, children } = props;
  const { element, header, occurrence } = columnOf(column);
  // Of a repeated element one cell is required (footnote 26); the others are there for more.
  const required = element.required && occurrence === 1;
  const words = useWords();
  const textOf = useFindingText();
  const [left, setLeft] = useState(false);
  const own = tried || (left && value !== '') ? findings.filter((finding) => finding.column === column) : [];
  const finding = own.find(({ severity }) => severity === 'error') ?? own[0];
  const label = props.label ?? header;
  return (
    <FormField
      label={required ? label : `${label} (${words.common.optional})`}
      required={required}
      hint={props.help ?? (occurrence === 1 ? elementHelp(column, words.rules) : null)}
      validationState={finding === undefined ? 'none' : finding.severity}
      validationMessage={finding === undefined ? null : textOf(finding)}
      onKeyDownCapture={props.onKeyDownCapture}
      onBlur={() => {
        setLeft(true);
      }}
    >
      {children}
    </FormField>
  );
}
