import { printCents } from '../guidance/money.ts';
import type { Adjustment } from './adjudication.ts';
import type { Address, Claim, PartyName, ServiceLine } from './claim.ts';
import type { EncounterTarget } from './target.ts';
import { printShortDate } from './x12/dates.ts';
import { composite, type SegmentWriter } from './x12/segment-writer.ts';

/** The guide: ASC X12N 837 Professional. */
export const professionalGuide = '005010X222A1';

/** Most adjustments in one CAS. */
const adjustmentsOfSegment = 6;

/** Cents as a number of X12: no zero or point behind the dollars that says nothing. */
export function amount(cents: number): string {
  const text = printCents(Math.abs(cents)).replace(/(?:\.00|0)$/, '');
  return cents < 0 ? `-${text}` : text;
}

/** Loop 1000: who sends and who receives. */
export function writeParties(out: SegmentWriter, { submitter, receiver }: EncounterTarget): void {
  out.add('NM1', '41', '2', submitter.name, '', '', '', '', '46', submitter.identifier);
  const mail = submitter.email === '' ? [] : ['EM', submitter.email];
  out.add('PER', 'IC', submitter.contact, 'TE', submitter.phone, ...mail);
  out.add('NM1', '40', '2', receiver.name, '', '', '', '', '46', receiver.identifier);
}

/** Loop 2000A with 2010AA and 2010AB: who is paid. */
export function writeBillingProvider(out: SegmentWriter, hierarchy: number, { billing }: Claim): void {
  out.add('HL', String(hierarchy), '', '20', '1');
  if (billing.taxonomy !== null) out.add('PRV', 'BI', 'PXC', billing.taxonomy);
  out.add('NM1', '85', ...named(billing.name), '', '', '', 'XX', billing.npi);
  writeAddress(out, billing.address);
  out.add('REF', billing.taxNumberKind, billing.taxNumber);
  if (billing.phone !== null) out.add('PER', 'IC', nameOf(billing.name), 'TE', billing.phone);
  if (billing.payTo !== null) {
    out.add('NM1', '87', billing.name.kind === 'person' ? '1' : '2');
    writeAddress(out, billing.payTo);
  }
}

/** Loop 2000B with 2010BA and 2010BB: the member, who is the subscriber, and who is to pay. */
export function writeSubscriber(
  out: SegmentWriter,
  hierarchy: number,
  parent: number,
  { member }: Claim,
  { form, settings, payer }: EncounterTarget,
): void {
  out.add('HL', String(hierarchy), String(parent), '22', '0');
  const responsibility = form === 'claim' ? 'P' : settings.payerResponsibility;
  out.add('SBR', responsibility, '18', '', '', '', '', '', '', settings.claimFiling);
  out.add('NM1', 'IL', '1', member.last, member.first, '', '', '', 'MI', member.cin);
  writeAddress(out, member.address);
  out.add('DMG', 'D8', member.birthDate, member.sex);
  out.add('NM1', 'PR', '2', payer.name, '', '', '', '', 'PI', payer.identifier);
}

/** One claim of an invoice: all of its lines, or a part at the line limit. */
export interface ClaimPart {
  readonly claimNumber: string;
  readonly lines: readonly ServiceLine[];
  /** REF*F8; `''` for none. */
  readonly originalReference: string;
}

/** Loop 2300 and what is below it. */
export function writeClaim(out: SegmentWriter, claim: Claim, part: ClaimPart, target: EncounterTarget): void {
  const [first] = part.lines;
  const place = first?.place ?? '';
  const total = part.lines.reduce((sum, line) => sum + line.chargeCents, 0);
  const facility = composite(place, 'B', claim.frequency);
  out.add('CLM', part.claimNumber, amount(total), '', '', facility, 'Y', 'A', 'Y', 'Y');
  reference(out, 'G1', claim.authorization);
  reference(out, 'F8', part.originalReference);
  reference(out, 'D9', claim.controlNumber);
  reference(out, 'EA', claim.medicalRecordNumber);
  out.add('HI', ...claim.diagnoses.map((code, index) => composite(index === 0 ? 'ABK' : 'ABF', code)));
  if (claim.rendering !== null) {
    const { name, npi } = claim.rendering;
    out.add('NM1', '82', ...named(name), '', '', '', ...(npi === null ? [] : ['XX', npi]));
  }
  if (claim.facility !== null) {
    const { name, npi, address } = claim.facility;
    out.add('NM1', '77', '2', name, '', '', '', '', ...(npi === null ? [] : ['XX', npi]));
    writeAddress(out, address);
  }
  if (target.form === 'encounter') writePlanAsPayer(out, claim, part.lines, target);
  part.lines.forEach((line, index) => {
    writeLine(out, claim, line, index + 1, place, target);
  });
}

