import { Combobox, Option } from '@fluentui/react-components';
import { useState, type KeyboardEvent, type ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { matchesWords } from '../../state/word-search.ts';
import { ElementFrame, type ElementFieldProps } from './element-frame.tsx';
import { fieldId } from './field-id.ts';

/** An entry to choose. */
export interface SearchOption {
  /** What the cell gets. */
  readonly value: string;
  /** What the list shows, and the field once it is chosen. */
  readonly text: string;
  /** More words that find it. */
  readonly keywords?: string;
}

interface SearchFieldProps extends ElementFieldProps {
  readonly options: readonly SearchOption[];
  /** Further entries for what is typed, from a list that is too long to be shown. */
  readonly search?: (query: string) => readonly SearchOption[];
  /** Said in place of the list where no entry matches. */
  readonly noMatch: string;
}

/** Entries that the list shows at once; more words show others. */
const most = 40;

/**
 * A field with a list that is searched by words, in any order. What is typed and is no entry stays as it is typed: the
 * rules say what is wrong with it.
 */
export function SearchField(props: SearchFieldProps): ReactElement {
  const { column, form, noMatch, onChange, options, search, value } = props;
  /** What was typed since the last choice; null shows the choice. */
  const [query, setQuery] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  /**
   * The tabulator key leaves the field as it is typed. The list would take the entry that it happens to mark: from
   * `Z59` it would make a diagnosis, from a bare code a service, that nobody chose. It is closed before the browser
   * looks for the next field, since a list that scrolls is a stop of its own.
   */
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Tab') return;
    event.stopPropagation();
    flushSync(() => {
      setOpen(false);
    });
  };
  const chosen = options.find((option) => option.value === value);
  const wanted = query ?? (chosen === undefined ? value : '');
  const near = options.filter(({ text, keywords }) => matchesWords(`${text} ${keywords ?? ''}`, wanted));
  const shown = new Set(near.map((option) => option.value));
  const further = open ? (search?.(wanted) ?? []).filter((option) => !shown.has(option.value)) : [];
  const found = [...near, ...further];
  return (
    <ElementFrame {...props} onKeyDownCapture={leave}>
      <Combobox
        id={fieldId(form, column)}
        freeform
        inlinePopup
        open={open}
        onOpenChange={(_, data) => {
          setOpen(data.open);
        }}
        expandIcon={{ tabIndex: -1 }}
        autoComplete="off"
        spellCheck={false}
        value={query ?? chosen?.text ?? value}
        selectedOptions={chosen === undefined ? [] : [chosen.value]}
        onChange={({ target }) => {
          setQuery(target.value);
          onChange(target.value);
        }}
        onOptionSelect={(_, { optionValue }) => {
          if (optionValue === undefined) return;
          setQuery(null);
          onChange(optionValue);
        }}
        onBlur={() => {
          setQuery(null);
        }}
      >
        {found.length === 0 ? (
          <Option disabled value="" text={noMatch}>
            {noMatch}
          </Option>
        ) : (
          found.slice(0, most).map((option) => (
            <Option key={option.value} value={option.value} text={option.text}>
              {option.text}
            </Option>
          ))
        )}
      </Combobox>
    </ElementFrame>
  );
}
