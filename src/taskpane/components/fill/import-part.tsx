import { Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { Action, Actions } from '../actions.tsx';
import { FileField } from '../forms/file-field.tsx';
import { FormField } from '../forms/form-field.tsx';
import { Notice } from '../notice.tsx';
import { useCommands, useDispatch, usePaneState, useWords } from '../pane-context.tsx';
import { Section } from '../section.tsx';
import type { Ready } from '../use-ready.ts';
import { ImportPreviewPart } from './import-preview-part.tsx';

const useStyles = makeStyles({
  area: { fontFamily: tokens.fontFamilyMonospace },
});

/** Text with delimiters, and workbooks. What the file truly is, its content tells. */
const accepted =
  '.csv,.tsv,.txt,.xlsx,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Opens a file or takes a pasted block, previews it, and adds its lines, or its members. */
export function ImportPart(ready: Ready): ReactElement {
  const styles = useStyles();
  const words = useWords();
  const commands = useCommands();
  const dispatch = useDispatch();
  const { draft, outcome, purpose, refusal } = usePaneState((state) => state.fill);
  const [pasted, setPasted] = useState('');
  return (
    <Section level={2} title={words.import.title[purpose]} text={words.import.text[purpose]} arrives>
      {draft === null ? (
        <>
          <FileField
            label={words.import.chooseFile}
            accept={accepted}
            onFile={(file) => void commands.readList(file)}
          />
          <FormField label={words.import.or}>
            <Textarea
              className={styles.area}
              rows={6}
              value={pasted}
              spellCheck={false}
              autoComplete="off"
              onChange={(_, data) => {
                setPasted(data.value);
              }}
            />
          </FormField>
          <Actions>
            <Action primary disabled={pasted.trim() === ''} onClick={() => void commands.readList(pasted)}>
              {words.import.read}
            </Action>
          </Actions>
        </>
      ) : (
        <ImportPreviewPart contents={ready.contents} draft={draft} outcome={outcome} purpose={purpose} />
      )}
      <div role="alert">{refusal === null ? null : <Notice tone="error">{words.import.refusals[refusal]}</Notice>}</div>
      <Actions>
        {draft === null ? null : (
          <Action
            onClick={() => {
              dispatch({ type: 'importDropped' });
            }}
          >
            {words.import.another}
          </Action>
        )}
        <Action
          onClick={() => {
            dispatch({ type: 'fillClosed' });
          }}
        >
          {words.common.back}
        </Action>
      </Actions>
    </Section>
  );
}