/** Loops 2320, 2330A and 2330B: the plan, which has paid before. */
function writePlanAsPayer(
  out: SegmentWriter,
  { member }: Claim,
  lines: readonly ServiceLine[],
  { plan, settings }: EncounterTarget,
): void {
  // The plan pays before whoever the encounter goes to.
  const responsibility = settings.payerResponsibility === 'P' ? 'S' : 'P';
  out.add('SBR', responsibility, '18', '', '', '', '', '', '', settings.planClaimFiling);
  if (lines.some(({ adjudication }) => adjudication !== null)) {
    out.add('AMT', 'D', amount(lines.reduce((sum, line) => sum + (line.adjudication?.paidCents ?? 0), 0)));
  }
  out.add('OI', '', '', 'Y', '', '', 'Y');
  out.add('NM1', 'IL', '1', member.last, member.first, '', '', '', 'MI', member.cin);
  out.add('NM1', 'PR', '2', plan.name, '', '', '', '', 'PI', plan.identifier);
  reference(out, 'F8', planClaimNumber(lines));
}

/** The plan's own number, where the lines have one and the same. */
function planClaimNumber(lines: readonly ServiceLine[]): string {
  const [number = '', ...others] = new Set(lines.map(({ adjudication }) => adjudication?.planClaimNumber ?? ''));
  return others.length === 0 ? number : '';
}

/** Loops 2400 and 2430. */
function writeLine(
  out: SegmentWriter,
  claim: Claim,
  line: ServiceLine,
  number: number,
  claimPlace: string,
  { plan }: EncounterTarget,
): void {
  const procedure = composite('HC', line.procedureCode, ...line.modifiers);
  const place = line.place === claimPlace ? '' : line.place;
  out.add('LX', String(number));
  out.add(
    'SV1',
    procedure,
    amount(line.chargeCents),
    'UN',
    line.units,
    place,
    '',
    composite(...line.pointers.map(String)),
  );
  if (line.start === line.end) out.add('DTP', '472', 'D8', line.start);
  else out.add('DTP', '472', 'RD8', `${line.start}-${line.end}`);
  reference(out, 'G1', line.authorization);
  reference(out, '6R', `${claim.invoiceNumber}-${String(line.number)}`);
  if (line.adjudication === null) return;
  const { paidCents, paidUnits, adjustments, date } = line.adjudication;
  out.add('SVD', plan.identifier, amount(paidCents), procedure, '', paidUnits ?? line.units);
  writeAdjustments(out, adjustments);
  out.add('DTP', '573', 'D8', printShortDate(date));
}

function writeAdjustments(out: SegmentWriter, adjustments: readonly Adjustment[]): void {
  const given = adjustments.filter(({ cents }) => cents !== 0);
  for (const [group, ofGroup] of Map.groupBy(given, (each) => each.group)) {
    for (let from = 0; from < ofGroup.length; from += adjustmentsOfSegment) {
      const some = ofGroup.slice(from, from + adjustmentsOfSegment);
      // Reason, amount, quantity; the last one's quantity is blank and left out.
      out.add('CAS', group, ...some.flatMap(({ reason, cents }) => [reason, amount(cents), '']));
    }
  }
}

function writeAddress(out: SegmentWriter, { street, city, state, zip }: Address): void {
  out.add('N3', street);
  out.add('N4', city, state, zip);
}

function reference(out: SegmentWriter, qualifier: string, text: string): void {
  if (text !== '') out.add('REF', qualifier, text);
}

/** NM102 to NM104. */
function named(name: PartyName): readonly [string, string, string] {
  return name.kind === 'person' ? ['1', name.last, name.first] : ['2', name.name, ''];
}

function nameOf(name: PartyName): string {
  return name.kind === 'person' ? `${name.first} ${name.last}`.trim().slice(0, 60).trim() : name.name;
}
