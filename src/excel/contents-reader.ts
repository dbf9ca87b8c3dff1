import { planFacts } from '../plan/facts.ts';
import type { PlanProfile } from '../plan/profile.ts';
import type { OfferedService } from '../guidance/services.ts';
import { contentsFrom, type ReadCells, type ReadContents } from '../workbook/contents.ts';
import { mostRows } from '../workbook/geometry.ts';
import { headerRows } from '../workbook/invoice-columns.ts';
import { deriveChanged, type KeptLines } from '../workbook/kept-lines.ts';
import type { RowKey } from '../workbook/model.ts';
import { inSlices, pause } from '../workbook/slices.ts';
import { bothEdits, noEdits, type Edits } from './edits.ts';
import type { WorkbookContents } from './invoice-workbook.ts';
import { allParts, loadContents, type ReadParts } from './load-contents.ts';
import type { Batch, WhileEditing } from './run.ts';

/** Lines of one request of a read that nobody waits for: Excel and the pane stay answering between two of them. */
const linesAtOnce = 500;

/** What the reader works with. */
export interface ReaderGround {
  readonly run: <T>(batch: Batch<T>, whileEditing: WhileEditing) => Promise<T>;
  readonly preparedRows: () => Promise<number>;
}

/** Prepared rows down to the last one in use. */
export function lastUsed({ rows }: ReadContents): number {
  return (rows.findLast((row) => row.used)?.row ?? headerRows) - headerRows;
}

/**
 * Reads the workbook's contents, and remembers them: what did not change since is neither understood nor derived again,
 * and after an edit only what was edited is read. One read at a time, in the order in which they were asked for.
 */
export class ContentsReader {
  readonly #ground: ReaderGround;
  #known: ReadContents | null = null;
  #lines: KeptLines | null = null;
  #edits: Edits = 'anything';
  #last: Promise<unknown> = Promise.resolve();
  #offered: { readonly profile: PlanProfile; readonly services: readonly OfferedService[] } | null = null;

  constructor(ground: ReaderGround) {
    this.#ground = ground;
  }

  /** Lines that the last read derived: the others were known. */
  get derived(): number {
    return this.#lines?.derived ?? 0;
  }

  /** The sheets may have been edited, so that what is known is old there. */
  note(edits: Edits): void {
    this.#edits = bothEdits(this.#edits, edits);
  }

  /** Keys were written beside lines, by sheet row, and nothing else; other lines have none any more. */
  keysWritten(keys: ReadonlyMap<number, RowKey>): void {
    if (this.#known === null) return;
    const rows = this.#known.rows.map((row) => {
      const rowKey = keys.get(row.row) ?? null;
      return row.rowKey === rowKey ? row : { ...row, rowKey };
    });
    this.#known = { ...this.#known, rows };
  }

  /** Everything, in one request (two where Excel does not calculate by itself). */
  everything(): Promise<ReadContents> {
    return this.#inTurn(() => this.#readAll((rows) => [allParts(rows)]));
  }

  /** Everything in one request, derived. */
  read(profile: PlanProfile): Promise<WorkbookContents> {
    return this.#inTurn(async () => this.#derived(profile, await this.#readAll((rows) => [allParts(rows)])));
  }

  /**
   * What was edited since the last read, in one request, derived; everything where it is not known what was edited,
   * in requests of some hundred lines each.
   */
  readEdited(profile: PlanProfile, whileEditing: WhileEditing): Promise<WorkbookContents> {
    return this.#inTurn(async () => {
      const parts = await this.#readParts(whileEditing);
      return this.#derived(profile, parts ?? (await this.#readAll(pieces, whileEditing)));
    });
  }

  /** Null where the parts alone do not tell everything. */
  async #readParts(whileEditing: WhileEditing): Promise<ReadContents | null> {
    const edits = this.#edits;
    const known = this.#known;
    if (known === null || edits === 'anything') return null;
    const contents = await this.#understood(edits, () => this.#request(edits, whileEditing), known);
    // Defaults of all lines come from Setup, and where Excel waits to be told to calculate any value may be old.
    if (contents.setup === known.setup && contents.automatic) return contents;
    this.note('anything');
    return null;
  }

  async #readAll(
    partsOf: (rows: number) => readonly ReadParts[],
    whileEditing: WhileEditing = 'wait',
  ): Promise<ReadContents> {
    const rows = await this.#ground.preparedRows();
    if (this.#known !== null && this.#known.rows.length !== rows) this.#known = null;
    let known = this.#known;
    const [first, ...rest] = partsOf(rows);
    if (first === undefined) throw new RangeError('Nothing to read');
    const contents = await this.#understood('anything', () => this.#calculated(first, whileEditing), known);
    known = contents;
    for (const parts of rest) {
      // Each is small, so that neither Excel nor the pane is held up.
      known = await this.#understood(noEdits, () => this.#request(parts, whileEditing), known);
    }
    return known;
  }

  /** What is edited while the answer is under way stays noted; after a failure nothing counts as read. */
  async #understood(
    edits: Edits,
    request: () => Promise<ReadCells>,
    known: ReadContents | null,
  ): Promise<ReadContents> {
    if (edits !== noEdits) this.#edits = noEdits;
    try {
      const cells = await request();
      // Office.js takes a large answer apart in the task that brought it.
      await pause();
      const contents = await inSlices(contentsFrom(cells, known));
      this.#known = contents;
      return contents;
    } catch (error) {
      this.note(edits === noEdits ? 'anything' : edits);
      throw error;
    }
  }

  #request(parts: ReadParts, whileEditing: WhileEditing): Promise<ReadCells> {
    return this.#ground.run(async (context) => {
      const loaded = loadContents(context, parts);
      await context.sync();
      return loaded.read();
    }, whileEditing);
  }

  /** Where Excel calculates only when told to, it is told, and read again. */
  #calculated(parts: ReadParts, whileEditing: WhileEditing): Promise<ReadCells> {
    return this.#ground.run(async (context) => {
      const loaded = loadContents(context, parts);
      await context.sync();
      const cells = loaded.read();
      if (cells.automatic) return cells;
      context.workbook.application.calculate(Excel.CalculationType.recalculate);
      const again = loadContents(context, parts);
      await context.sync();
      return again.read();
    }, whileEditing);
  }

  async #derived(profile: PlanProfile, contents: ReadContents): Promise<WorkbookContents> {
    const { dates, setup, members } = contents;
    const ground = { profile, offered: this.#services(profile), setup, members };
    const used = contents.rows.filter((row) => row.used);
    this.#lines = await inSlices(deriveChanged(this.#lines, ground, used));
    return {
      dates,
      setup,
      members,
      lines: this.#lines.lines,
      freeRows: contents.rows.length - lastUsed(contents),
      room: mostRows - lastUsed(contents),
    };
  }

  #services(profile: PlanProfile): readonly OfferedService[] {
    if (this.#offered?.profile !== profile) this.#offered = { profile, services: planFacts(profile).services };
    return this.#offered.services;
  }

  #inTurn<T>(read: () => Promise<T>): Promise<T> {
    const result = this.#last.then(read, read);
    this.#last = result.catch(() => undefined);
    return result;
  }
}

/** Everything in pieces; the first one, which tells how Excel calculates, has Setup and some lines. */
function pieces(rows: number): readonly ReadParts[] {
  return Array.from({ length: Math.ceil(rows / linesAtOnce) }, (_, place): ReadParts => {
    const span = [{ first: place * linesAtOnce, count: Math.min(linesAtOnce, rows - place * linesAtOnce) }];
    return { setup: place === 0, members: span, lines: span };
  });
}
