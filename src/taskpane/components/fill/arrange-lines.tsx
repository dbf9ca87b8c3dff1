import { useState, type ReactElement } from 'react';
import type { Arrangement } from '../../effects/fill.ts';
import { Action, Actions } from '../actions.tsx';
import { Notice } from '../notice.tsx';
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
          <Notice
            tone="warning"
            actions={
              <Actions>
                <Action
                  onClick={() => {
                    setDeleting(null);
                    void commands.arrange('delete', deleting);
                  }}
                >
                  {words.fill.confirmDeleteButton}
                </Action>
                <Action
                  onClick={() => {
                    setDeleting(null);
                  }}
                >
                  {words.fill.keep}
                </Action>
              </Actions>
            }
          >
            {words.fill.confirmDelete(deleting)}
          </Notice>
        )}
      </div>
    </Section>
  );
}
