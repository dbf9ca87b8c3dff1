import { diagnosisKeys, modifierKeys, type ColumnKey, type LineText } from '../guidance/columns.ts';
import { undotted } from '../guidance/diagnosis-codes.ts';
import { parseCents } from '../guidance/money.ts';
import { parseUnitCount, printUnitCount } from '../guidance/unit-count.ts';
import type { Adjudication } from './adjudication.ts';
import type { Claim, InstitutionalClaim, Service, ServiceLine } from './claim.ts';
import type { Invoice } from './invoice.ts';
import type { Cells, InvoiceReader } from './invoice-reader.ts';
import { revenueCodeOf, type Guide } from './guide.ts';
import type { HeldCode } from './notes.ts';
import { partLines, type LineGroup } from './claim-part.ts';
import { member, providerKeys, providersOf, type Providers } from './parties.ts';
import { Remembered } from './remembered.ts';
import { amount } from './segments.ts';
import { carriedText } from './x12/carried-text.ts';
import { composite } from './x12/segment-writer.ts';

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

/** The cells of a line that say what was done. */
const serviceKeys = [
  'procedureCode',
  ...modifierKeys,
  'serviceUnitCount',
  'serviceChargeAmount',
  'placeOfService',
  'authorizationNumber',
  ...diagnosisKeys,
  'billingProviderNpi',
] as const satisfies readonly ColumnKey[];

type ServiceCells = Cells<(typeof serviceKeys)[number]>;

/** Makes claims of accepted invoices, for one file. */
export class ClaimReader {
  readonly #guide: Guide;
  readonly #reader: InvoiceReader;
  readonly #providers: Remembered<(typeof providerKeys)[number], Providers>;
  readonly #services: Remembered<(typeof serviceKeys)[number], Service>;

