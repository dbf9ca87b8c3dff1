import { Field, Input, Select } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { columnOf, type ColumnKey } from '../../../guidance/columns.ts';
import type { ElementFormat } from '../../../guidance/elements.ts';
import type { Finding } from '../../../guidance/finding.ts';
import { states } from '../../../guidance/states.ts';
import type { Words } from '../../words/english.ts';
import { useWords } from '../pane-context.tsx';
import { fieldId } from './field-id.ts';
import { useFindingText } from './finding-text.ts';

interface ElementFieldProps {
  /** Name of the form, so that two forms with the same element do not share an id. */
  readonly form: string;
  readonly column: ColumnKey;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Findings of the whole form; the field shows its own. */
  readonly findings: readonly Finding[];
  /** Whether a save was tried: then a blank required field is said too. */
  readonly tried: boolean;
  readonly help?: string;
  readonly label?: string;
}

const numeric = new Set<ElementFormat>(['npi', 'tin', 'phone', 'zip', 'homelessnessIndicator', 'invoiceNumber']);
const decimal = new Set<ElementFormat>(['unitCount', 'money']);

/**
 * One data element: the guidance's name as its label, its help, and what the rules say of it. Something wrong is said
 * as soon as the field has been left once, then with every key until it is right.
 */
export function ElementField(props: ElementFieldProps): ReactElement {
  const { form, column, value, onChange, findings, tried } = props;
  const { element, header } = columnOf(column);
  const words = useWords();
  const textOf = useFindingText();
  const [left, setLeft] = useState(false);
  const finding =
    tried || (left && value !== '')
      ? (findings.find((each) => each.column === column && each.severity === 'error') ??
        findings.find((each) => each.column === column))
      : undefined;
  const label = props.label ?? header;
  const options = optionsOf(element.format, words);
  const shared = {
    id: fieldId(form, column),
    value,
    onBlur: () => {
      setLeft(true);
    },
  };
  return (
    <Field
      label={element.required ? label : `${label} (${words.common.optional})`}
      required={element.required}
      hint={props.help ?? element.help}
      validationState={finding === undefined ? 'none' : finding.severity}
      validationMessage={finding === undefined ? null : textOf(finding)}
    >
      {options === null ? (
        <Input
          {...shared}
          autoComplete="off"
          spellCheck={false}
          inputMode={numeric.has(element.format) ? 'numeric' : decimal.has(element.format) ? 'decimal' : 'text'}
          placeholder={element.format === 'date' ? 'MM/DD/YYYY' : ''}
          onChange={(_, data) => {
            onChange(data.value);
          }}
        />
      ) : (
        <Select
          {...shared}
          onChange={(_, data) => {
            onChange(data.value);
          }}
        >
          {options.some(([code]) => code === value) ? null : <option value={value}>{value}</option>}
          {options.map(([code, text]) => (
            <option key={code} value={code}>
              {text}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

/** Entries of the elements whose few values are all known; null for the others. */
function optionsOf(format: ElementFormat, words: Words): readonly (readonly [code: string, text: string])[] | null {
  switch (format) {
    case 'state':
      return [['', words.common.choose], ...states.map(({ code, name }) => [code, `${code} · ${name}`] as const)];
    case 'homelessnessIndicator':
      return [
        ['', words.setUp.notHomeless],
        ['1', words.setUp.homeless],
      ];
    default:
      return null;
  }
}
