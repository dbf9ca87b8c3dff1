import type { Cents } from '../guidance/money.ts';
import type { LineAdjudication } from './adjudication.ts';

/** A person or an organization, in the text of the file. */
export type PartyName =
  | { readonly kind: 'person'; readonly last: string; readonly first: string }
  | { readonly kind: 'organization'; readonly name: string };

/** An address in the United States, in the text of the file. */
export interface Address {
  readonly street: string;
  readonly city: string;
  readonly state: string;
  /** Five or nine digits; a provider's has nine. */
  readonly zip: string;
}

/** Who is paid (2010AA). */
export interface BillingProvider {
  readonly npi: string;
  readonly name: PartyName;
  readonly taxNumber: string;
  readonly taxNumberKind: 'EI' | 'SY';
  readonly taxonomy: string | null;
  readonly address: Address;
  /** 2010AB, where the mail goes to a post office box. */
  readonly payTo: Address | null;
  /** Ten digits. */
  readonly phone: string | null;
}

/** What makes a claim an 837I (005010X223A2). */
export interface InstitutionalClaim {
  /** CLM05-1. */
  readonly typeOfBill: string;
  /** CL1. */
  readonly admissionType: string;
  readonly admissionSource: string;
  readonly patientStatus: string;
  /** 2310A. */
  readonly attending: { readonly npi: string; readonly last: string; readonly first: string };
  /** Condition code 17: the member is homeless. */
  readonly isHomeless: boolean;
}

/** Who gave the service (2310B, in an 837I 2310D), where that is not the billing provider. */
export interface RenderingProvider {
  readonly npi: string | null;
  readonly name: PartyName;
}

/** Where the service was given (2310C, in an 837I 2310E), where that is not the billing provider's address. */
export interface ServiceFacility {
  readonly npi: string | null;
  readonly name: string;
  readonly address: Address;
}

/** The member, who is the subscriber (2010BA). */
export interface Member {
  readonly cin: string;
  readonly last: string;
  readonly first: string;
  readonly address: Address;
  /** CCYYMMDD. */
  readonly birthDate: string;
  readonly sex: 'F' | 'M' | 'U';
}

/** What was done, as the lines of a month often have it alike. */
export interface Service {
  /** SV201; `''` in an 837P, which has none. */
  readonly revenueCode: string;
  readonly procedureCode: string;
  /** The U modifier first. */
  readonly modifiers: readonly string[];
  /** HC, the procedure code and its modifiers (SV101, SV202, SVD03). */
  readonly procedure: string;
  readonly units: string;
  readonly place: string;
  readonly chargeCents: Cents;
  /** The charge as the file says it (SV102, SV203). */
  readonly charge: string;
  readonly authorization: string;
  /** ICD-10-CM codes without dots, each once. */
  readonly diagnoses: readonly string[];
}

/** One service line (2400). */
export interface ServiceLine {
  /** 1-based place in the invoice. */
  readonly number: number;
  readonly service: Service;
  /** CCYYMMDD. */
  readonly start: string;
  readonly end: string;
  /** Places of the line's diagnoses among the claim's, from 1; one to four (SV107). */
  readonly pointers: string;
  /** Null before the plan's decision. */
  readonly adjudication: LineAdjudication | null;
}

/** An invoice as the file says it, before it is split at the line limit. */
export interface Claim {
  readonly invoiceNumber: string;
  /** Null in an 837P. */
  readonly institutional: InstitutionalClaim | null;
  readonly billing: BillingProvider;
  readonly rendering: RenderingProvider | null;
  readonly facility: ServiceFacility | null;
  readonly member: Member;
  readonly lines: readonly ServiceLine[];
  /** ICD-10-CM codes without dots, the principal one first; each once. */
  readonly diagnoses: readonly string[];
  /** NPI of who gave the service, as invoiced, and the billing provider's where none is: duplicates go by it. */
  readonly servingNpi: string;
  readonly medicalRecordNumber: string;
  readonly controlNumber: string;
  /** CLM05-3. */
  readonly frequency: '1' | '7' | '8';
  /** REF*F8 of each claim that the invoice is split into; none where the frequency is 1. */
  readonly originalReferences: readonly string[];
}
