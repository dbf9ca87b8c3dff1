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

/** Who gave the service (2310B), where that is not the billing provider. */
export interface RenderingProvider {
  readonly npi: string | null;
  readonly name: PartyName;
}

/** Where the service was given (2310C), where that is not the billing provider's address. */
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

/** One service line (2400). */
export interface ServiceLine {
  /** 1-based place in the invoice. */
  readonly number: number;
  readonly procedureCode: string;
  /** The U modifier first. */
  readonly modifiers: readonly string[];
  /** CCYYMMDD. */
  readonly start: string;
  readonly end: string;
  readonly units: string;
  readonly place: string;
  readonly chargeCents: Cents;
  /** Places of the line's diagnoses among the claim's, from 1; one to four. */
  readonly pointers: readonly number[];
  readonly authorization: string;
  /** Null before the plan's decision. */
  readonly adjudication: LineAdjudication | null;
}

/** An invoice as the file says it, before it is split at the line limit. */
export interface Claim {
  readonly invoiceNumber: string;
  readonly billing: BillingProvider;
  readonly rendering: RenderingProvider | null;
  readonly facility: ServiceFacility | null;
  readonly member: Member;
  readonly lines: readonly ServiceLine[];
  /** ICD-10-CM codes without dots, the principal one first; each once. */
  readonly diagnoses: readonly string[];
  /** 2300 REF*G1, where all lines have the same; `''` for none. */
  readonly authorization: string;
  readonly medicalRecordNumber: string;
  readonly controlNumber: string;
  /** CLM05-3. */
  readonly frequency: '1' | '7' | '8';
  /** REF*F8 of each claim that the invoice is split into; none where the frequency is 1. */
  readonly originalReferences: readonly string[];
}
