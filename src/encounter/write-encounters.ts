import type { Address, BillingProvider, Claim, Member, PartyName } from './claim.ts';
import { ClaimReader, type InvoiceClaims } from './claim-from-invoice.ts';
import type { ClaimPart } from './claim-part.ts';
import {
  largestControlNumber,
  transactionNumber,
  writeFoot,
  writeHead,
  writeTransactionFoot,
  writeTransactionHead,
  type FileIdentity,
} from './envelope.ts';
import { fixedSegments, type FixedSegments } from './fixed-segments.ts';
import { guideOf, guideVersions, type Guide } from './guide.ts';
import { DuplicateServices, serviceKeys } from './duplicate-services.ts';
import { writeBillingProvider, writeParties, writeSubscriber } from './heading-loops.ts';
import { writeInstitutionalClaim } from './institutional.ts';
import type { Invoice } from './invoice.ts';
import { InvoiceReader } from './invoice-reader.ts';
import { noMembers, type MemberSource } from './member-source.ts';
import type { ReportEntry } from './notes.ts';
import { writeProfessionalClaim } from './professional.ts';
import type { EncounterTarget } from './target.ts';
import { SegmentWriter } from './x12/segment-writer.ts';

/** What a file is made with. */
export interface EncounterFile extends FileIdentity {
  readonly target: EncounterTarget;
  /** The guide that the file follows: invoices of the other one are passed over, since they go into a file of theirs. */
  readonly guide: Guide;
  /** Where members are looked up; left out: nowhere. */
  readonly members?: MemberSource;
  /**
   * Whether a service line, by a key of provider, member, day and codes, went to the receiver with an earlier file.
   * Left out: only lines of this file are compared.
   */
  readonly isReported?: (serviceKey: string) => boolean;
  /** Takes the keys of the service lines of each invoice that is written. */
  readonly tellServices?: (serviceKeys: readonly string[]) => void;
  /** Takes the side report, entry by entry: claims that were written, what was assumed, what was held back. */
  readonly report: (entry: ReportEntry) => void;
}

/**
 * Writes accepted invoices as an 837P (005010X222A1) or 837I (005010X223A2), in parts as they come: nothing of an invoice is kept once it is
 * written, but for its number. Invoices of one provider, and within it of one member, have to come together, as
 * `originalInvoices` gives them: they share their loops, and are compared for duplicate services.
 *
 * @returns the parts of the file; none at all where no invoice can be written
 * @throws RangeError where the control number is none
 */
export function* writeEncounters(invoices: Iterable<Invoice>, file: EncounterFile): Generator<string> {
  if (!Number.isInteger(file.controlNumber) || file.controlNumber < 1 || file.controlNumber > largestControlNumber) {
    throw new RangeError('A control number is a whole number of one to nine digits');
  }
  const writer = new FileWriter(file);
  for (const invoice of invoices) {
    writer.write(invoice);
    if (writer.length >= partLength) yield writer.take();
  }
  writer.end();
  if (writer.length > 0) yield writer.take();
}

/** Characters of a part, about: as much as a disk or a network takes at once. */
const partLength = 65_536;

class FileWriter {
  readonly #file: EncounterFile;
  readonly #out = new SegmentWriter();
  readonly #fixed: FixedSegments;
  readonly #reader: InvoiceReader;
  readonly #claimReader: ClaimReader;
  readonly #numbers = new Set<string>();
  #transactions = 0;
  /** ST02 of the transaction set that is open. */
  #transaction = '';
  #claims = 0;
  #hierarchy = 0;
  /** HL01 of the provider whose loop is open. */
  #providerHierarchy = 0;
  /** The provider and the member whose loops are open. */
  #provider: BillingProvider | null = null;
  #member: Member | null = null;
  readonly #duplicates: DuplicateServices;

  constructor(file: EncounterFile) {
    this.#file = file;
    this.#fixed = fixedSegments(file.target);
    this.#reader = new InvoiceReader(file.target, file.members ?? noMembers);
    this.#claimReader = new ClaimReader(file.guide, this.#reader);
    this.#duplicates = new DuplicateServices(file.isReported ?? null);
  }

  /** Characters that wait to be taken. */
  get length(): number {
    return this.#out.length;
  }

  /** What was written since the last call. */
  take(): string {
    return this.#out.take();
  }

