import type { ReactElement } from 'react';
import { Action, Actions } from './actions.tsx';
import { Notice } from './notice.tsx';

interface ConfirmNoticeProps {
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  readonly onAnswer: (agreed: boolean) => void;
}

/** Asks before something is taken out of the workbook. */
export function ConfirmNotice({ question, yes, no, onAnswer }: ConfirmNoticeProps): ReactElement {
  const answer = (agreed: boolean) => () => {
    onAnswer(agreed);
  };
  return (
    <Notice
      tone="warning"
      actions={
        <Actions>
          <Action onClick={answer(true)}>{yes}</Action>
          <Action onClick={answer(false)}>{no}</Action>
        </Actions>
      }
    >
      {question}
    </Notice>
  );
}
