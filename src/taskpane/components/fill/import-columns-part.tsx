import { Select, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { columnOf } from '../../../guidance/columns.ts';
import { columnLetters } from '../../../workbook/area.ts';
import { nameComesApart, withTarget } from '../../../workbook/import/column-mapping.ts';
import { importTargets, isImportTarget, type ImportTarget } from '../../../workbook/import/import-target.ts';
import type { ImportDraft } from '../../state/import-preview.ts';
import type { Words } from '../../words/english.ts';
import { Action, Actions } from '../actions.tsx';
import { FormField } from '../forms/form-field.tsx';
import { useCommands, useWords } from '../pane-context.tsx';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  text: { margin: 0 },
});

/** Says which columns of the list were recognised, and lets a person say where the others go. */
export function ImportColumnsPart({ draft }: { readonly draft: ImportDraft }): ReactElement {
  const styles = useStyles();
  const words = useWords();
  const commands = useCommands();
  const [all, setAll] = useState(false);
  const { list, mapping, byHeaders } = draft;
  const nameOf = (place: number) => {
    const header = list.headers[place] ?? '';
    return header === '' ? words.import.columnAt(columnLetters(place)) : header;
  };
  const open = mapping.columns.flatMap(({ target }, place) => (target === null ? [nameOf(place)] : []));
  const recognized = mapping.columns.filter(({ target }) => target !== null && target !== 'ignored').length;
  // A column that a person has placed stays in sight, so that the choice can be changed.
  const shown = mapping.columns.flatMap(({ target }, place) =>
    all || target === null || byHeaders.columns[place]?.target === null ? [place] : [],
  );
  return (
    <>
      <p className={styles.text} role="status">
        {words.import.columns(recognized, open.length, open.join(', '))}
      </p>
      <div className={styles.fields}>
        {shown.map((place) => {
          const target = mapping.columns[place]?.target ?? null;
          const example = list.rows.map(({ cells }) => cells[place] ?? '').find((cell) => cell.trim() !== '');
          return (
            <FormField
              key={place}
              label={words.import.columnHolds(nameOf(place))}
              {...(example === undefined ? {} : { hint: words.import.example(example) })}
            >
              <Select
                value={target ?? ''}
                onChange={(_, { value }) => {
                  const chosen = isImportTarget(value) ? value : null;
                  void commands.previewImport({ type: 'importMapped', mapping: withTarget(mapping, place, chosen) });
                }}
              >
                <option value="">{words.common.choose}</option>
                {importTargets.map((each) =>
                  each === 'memberName' && target !== each && !nameComesApart(list, place) ? null : (
                    <option key={each} value={each}>
                      {targetText(each, words)}
                    </option>
                  ),
                )}
              </Select>
            </FormField>
          );
        })}
      </div>
      <Actions>
        <Action
          onClick={() => {
            setAll(!all);
          }}
        >
          {all ? words.import.fewerColumns : words.import.allColumns}
        </Action>
      </Actions>
    </>
  );
}

function targetText(target: ImportTarget, words: Words): string {
  if (target === 'ignored') return words.import.notRead;
  if (target === 'memberName') return words.import.memberName;
  const { element, header } = columnOf(target);
  return `${String(element.number)} · ${header}`;
}
