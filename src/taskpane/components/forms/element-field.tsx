import { Input, Select } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { columnOf } from '../../../guidance/columns.ts';
import type { ElementFormat } from '../../../guidance/elements.ts';
import { states } from '../../../guidance/states.ts';
import type { Words } from '../../words/english.ts';
import { useWords } from '../pane-context.tsx';
import { ElementFrame, type ElementFieldProps } from './element-frame.tsx';
import { fieldId } from './field-id.ts';

const numeric = new Set<ElementFormat>(['npi', 'tin', 'phone', 'zip', 'invoiceNumber']);
const decimal = new Set<ElementFormat>(['unitCount', 'money']);

/** A data element that is typed, or chosen where its few values are all known. */
export function ElementField(props: ElementFieldProps & { readonly readOnly?: boolean }): ReactElement {
  const { form, column, value, onChange, readOnly } = props;
  const { format } = columnOf(column).element;
  const options = optionsOf(format, useWords());
  const id = fieldId(form, column);
  return (
    <ElementFrame {...props}>
      {options === null ? (
        <Input
          id={id}
          value={value}
          readOnly={readOnly === true}
          autoComplete="off"
          spellCheck={false}
          inputMode={numeric.has(format) ? 'numeric' : decimal.has(format) ? 'decimal' : 'text'}
          placeholder={format === 'date' ? 'MM/DD/YYYY' : ''}
          onChange={(_, data) => {
            onChange(data.value);
          }}
        />
      ) : (
        <Select
          id={id}
          value={value}
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
    </ElementFrame>
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
