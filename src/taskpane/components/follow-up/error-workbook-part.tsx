import { makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { ErrorFileView } from '../../state/follow-up-state.ts';
import type { Words } from '../../words/english.ts';
import { Action, Actions } from '../actions.tsx';
import { FileField } from '../forms/file-field.tsx';
import { Notice } from '../notice.tsx';
import { useCommands, usePaneState, useWords } from '../pane-context.tsx';
import { Section } from '../section.tsx';

const useStyles = makeStyles({ text: { margin: 0 } });

/** An error workbook that came from the plan, by whichever way: what it says, and what was corrected in it. */
export function ErrorWorkbookPart(): ReactElement {
  const words = useWords();
  const commands = useCommands();
  const errorFile = usePaneState((state) => state.followUp.errorFile);
  const { errorWorkbook } = words.followUp;
  return (
    <Section title={errorWorkbook.title} text={errorWorkbook.text}>
      <FileField
        label={errorWorkbook.choose}
        accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onFile={(file) => void commands.readErrorWorkbook(file)}
      />
      <div role="alert">
        {errorFile?.kind === 'refused' ? <Notice tone="error">{refusalText(errorFile.reason, words)}</Notice> : null}
      </div>
      {errorFile?.kind === 'loaded' ? <LoadedPart loaded={errorFile} /> : null}
    </Section>
  );
}

function LoadedPart({ loaded }: { readonly loaded: Extract<ErrorFileView, { kind: 'loaded' }> }): ReactElement {
  const styles = useStyles();
  const commands = useCommands();
  const { errorWorkbook } = useWords().followUp;
  const { corrected, missing, submissionId } = loaded;
  return (
    <>
      <p className={styles.text}>{errorWorkbook.loaded(submissionId)}</p>
      {missing === 0 ? null : <Notice tone="warning">{errorWorkbook.missing(missing)}</Notice>}
      {corrected.length === 0 ? null : (
        <>
          <p className={styles.text}>{errorWorkbook.corrected(corrected.length)}</p>
          <Actions>
            <Action onClick={() => void commands.takeCorrections()}>{errorWorkbook.take}</Action>
          </Actions>
        </>
      )}
    </>
  );
}

/** Why a file is not taken, for somebody who has the error workbook to open, and not an invoice workbook to send. */
function refusalText(reason: Extract<ErrorFileView, { kind: 'refused' }>['reason'], words: Words): string {
  const { refusals } = words.followUp.errorWorkbook;
  switch (reason) {
    case 'notFromPlan':
    case 'unreadable':
    case 'otherPlan':
    case 'passwordProtected':
      return refusals[reason];
    case 'empty':
    case 'cutOff':
    case 'damaged':
      return refusals.damaged;
    case 'declarations':
    case 'macros':
    case 'externalLinks':
    case 'unsafeNames':
    case 'tooLarge':
    case 'tooManyStyles':
    case 'stopped':
      return refusals.altered;
    default:
      return refusals.notAnErrorWorkbook;
  }
}