  write(invoice: Invoice): void {
    const { target, guide, report } = this.#file;
    if (guideOf(invoice, target) !== guide) return;
    const [first] = invoice.lines;
    const invoiceNumber = /^\d{10}$/.test(first.invoiceNumber) ? first.invoiceNumber : '';
    this.#reader.restart();
    const claims = this.#claimReader.read(invoice);
    if (claims.kind === 'refusal') {
      report({ kind: 'held', invoiceNumber, code: claims.code, column: claims.column });
      return;
    }
    const repeated = invoice.submission.kind === 'original' ? this.#duplicates.take(claims.claim) : null;
    if (repeated !== null) {
      report({ kind: 'held', invoiceNumber, code: repeated, column: 'procedureCode' });
      return;
    }
    if (this.#file.tellServices !== undefined) this.#file.tellServices(serviceKeys(claims.claim));
    for (const { code, column } of this.#reader.remarks) report({ kind: 'note', invoiceNumber, code, column });
    this.#writeInvoice(claims);
  }

  end(): void {
    if (this.#transactions === 0) return;
    writeTransactionFoot(this.#out, this.#transaction);
    writeFoot(this.#out, this.#file, this.#transactions);
  }

  #writeInvoice({ claim, groups }: InvoiceClaims): void {
    const { report } = this.#file;
    const { invoiceNumber, originalReferences } = claim;
    const number = this.#claimNumber(invoiceNumber);
    if (groups.length > 1) report({ kind: 'note', invoiceNumber, code: 'CLAIM_SPLIT', column: null });
    for (const [place, { lines, authorization }] of groups.entries()) {
      const claimNumber = groups.length === 1 ? number : `${number}-${String(place + 1)}`;
      this.#makeRoom();
      this.#openLoops(claim);
      this.#writeClaim(claim, {
        claimNumber,
        lines,
        authorization,
        originalReference: originalReferences[place] ?? '',
      });
      this.#claims += 1;
      report({
        kind: 'claim',
        invoiceNumber,
        claimNumber,
        transaction: this.#transaction,
        firstLine: lines[0]?.number ?? 0,
        lastLine: lines.at(-1)?.number ?? 0,
      });
    }
  }

  #writeClaim(claim: Claim, part: ClaimPart): void {
    const { institutional } = claim;
    if (institutional === null) writeProfessionalClaim(this.#out, claim, part, this.#fixed);
    else writeInstitutionalClaim(this.#out, { ...claim, institutional }, part, this.#fixed);
  }

  /** The file's head before the first claim, and a new transaction set where one is full. */
  #makeRoom(): void {
    const { target } = this.#file;
    const version = guideVersions[this.#file.guide];
    if (this.#transactions > 0 && this.#claims < target.settings.claimsPerTransaction) return;
    if (this.#transactions === 0) writeHead(this.#out, target, this.#file, version);
    else writeTransactionFoot(this.#out, this.#transaction);
    this.#transactions += 1;
    this.#transaction = transactionNumber(this.#transactions);
    this.#claims = 0;
    this.#hierarchy = 0;
    this.#provider = null;
    this.#member = null;
    writeTransactionHead(this.#out, target, this.#file, version, this.#transaction);
    writeParties(this.#out, target);
  }

  /** The loops of provider and member, where they are others than those of the claim before. */
  #openLoops(claim: Claim): void {
    const { billing, member } = claim;
    if (this.#provider === null || !isSameProvider(this.#provider, billing)) {
      this.#hierarchy += 1;
      this.#provider = billing;
      this.#providerHierarchy = this.#hierarchy;
      this.#member = null;
      writeBillingProvider(this.#out, this.#hierarchy, claim);
    }
    if (this.#member !== null && isSameMember(this.#member, member)) return;
    this.#hierarchy += 1;
    this.#member = member;
    writeSubscriber(this.#out, this.#hierarchy, this.#providerHierarchy, claim, this.#fixed);
  }

  /** The invoice's number; behind it a letter where another invoice of the file has that number too. */
  #claimNumber(invoiceNumber: string): string {
    const { size } = this.#numbers;
    if (this.#numbers.add(invoiceNumber).size > size) return invoiceNumber;
    this.#file.report({ kind: 'note', invoiceNumber, code: 'CLAIM_NUMBER_TAKEN', column: 'invoiceNumber' });
    let count = 2;
    while (this.#numbers.has(`${invoiceNumber}${letters(count)}`)) count += 1;
    const number = `${invoiceNumber}${letters(count)}`;
    this.#numbers.add(number);
    return number;
  }
}

function isSameProvider(left: BillingProvider, right: BillingProvider): boolean {
  return (
    left === right ||
    (left.npi === right.npi &&
      left.taxNumber === right.taxNumber &&
      left.phone === right.phone &&
      isSameName(left.name, right.name) &&
      isSameAddress(left.address, right.address) &&
      (left.payTo === null || right.payTo === null
        ? left.payTo === right.payTo
        : isSameAddress(left.payTo, right.payTo)))
  );
}

function isSameMember(left: Member, right: Member): boolean {
  return (
    left.cin === right.cin &&
    left.last === right.last &&
    left.first === right.first &&
    left.birthDate === right.birthDate &&
    left.sex === right.sex &&
    isSameAddress(left.address, right.address)
  );
}

function isSameName(left: PartyName, right: PartyName): boolean {
  if (left.kind === 'organization') return right.kind === 'organization' && left.name === right.name;
  return right.kind === 'person' && left.last === right.last && left.first === right.first;
}

function isSameAddress(left: Address, right: Address): boolean {
  return (
    left.street === right.street && left.city === right.city && left.state === right.state && left.zip === right.zip
  );
}

/** B for the second, C for the third, … Z, BA. */
function letters(count: number): string {
  const rest = Math.floor((count - 1) / 26);
  return (rest === 0 ? '' : letters(rest + 1)) + String.fromCharCode(65 + ((count - 1) % 26));
}
