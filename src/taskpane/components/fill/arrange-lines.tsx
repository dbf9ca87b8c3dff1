import { useState, type ReactElement } from 'react';
import type { Arrangement } from '../../effects/fill.ts';
import { Action, Actions } from '../actions.tsx';
import { ConfirmNotice } from '../confirm-notice.tsx';
import { useCommands, useWords } from '../pane-context.tsx';
import { Section } from '../section.tsx';

/** Insert, delete and move the line of the selected cell: Excel itself refuses that on a protected sheet. */
export function ArrangeLines(): ReactElement {
  const words = useWords();
  const commands = useCommands();
  const [deleting, setDeleting] = useState<number | null>(null);
  const arrangeSelected = async (arrangement: Arrangement): Promise<void> => {
    const row = await commands.findSelectedRow();
    if (row === null) return;
    if (arrangement === 'delete') setDeleting(row);
    else await commands.arrange(arrangement, row);
  };
  const offer = (arrangement: Arrangement): ReactElement => (
    <Action key={arrangement} onClick={() => void arrangeSelected(arrangement)}>
      {words.fill[arrangement]}
    </Action>
  );
  return (
    <Section title={words.fill.arrangeTitle} text={words.fill.arrangeText}>
      <Actions>{(['insert', 'delete', 'moveUp', 'moveDown'] as const).map(offer)}</Actions>
      <div role="status">
        {deleting === null ? null : (
          <ConfirmNotice
            question={words.fill.confirmDelete(deleting)}
            yes={words.fill.confirmDeleteButton}
            no={words.fill.keep}
            onAnswer={(agreed) => {
              setDeleting(null);
              if (agreed) void commands.arrange('delete', deleting);
            }}
          />
        )}
      </div>
    </Section>
  );
}