  constructor(guide: Guide, reader: InvoiceReader) {
    this.#guide = guide;
    this.#reader = reader;
    const institutionOf = ({ billingProviderNpi }: Cells<'billingProviderNpi'>) =>
      guide === 'institutional' ? (reader.target.institutions.get(billingProviderNpi) ?? null) : null;
    this.#providers = new Remembered(providerKeys, (line) =>
      providersOf(line, guide, institutionOf(line)?.attending.npi ?? null, reader),
    );
    this.#services = new Remembered(serviceKeys, (line) => {
      const institution = institutionOf(line);
      return serviceOf(line, institution === null ? '' : revenueCodeOf(line, institution), reader);
    });
  }

  /** The claims of an invoice, or why there is none. */
  read(invoice: Invoice): InvoiceClaims | Refusal {
    const [guide, reader] = [this.#guide, this.#reader];
    const [first] = invoice.lines;
    const { submission } = invoice;
    const encounter = reader.target.form === 'encounter';
    const adjudication = wholeAdjudication(invoice);
    if (encounter && adjudication === null && reader.target.usage === 'P') return refusal('ADJUDICATION_MISSING');
    if (encounter && adjudication !== null && adjudication.size !== invoice.lines.length) {
      return refusal('ADJUDICATION_UNBALANCED');
    }
    if (encounter && adjudication === null) reader.note('NOT_ADJUDICATED', null);
    if (
      guide === 'professional' &&
      reader.target.providers.get(first.billingProviderNpi)?.institutional !== undefined
    ) {
      reader.note('INSTITUTION_AS_PROFESSIONAL', null);
    }

    const institutional = guide === 'institutional' ? institutionalClaim(first, reader) : null;
    const services: Service[] = [];
    for (const line of invoice.lines) services.push(this.#services.of(line, reader));
    const { diagnoses, pointersOf } = claimDiagnoses(services);
    const decided = encounter ? adjudication : null;
    const lines = services.map((service, place) => {
      const line = invoice.lines[place] ?? first;
      return serviceLine(line, place + 1, { service, pointers: pointersOf(service) }, decided, reader);
    });
    if (
      guide === 'institutional' &&
      (institutional === null || services.some(({ revenueCode }) => revenueCode === ''))
    ) {
      return refusal('REVENUE_CODE_MISSING', 'procedureCode');
    }
    if (adjudication !== null && !lines.every(isBalanced)) return refusal('ADJUDICATION_UNBALANCED');
    const groups = partLines({ lines, institutional });
    const references = submission.kind === 'original' ? [] : submission.originalReferences.map(referenceText);
    if (submission.kind !== 'original' && (references.length !== groups.length || references.includes(''))) {
      return refusal('ORIGINAL_REFERENCE_MISSING');
    }
    const { billing, servingNpi, rendering, facility } = this.#providers.of(first, reader);
    const claim: Claim = {
      invoiceNumber: reader.requiredCode(first, 'invoiceNumber'),
      institutional,
      billing,
      servingNpi,
      rendering,
      facility,
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
function isBalanced({ service, adjudication }: ServiceLine): boolean {
  if (adjudication === null) return true;
  const { paidCents, adjustments } = adjudication;
  return paidCents >= 0 && paidCents + adjustments.reduce((sum, { cents }) => sum + cents, 0) === service.chargeCents;
}

/** The diagnoses of a claim, each once, and where among them those of a service are (SV107). */
function claimDiagnoses(services: readonly Service[]): {
  readonly diagnoses: readonly string[];
  readonly pointersOf: (service: Service) => string;
} {
  const [first] = services;
  if (first !== undefined && services.every(({ diagnoses }) => diagnoses === first.diagnoses)) {
    const pointers = pointersTo(first.diagnoses, first.diagnoses);
    return { diagnoses: first.diagnoses, pointersOf: () => pointers };
  }
  const diagnoses = [...new Set(services.flatMap((service) => service.diagnoses))];
  return { diagnoses, pointersOf: (service) => pointersTo(service.diagnoses, diagnoses) };
}

function pointersTo(own: readonly string[], all: readonly string[]): string {
  return composite(...own.slice(0, mostPointers).map((code) => String(all.indexOf(code) + 1)));
}

function serviceLine(
  line: LineText,
  number: number,
  { service, pointers }: { readonly service: Service; readonly pointers: string },
  adjudication: Adjudication | null,
  reader: InvoiceReader,
): ServiceLine {
  const start = reader.date(line, 'serviceStartDate');
  const end = reader.date(line, 'serviceEndDate');
  if (end < start) reader.unacceptable ??= 'serviceEndDate';
  return { number, service, start, end, pointers, adjudication: adjudication?.get(number) ?? null };
}

function serviceOf(line: ServiceCells, revenueCode: string, reader: InvoiceReader): Service {
  const diagnoses = serviceDiagnoses(line, reader);
  const units = parseUnitCount(line.serviceUnitCount);
  if (units === null || units.digits === 0) reader.unacceptable ??= 'serviceUnitCount';
  const chargeCents = parseCents(line.serviceChargeAmount);
  if (chargeCents === null) reader.unacceptable ??= 'serviceChargeAmount';
  const procedureCode = reader.requiredCode(line, 'procedureCode');
  const modifiers = serviceModifiers(line, reader);
  return {
    revenueCode,
    procedureCode,
    modifiers,
    procedure: composite('HC', procedureCode, ...modifiers),
    units: units === null ? '' : printUnitCount(units),
    place: reader.requiredCode(line, 'placeOfService'),
    chargeCents: chargeCents ?? 0,
    charge: amount(chargeCents ?? 0),
    authorization: reader.text(line, 'authorizationNumber'),
    diagnoses,
  };
}

function serviceDiagnoses(line: ServiceCells, reader: InvoiceReader): readonly string[] {
  const codes = new Set<string>();
  for (const key of diagnosisKeys) {
    const code = reader.code(line, key);
    if (code !== '') codes.add(undotted(code));
  }
  return [...codes];
}

function serviceModifiers(line: ServiceCells, reader: InvoiceReader): readonly string[] {
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
