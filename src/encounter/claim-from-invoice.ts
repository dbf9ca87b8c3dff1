import { diagnosisKeys, modifierKeys, type ColumnKey, type LineText } from '../guidance/columns.ts';
import { undotted } from '../guidance/diagnosis-codes.ts';
import { parseCents } from '../guidance/money.ts';
import { parseUnitCount, printUnitCount } from '../guidance/unit-count.ts';
import type { Adjudication } from './adjudication.ts';
import type { Claim, InstitutionalClaim, ServiceLine } from './claim.ts';
import type { Invoice } from './invoice.ts';
import type { InvoiceReader } from './invoice-reader.ts';
import { revenueCodeOf, type Guide } from './guide.ts';
import type { HeldCode } from './notes.ts';
import { partLines, type LineGroup } from './claim-part.ts';
import { billingProvider, member, renderingProvider, serviceFacility } from './parties.ts';
import { carriedText } from './x12/carried-text.ts';

/** Most diagnoses of a claim and pointers of a line (837P HI, SV107). */
const mostDiagnoses = 12;
const mostPointers = 4;

/** Why an invoice becomes no claim. */
export interface Refusal {
  readonly kind: 'refusal';
  readonly code: HeldCode;
  readonly column: ColumnKey | null;
}

/** What an accepted invoice is in the file: what its claims share, and how its lines are parted among them. */
export interface InvoiceClaims {
  readonly kind: 'claims';
  readonly claim: Claim;
  readonly groups: readonly LineGroup[];
}

/** The claims of an accepted invoice, or why there is none. */
export function claimsFromInvoice(invoice: Invoice, guide: Guide, reader: InvoiceReader): InvoiceClaims | Refusal {
  const [first] = invoice.lines;
  const { submission } = invoice;
  const encounter = reader.target.form === 'encounter';
  const adjudication = wholeAdjudication(invoice);
  if (encounter && adjudication === null && reader.target.usage === 'P') return refusal('ADJUDICATION_MISSING');
  if (encounter && adjudication !== null && adjudication.size !== invoice.lines.length) {
    return refusal('ADJUDICATION_UNBALANCED');
  }
  if (encounter && adjudication === null) reader.note('NOT_ADJUDICATED', null);
  if (guide === 'professional' && reader.target.providers.get(first.billingProviderNpi)?.institutional !== undefined) {
    reader.note('INSTITUTION_AS_PROFESSIONAL', null);
  }

  const ofLines = invoice.lines.map((line) => lineDiagnoses(line, reader));
  const diagnoses = [...new Set(ofLines.flat())];
  const institutional = guide === 'institutional' ? institutionalClaim(first, reader) : null;
  const lines = invoice.lines.map((line, place) =>
    serviceLine(line, {
      place,
      pointers: (ofLines[place] ?? []).slice(0, mostPointers).map((code) => diagnoses.indexOf(code) + 1),
      adjudication: encounter ? (adjudication?.get(place + 1) ?? null) : null,
      guide,
      reader,
    }),
  );
  if (guide === 'institutional' && (institutional === null || lines.some(({ revenueCode }) => revenueCode === ''))) {
    return refusal('REVENUE_CODE_MISSING', 'procedureCode');
  }
  if (lines.some((line) => !isBalanced(line))) return refusal('ADJUDICATION_UNBALANCED');
  const groups = partLines({ lines, institutional });
  const references = submission.kind === 'original' ? [] : submission.originalReferences.map(referenceText);
  if (submission.kind !== 'original' && (references.length !== groups.length || references.includes(''))) {
    return refusal('ORIGINAL_REFERENCE_MISSING');
  }
  const billing = billingProvider(first, guide, reader);
  const claim: Claim = {
    invoiceNumber: reader.requiredCode(first, 'invoiceNumber'),
    institutional,
    billing,
    servingNpi: reader.code(first, 'renderingProviderNpi') || billing.npi,
    rendering: renderingProvider(first, institutional, reader),
    facility: serviceFacility(first, billing, institutional, reader),
    member: member(first, reader),
    lines,
    diagnoses,
    medicalRecordNumber: reader.text(first, 'medicalRecordNumber'),
    controlNumber: reader.text(first, 'controlNumber'),
    frequency: frequencies[submission.kind],
    originalReferences: references,
  };
  if (diagnoses.length === 0 || diagnoses.length > mostDiagnoses) reader.unacceptable ??= 'diagnosisCode1';
  return reader.unacceptable === null
    ? { kind: 'claims', claim, groups }
    : refusal('NOT_ACCEPTABLE', reader.unacceptable);
}

