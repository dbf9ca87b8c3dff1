import { areaAddress } from '../model/address.ts';
import type { BookEvent, ChangeType } from '../model/events.ts';
import { valueType, wireValue } from './cell-values.ts';
import { eventReference } from './references.ts';
import { eventTypes, workbookTarget } from './subscriptions.ts';
import type { JsonObject } from './wire.ts';

/** One event for an add-in: number, targets that may have registered for it, and what it says. */
export interface HostEvent {
  readonly eventType: number;
  readonly targets: readonly string[];
  readonly message: JsonObject;
}

const shiftDirections: Readonly<Record<ChangeType, string>> = {
  RangeEdited: 'None',
  RowInserted: 'ShiftCellDown',
  RowDeleted: 'ShiftCellUp',
  ColumnInserted: 'ShiftCellRight',
  ColumnDeleted: 'ShiftCellLeft',
};

/**
 * The event that an add-in gets for what happened to the workbook; undefined where no event of Office.js tells it.
 *
 * @param isOwn - the add-in did it itself: `triggerSource` is then `ThisLocalAddin`, and `Unknown` otherwise.
 */
export function hostEvent(event: BookEvent, isOwn: boolean): HostEvent | undefined {
  switch (event.type) {
    case 'changed':
      return {
        eventType: eventTypes.changed,
        targets: [event.sheetId, workbookTarget],
        message: {
          address: areaAddress(event.area),
          changeType: event.changeType,
          source: 'Local',
          triggerSource: isOwn ? 'ThisLocalAddin' : 'Unknown',
          worksheetId: event.sheetId,
          referenceId: eventReference(event.sheetId, event.area),
          shiftDirection: shiftDirections[event.changeType],
          ...details(event),
        },
      };
    case 'selectionChanged':
      return ofSheet(eventTypes.selectionChanged, event.sheetId, { address: areaAddress(event.area) });
    case 'sheetActivated':
      return ofSheet(eventTypes.activated, event.sheetId, {});
    case 'sheetDeactivated':
      return ofSheet(eventTypes.deactivated, event.sheetId, {});
    case 'protectionChanged':
      return ofSheet(eventTypes.protectionChanged, event.sheetId, { isProtected: event.isProtected, source: 'Local' });
    case 'sheetAdded':
      return ofWorkbook(eventTypes.added, event.sheetId);
    case 'sheetDeleted':
      return ofWorkbook(eventTypes.deleted, event.sheetId);
    default:
      return undefined;
  }
}

/** `details` of a change of one cell; the client library gives none where they are missing. */
function details({ detail }: Extract<BookEvent, { readonly type: 'changed' }>): JsonObject {
  if (detail === undefined) return {};
  return {
    valueBefore: wireValue(detail.before),
    valueTypeBefore: valueType(detail.before),
    valueAfter: wireValue(detail.after),
    valueTypeAfter: valueType(detail.after),
  };
}

function ofSheet(eventType: number, worksheetId: string, message: JsonObject): HostEvent {
  return { eventType, targets: [worksheetId, workbookTarget], message: { worksheetId, ...message } };
}

function ofWorkbook(eventType: number, worksheetId: string): HostEvent {
  return { eventType, targets: [workbookTarget], message: { worksheetId, source: 'Local' } };
}
