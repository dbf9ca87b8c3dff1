import type { ReactElement } from 'react';
import { Action, Actions } from './actions.tsx';
import { Notice } from './notice.tsx';
import { useCommands, useWords } from './pane-context.tsx';
import type { Standing } from '../state/standing.ts';

/** What is wrong with the workbook's plan, and what to do about it. */
export function PlanNotices({ standing }: { readonly standing: Standing }): ReactElement {
  return (
    <div role="status">
      <PlanNotice standing={standing} />
    </div>
  );
}

function PlanNotice({ standing }: { readonly standing: Standing }): ReactElement | null {
  const words = useWords();
  const commands = useCommands();
  if (standing.kind === 'unknownPlan') {
    return (
      <Notice tone="error" title={words.plan.unknownTitle}>
        {words.plan.unknownText}
      </Notice>
    );
  }
  if (standing.kind === 'newerTemplate') {
    return (
      <Notice
        tone="error"
        title={words.plan.newerTitle}
        actions={
          <Actions>
            <Action onClick={() => void commands.open()}>{words.start.tryAgain}</Action>
          </Actions>
        }
      >
        {words.plan.newerText}
      </Notice>
    );
  }
  if (standing.kind !== 'template' || (!standing.altered && !standing.older)) return null;
  const install = (label: string): ReactElement => (
    <Actions>
      <Action onClick={() => void commands.install(standing.plan.profile.id)}>{label}</Action>
    </Actions>
  );
  return standing.altered ? (
    <Notice tone="error" title={words.plan.alteredTitle} actions={install(words.plan.restore)}>
      {words.plan.alteredText}
    </Notice>
  ) : (
    <Notice tone="warning" title={words.plan.olderTitle} actions={install(words.plan.update)}>
      {words.plan.olderText}
    </Notice>
  );
}