/** What the settings say of the institution; null where they do not say it whole. */
function institutionalClaim(line: LineText, reader: InvoiceReader): InstitutionalClaim | null {
  const settings = reader.target.institutions.get(line.billingProviderNpi);
  if (settings === undefined) return null;
  const { typeOfBill, admissionType, admissionSource, patientStatus, attending } = settings;
  const isHomeless = reader.code(line, 'memberHomelessnessIndicator') !== '';
  return { typeOfBill, admissionType, admissionSource, patientStatus, attending, isHomeless };
}

const frequencies = { original: '1', replacement: '7', void: '8' } as const;

/** The plan's decision, once it is on every line of the invoice. */
function wholeAdjudication({ adjudication, lines }: Invoice): Adjudication | null {
  return adjudication !== null && lines.every((_, place) => adjudication.has(place + 1)) ? adjudication : null;
}

/** A control number of the receiver as the file carries it; `''` where it cannot. */
function referenceText(reference: string): string {
  const text = carriedText(reference)?.text ?? '';
  return text.length > 50 ? '' : text;
}

function refusal(code: HeldCode, column: ColumnKey | null = null): Refusal {
  return { kind: 'refusal', code, column };
}

/** What was paid and what was taken off make the charge, to the cent. */
function isBalanced({ chargeCents, adjudication }: ServiceLine): boolean {
  if (adjudication === null) return true;
  const { paidCents, adjustments } = adjudication;
  return paidCents >= 0 && paidCents + adjustments.reduce((sum, { cents }) => sum + cents, 0) === chargeCents;
}

function lineDiagnoses(line: LineText, reader: InvoiceReader): readonly string[] {
  const codes: string[] = [];
  for (const key of diagnosisKeys) {
    const code = reader.code(line, key);
    if (code !== '') codes.push(undotted(code));
  }
  return codes;
}

/** What a service line takes from the invoice around it. */
interface LineSurroundings extends Pick<ServiceLine, 'pointers' | 'adjudication'> {
  /** 0-based. */
  readonly place: number;
  readonly guide: Guide;
  readonly reader: InvoiceReader;
}

function serviceLine(line: LineText, { place, pointers, adjudication, guide, reader }: LineSurroundings): ServiceLine {
  const units = parseUnitCount(line.serviceUnitCount);
  if (units === null || units.digits === 0) reader.unacceptable ??= 'serviceUnitCount';
  const chargeCents = parseCents(line.serviceChargeAmount);
  if (chargeCents === null) reader.unacceptable ??= 'serviceChargeAmount';
  const start = reader.date(line, 'serviceStartDate');
  const end = reader.date(line, 'serviceEndDate');
  if (end < start) reader.unacceptable ??= 'serviceEndDate';
  const institution = guide === 'institutional' ? reader.target.institutions.get(line.billingProviderNpi) : undefined;
  return {
    number: place + 1,
    revenueCode: institution === undefined ? '' : revenueCodeOf(line, institution),
    procedureCode: reader.requiredCode(line, 'procedureCode'),
    modifiers: lineModifiers(line, reader),
    start,
    end,
    units: units === null ? '' : printUnitCount(units),
    place: reader.requiredCode(line, 'placeOfService'),
    chargeCents: chargeCents ?? 0,
    pointers,
    authorization: reader.text(line, 'authorizationNumber'),
    adjudication,
  };
}

function lineModifiers(line: LineText, reader: InvoiceReader): readonly string[] {
  const modifiers: string[] = [];
  for (const key of modifierKeys) {
    const modifier = reader.code(line, key);
    if (modifier !== '') modifiers.push(modifier);
  }
  if (modifiers.length < 2) return modifiers;
  return [...modifiers.filter(isDefining), ...modifiers.filter((modifier) => !isDefining(modifier))];
}

/** The U modifier makes the service; GQ and what a plan adds come behind it. */
function isDefining(modifier: string): boolean {
  return modifier.startsWith('U');
}
