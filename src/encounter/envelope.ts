import type { CivilDate } from '../guidance/civil-date.ts';
import type { EncounterTarget } from './target.ts';
import { printShortDate } from './x12/dates.ts';
import { written, type SegmentWriter } from './x12/segment-writer.ts';

/** The largest control number: ISA13 has nine digits. */
export const largestControlNumber = 999_999_999;

/** What is new in each file. */
export interface FileIdentity {
  /** ISA13 and GS06: kept for good, never used twice, 1 to 999,999,999. */
  readonly controlNumber: number;
  /** Day and time of writing, where the plan is. */
  readonly date: CivilDate;
  /** HHMM. */
  readonly time: string;
}

/** ISA and GS. */
export function writeHead(out: SegmentWriter, target: EncounterTarget, file: FileIdentity, version: string): void {
  const { interchange, usage } = target;
  const day = printShortDate(file.date);
  out.add(
    'ISA',
    '00',
    ' '.repeat(10),
    '00',
    ' '.repeat(10),
    interchange.senderQualifier,
    interchange.sender.padEnd(15),
    interchange.receiverQualifier,
    interchange.receiver.padEnd(15),
    day.slice(2),
    file.time,
    written.repetition,
    '00501',
    interchangeNumber(file),
    '0',
    usage,
    written.component,
  );
  const { sender, receiver } = interchange;
  out.add('GS', 'HC', sender, receiver, day, file.time, String(file.controlNumber), 'X', version);
}

/** ST and BHT. */
export function writeTransactionHead(
  out: SegmentWriter,
  target: EncounterTarget,
  file: FileIdentity,
  version: string,
  transaction: string,
): void {
  out.restart();
  out.add('ST', '837', transaction, version);
  const batch = `B${interchangeNumber(file)}${transaction}`;
  out.add('BHT', '0019', '00', batch, printShortDate(file.date), file.time, target.form === 'claim' ? 'CH' : 'RP');
}

/** SE, with the number of segments from ST on. */
export function writeTransactionFoot(out: SegmentWriter, transaction: string): void {
  out.add('SE', String(out.count + 1), transaction);
}

/** GE and IEA. */
export function writeFoot(out: SegmentWriter, file: FileIdentity, transactions: number): void {
  out.add('GE', String(transactions), String(file.controlNumber));
  out.add('IEA', '1', interchangeNumber(file));
}

/** ST02: four digits and more, unique in the file. */
export function transactionNumber(place: number): string {
  return String(place).padStart(4, '0');
}

function interchangeNumber({ controlNumber }: FileIdentity): string {
  return String(controlNumber).padStart(9, '0');
}
