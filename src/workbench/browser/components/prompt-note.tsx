import type { Position } from '../../model/area.ts';
import type { ValidationPrompt } from '../../model/validation.ts';
import type { GridController } from '../grid/grid-controller.ts';
import { popupPlace } from '../view-model/popup-place.ts';

/** Pixels that a note of 255 characters may take. */
const largest = { width: 270, height: 140 } as const;

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
      style={popupPlace({ ...box, left: box.left + box.width / 2 }, largest, grid.size, 8)}
    >
      {prompt.title !== '' && <strong>{prompt.title}</strong>}
      <p>{prompt.message}</p>
    </div>
  );
}
