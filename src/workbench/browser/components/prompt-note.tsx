import type { Position } from '../../model/area.ts';
import type { ValidationPrompt } from '../../model/validation.ts';
import type { GridController } from '../grid/grid-controller.ts';

/** What a validation has to say on the selected cell. */
export function PromptNote(props: {
  readonly prompt: ValidationPrompt | undefined;
  readonly cell: Position;
  readonly grid: GridController;
}) {
  const { prompt, cell, grid } = props;
  if (prompt?.show !== true || (prompt.message === '' && prompt.title === '')) return null;
  const box = grid.boxOf(cell);
  if (box === undefined) return null;
  return (
    <div
      className="prompt-note"
      role="status"
      style={{ left: box.left + box.width / 2, top: box.top + box.height + 8 }}
    >
      {prompt.title !== '' && <strong>{prompt.title}</strong>}
      <p>{prompt.message}</p>
    </div>
  );
}
