import type { ExcelDateSystem } from '../guidance/civil-date.ts';
import type { ReadCells, RowSpan } from '../workbook/contents.ts';
import { readRuns } from '../workbook/contents.ts';
import { linesArea, membersArea, setupArea } from '../workbook/geometry.ts';
import { dateProbe } from '../workbook/lists.ts';
import type { CellMatrix } from '../workbook/setup-cells.ts';
import { rangeOf } from './cells.ts';
import { sheetOf } from './locate.ts';

/** Which part of the workbook is read. */
export interface ReadParts {
  readonly setup: boolean;
  readonly members: readonly RowSpan[];
  readonly lines: readonly RowSpan[];
}

/** The workbook's date system queued for loading. */
export function loadDateSystem(context: Excel.RequestContext): { readonly read: () => ExcelDateSystem } {
  const cell = rangeOf(sheetOf(context, 'lists'), dateProbe.area).load({ values: true });
  return { read: () => (cell.values[0]?.[0] === dateProbe.serialIn1904 ? '1904' : '1900') };
}

/** Everything, in a workbook with so many prepared rows. */
export function allParts(rows: number): ReadParts {
  const all = [{ first: 0, count: rows }];
  return { setup: true, members: all, lines: all };
}

/**
 * Queues values only, of the entered columns, Setup and Members. Derived elements are worked out from them, so that
 * 5,000 full rows stay below the 5 MB that Excel on the web answers with at most.
 */
export function loadContents(context: Excel.RequestContext, parts: ReadParts): { readonly read: () => ReadCells } {
  const { workbook } = context;
  const dateSystem = loadDateSystem(context);
  workbook.application.load({ calculationMode: true });
  const setup = parts.setup ? rangeOf(sheetOf(context, 'setup'), setupArea).load({ values: true }) : null;
  const members = parts.members.map((span) => {
    const area = membersArea(span.count);
    return {
      span,
      range: rangeOf(sheetOf(context, 'members'), { ...area, row: area.row + span.first }).load({ values: true }),
    };
  });
  const lines = parts.lines.map((span) => ({
    span,
    ranges: readRuns.map((run) => {
      const area = linesArea(span.count, run.first, run.count);
      return rangeOf(sheetOf(context, 'invoice'), { ...area, row: area.row + span.first }).load({ values: true });
    }),
  }));
  return {
    read: () => ({
      dates: dateSystem.read(),
      automatic: workbook.application.calculationMode === Excel.CalculationMode.automatic,
      setup: setup === null ? null : (setup.values as CellMatrix),
      members: members.map(({ span, range }) => ({ span, cells: range.values as CellMatrix })),
      lines: lines.map(({ span, ranges }) => ({ span, runs: ranges.map((range) => range.values as CellMatrix) })),
    }),
  };
}
