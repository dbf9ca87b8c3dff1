import { printCents } from '../guidance/money.ts';
import type { Address, PartyName, RenderingProvider, ServiceFacility, ServiceLine } from './claim.ts';
import type { SegmentWriter } from './x12/segment-writer.ts';

/** Segments that both guides have in more than one loop. */

/** Cents as a number of X12: no zero or point behind the dollars that says nothing. */
export function amount(cents: number): string {
  const text = printCents(Math.abs(cents)).replace(/(?:\.00|0)$/, '');
  return cents < 0 ? `-${text}` : text;
}

/** REF, unless there is nothing to refer to. */
export function writeReference(out: SegmentWriter, qualifier: string, text: string): void {
  if (text !== '') out.add('REF', qualifier, text);
}

/** N3 and N4. */
export function writeAddress(out: SegmentWriter, { street, city, state, zip }: Address): void {
  out.add('N3', street);
  out.add('N4', city, state, zip);
}

/** DTP*472, ready: a day, or the days from one to another. */
export function serviceDays({ start, end }: ServiceLine): string {
  return start === end ? `DTP*472*D8*${start}~` : `DTP*472*RD8*${start}-${end}~`;
}

/** NM1*82, who gave the service. */
export function writeRenderingProvider(out: SegmentWriter, { name, npi }: RenderingProvider): void {
  if (npi === null) out.add('NM1', '82', ...named(name));
  else out.put(`NM1*82*${named(name).join('*')}****XX*${npi}~`, 1);
}

/** NM1*77, where the service was given, with its address. */
export function writeServiceFacility(out: SegmentWriter, { name, npi, address }: ServiceFacility): void {
  out.add('NM1', '77', '2', name, '', '', '', '', ...(npi === null ? [] : ['XX', npi]));
  writeAddress(out, address);
}

/** What the lines of a claim come to (CLM02). */
export function totalCharge(lines: readonly ServiceLine[]): string {
  return amount(lines.reduce((sum, { service }) => sum + service.chargeCents, 0));
}

/** NM102 to NM104. */
export function named(name: PartyName): readonly [string, string, string] {
  return name.kind === 'person' ? ['1', name.last, name.first] : ['2', name.name, ''];
}
