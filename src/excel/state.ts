import { sheetAnchors } from '../workbook/defined-names.ts';
import { acceptedArea } from '../workbook/geometry.ts';
import { listColumns, type ListColumn } from '../workbook/lists.ts';
import { sealOf } from '../workbook/seal.ts';
import { asConstant, rangeOf } from './cells.ts';
import type { SubmissionState, WorkbookState } from './invoice-workbook.ts';
import { acceptedCells, loadState, rowsOf, sheetOf, stateCell, stateOf } from './locate.ts';

/** Reads what the open workbook is to us, in one request. */
export async function readState(context: Excel.RequestContext): Promise<WorkbookState> {
  const loaded = loadState(context);
  const payerIdentifier = loadListCell(context, 'payerIdentifier');
  const payerName = loadListCell(context, 'payerName');
  await context.sync();
  const state = stateOf(loaded);
  if (state === null) return { kind: 'none' };
  const { planId, profileVersion, layoutVersion, rows } = state;
  const seal = await sealOf({
    planId,
    profileVersion,
    layoutVersion,
    rows,
    payerIdentifier: textIn(payerIdentifier),
    payerName: textIn(payerName),
  });
  return {
    kind: 'template',
    planId,
    profileVersion: Number(profileVersion),
    layoutVersion: Number(layoutVersion),
    rows: rowsOf(state),
    untouched: seal === state.seal,
  };
}

function loadListCell(context: Excel.RequestContext, column: ListColumn): Excel.Range {
  const anchor = context.workbook.names.getItemOrNullObject(sheetAnchors.lists).getRangeOrNullObject();
  return anchor.getOffsetRange(1, listColumns.indexOf(column)).load({ values: true });
}

function textIn(cell: Excel.Range): string {
  return cell.isNullObject ? '' : String(cell.values[0]?.[0] ?? '');
}

/** Reads what stands between two submissions. */
export async function readSubmissionState(context: Excel.RequestContext): Promise<SubmissionState> {
  const attempt = stateCell(context, 'attempt');
  const accepted = rangeOf(sheetOf(context, 'state'), acceptedArea).getUsedRangeOrNullObject(true);
  attempt.load({ values: true });
  accepted.load({ values: true });
  await context.sync();
  const numbers = accepted.isNullObject ? [] : (accepted.values as unknown[][]).map(([number]) => String(number));
  return { attempt: Number(attempt.values[0]?.[0]), accepted: numbers.filter((number) => number !== '') };
}

/** Writes it back. The list of accepted invoices only grows. */
export async function writeSubmissionState(context: Excel.RequestContext, state: SubmissionState): Promise<void> {
  stateCell(context, 'attempt').values = [[asConstant(String(state.attempt), true)]];
  if (state.accepted.length > 0) {
    const cells = acceptedCells(context, state.accepted.length);
    cells.values = state.accepted.map((number) => [asConstant(number, true)]);
  }
  await context.sync();
}
