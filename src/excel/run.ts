import { excelError, isCellEdit } from './errors.ts';
import { ExcelError } from './invoice-workbook.ts';

/** Milliseconds after which Excel counts as not answering; a sync has been seen to hang for ever (office-js 6678). */
const usualDeadline = 30_000;

/** Milliseconds that a person has to finish a cell before a call that waits for it gives up. */
const cellEditDeadline = 300_000;

/** What the runner tells while Excel keeps a call waiting because a cell is being edited. */
export interface RunSignals {
  /** Called with true when the wait begins and with false when it ends. */
  readonly waitingForCell: (waiting: boolean) => void;
  /** Milliseconds after which Excel counts as not answering. */
  readonly deadline?: number;
}

/** One batch of work against Excel. */
export type Batch<T> = (context: Excel.RequestContext) => Promise<T>;

/** What to do while a cell is being edited: wait, and say so, or leave it for another time. */
export type WhileEditing = 'wait' | 'giveUp';

/**
 * Runs a batch with a deadline. A cell that is being edited is waited out, and said, unless nobody waits; every failure becomes an
 * {@link ExcelError}. After the deadline the batch may still happen in Excel: callers read again before they go on.
 */
export async function runExcel<T>(
  signals: RunSignals,
  batch: Batch<T>,
  whileEditing: WhileEditing = 'wait',
): Promise<T> {
  const deadline = signals.deadline ?? usualDeadline;
  try {
    return await within(deadline, Excel.run(batch));
  } catch (error) {
    if (whileEditing === 'giveUp' || !isCellEdit(error)) throw excelError(error);
  }
  signals.waitingForCell(true);
  try {
    return await within(cellEditDeadline, Excel.run({ delayForCellEdit: true }, batch), 'cellEdit');
  } catch (error) {
    throw excelError(error);
  } finally {
    signals.waitingForCell(false);
  }
}

async function within<T>(
  milliseconds: number,
  work: Promise<T>,
  trouble: 'notAnswering' | 'cellEdit' = 'notAnswering',
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new ExcelError(trouble));
    }, milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
