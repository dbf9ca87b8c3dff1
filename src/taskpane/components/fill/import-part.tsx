import { Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState, type ReactElement } from 'react';
import { Action, Actions } from '../actions.tsx';
import { Notice } from '../notice.tsx';
import { useCommands, useDispatch, usePaneState, useWords } from '../pane-context.tsx';
import { Section } from '../section.tsx';
import type { Ready } from '../use-ready.ts';
import { ImportPreviewPart } from './import-preview-part.tsx';
import { FormField } from '../forms/form-field.tsx';

const useStyles = makeStyles({
  file: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  input: { maxWidth: '100%', minHeight: '24px', font: 'inherit' },
  area: { fontFamily: tokens.fontFamilyMonospace },
});

/** Opens a CSV file or takes a pasted block, previews it, and adds it. */
export function ImportPart(ready: Ready): ReactElement {
  const styles = useStyles();
  const words = useWords();
  const commands = useCommands();
  const dispatch = useDispatch();
  const { draft, refusal } = usePaneState((state) => state.fill);
  const [pasted, setPasted] = useState('');
  const fileId = useId();
  return (
    <Section level={2} title={words.import.title} text={words.import.text}>
      {draft === null ? (
        <>
          <div className={styles.file}>
            <label htmlFor={fileId}>{words.import.chooseFile}</label>
            <input
              id={fileId}
              className={styles.input}
              type="file"
              accept=".csv,.tsv,.txt,text/csv,text/plain"
              onChange={({ target }) => {
                const [file] = target.files ?? [];
                if (file !== undefined) void commands.readList(file);
                // The same file, mended meanwhile, can be opened again.
                target.value = '';
              }}
            />
          </div>
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
        <ImportPreviewPart {...ready} draft={draft} />
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
