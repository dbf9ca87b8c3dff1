import type { ColumnType, Generated } from 'kysely';
import type { emergencyReasons } from '../../submission/emergency-access.ts';
import type { SubmissionPurpose } from '../../submission/contract.ts';
import type { PlanFileKind } from '../../submission/plan-files.ts';
import type { OrganisationKind, PersonRole } from '../identity/roles.ts';
import type { Decision } from '../invoice-states.ts';
import type { EncounterState, InvoiceState } from '../../submission/invoice-states.ts';

/** The tables, as kysely sees them. Instants are RFC 3339 text in UTC, or milliseconds since 1970 where compared. */
export interface Tables {
  readonly submission: SubmissionTable;
  readonly sealed_document: SealedDocumentTable;
  readonly invoice: InvoiceTable;
  readonly invoice_change: InvoiceChangeTable;
  readonly service_line: ServiceLineTable;
  readonly adjudication: AdjudicationTable;
  readonly audit_entry: AuditEntryTable;
  readonly work_item: WorkItemTable;
  readonly identity_record: IdentityRecordTable;
  readonly key_proof: KeyProofTable;
  readonly retention_policy: RetentionPolicyTable;
  readonly legal_hold: LegalHoldTable;
  readonly organisation: OrganisationTable;
  readonly person: PersonTable;
  readonly invitation: InvitationTable;
  readonly machine_client: MachineClientTable;
  readonly organisation_audit_entry: OrganisationAuditEntryTable;
  readonly emergency_access: EmergencyAccessTable;
  readonly control_number: ControlNumberTable;
  readonly encounter_file: EncounterFileTable;
  readonly encounter_claim: EncounterClaimTable;
  readonly encounter_answer: EncounterAnswerTable;
  readonly plan_file: PlanFileTable;
  readonly plan_file_entry: PlanFileEntryTable;
  readonly authorized_line: AuthorizedLineTable;
  readonly plan_audit_entry: PlanAuditEntryTable;
  readonly plan_audit_head: PlanAuditHeadTable;
}

/** What was received. No member data in plain text: the envelope is a sealed document. */
interface SubmissionTable {
  /** UUIDv7. */
  id: string;
  /** The plan is the tenant. */
  plan_id: string;
  /** Organisation of the submitter: of the providers it alone may read it. */
  organisation_id: string;
  /** The delegate that looked after the organisation for the plan at the receipt; null where the plan did itself. */
  delegate_id: string | null;
  idempotency_key: string;
  content_hash: string;
  purpose: SubmissionPurpose['kind'];
  attempt: number;
  received_at: string;
  state: 'received' | 'checked';
  /** Compact JWS, given back byte for byte. */
  receipt: string;
  /** The submission's data key, wrapped; empty once purged. */
  wrapped_key: Uint8Array;
  /** When what was sent was purged; null while it is there. */
  purged_at: string | null;
  /** 1 where the sender was a program of 42 CFR Part 2, else 0. */
  part2_program: number;
}

/** A document of a submission, compressed and encrypted under the submission's data key. */
interface SealedDocumentTable {
  submission_id: string;
  kind: 'envelope' | 'result';
  content: ColumnType<Uint8Array, Uint8Array, never>;
}

/** One invoice of a submission. */
interface InvoiceTable {
  submission_id: string;
  /** 0-based, in order of first appearance. */
  ordinal: number;
  plan_id: string;
  organisation_id: string;
  delegate_id: string | null;
  /** With the number, who the invoice is of: the business key. */
  billing_provider_npi: string;
  /** Null where the cells hold no ten-digit number. */
  invoice_number: string | null;
  line_count: number;
  charge_cents: number;
  state: InvoiceState;
  encounter_state: Generated<EncounterState>;
}

/** A step of an invoice's life. It refers to the audit entry that tells it, so that neither is without the other. */
export interface InvoiceChangeTable {
  submission_id: string;
  ordinal: number;
  /** The entry of the submission's audit chain; with it the steps of an invoice are in order. */
  audit_sequence: number;
  at: string;
  /** Whether the invoice moved or its encounter did. */
  aspect: 'invoice' | 'encounter';
  /** Where to. */
  state: InvoiceState | EncounterState;
  /** The later submission that replaced or voided the invoice; null for any other step. */
  caused_by: string | null;
}

/** A line whose service can be read: one row for each key of hashes that there is. */
interface ServiceLineTable {
  submission_id: string;
  /** 0-based place in the envelope. */
  line: number;
  /** The invoice that it is on. */
  ordinal: number;
  /** Keyed hash of plan and service: equal where the service is the same, and no more can be learned from it. */
  service_hash: string;
}

/** What the plan decided of an invoice; of several the latest stands. */
interface AdjudicationTable {
  submission_id: string;
  ordinal: number;
  /** The entry of the submission's audit chain that tells it. */
  audit_sequence: number;
  /** When it was loaded. */
  at: string;
  decision: Decision;
  /** `YYYY-MM-DD`. */
  decided_on: string;
  paid_cents: number;
  /** Keyed hash of all of it: a list that is loaded again changes nothing. */
  content_hash: string;
  /** Lines, reasons and claim number: JSON, encrypted under the submission's data key; empty once purged. */
  content: Uint8Array;
}

/** One link of a submission's audit chain. */
interface AuditEntryTable {
  submission_id: string;
  /** From 1. */
  sequence: number;
  at: string;
  /** Subject of the token, or `endpoint`. */
  actor: string;
  action: string;
  /** Canonical JSON of codes and counts. */
  detail: string;
  previous_hash: string;
  hash: string;
}

/** The outbox: work that a transaction left to be done, with leases. */
interface WorkItemTable {
  /** UUIDv7: the oldest first. */
  id: string;
  submission_id: string;
  kind: 'check';
  /** Not before this instant, milliseconds. */
  available_at: number;
  /** Until when a worker holds it, milliseconds; 0 where nobody does. */
  lease_until: Generated<number>;
  lease_holder: string | null;
  attempts: Generated<number>;
  /** Milliseconds, or null while it is to be done. */
  completed_at: number | null;
}

/** Sessions, grants and codes of the embedded issuer; values are hashed or sealed. */
interface IdentityRecordTable {
  model: string;
  id_hash: string;
  grant_hash: string | null;
  uid_hash: string | null;
  payload: Uint8Array;
  /** Milliseconds, or null where it does not expire. */
  expires_at: number | null;
  consumed_at: number | null;
}

/** Something small that only the keys of this database open. */
interface KeyProofTable {
  id: string;
  proof: Uint8Array;
}

/** Who may call, where people are kept here and not in a file. */
interface OrganisationTable {
  id: string;
  kind: OrganisationKind;
  name: string;
  /** JSON list of ids. */
  plans: string;
  delegate_id: string | null;
  /** JSON list; empty where the organisation is no provider. */
  billing_provider_npis: string;
  /** 1 where it is a program of 42 CFR Part 2, else 0. */
  part2_program: number;
  /** Hash of the last entry of its audit chain, so that an entry that is cut off shows; empty before the first one. */
  audit_hash: Generated<string>;
}

/** A person of an organisation. */
interface PersonTable {
  /** UUIDv7, the subject of the person's tokens. */
  id: string;
  organisation_id: string;
  /** In small letters. */
  email: string;
  name: string;
  role: PersonRole;
  /** Milliseconds; null where the person may sign in. */
  disabled_at: number | null;
  /** Null until the invitation is used. */
  password_hash: string | null;
  /** Secret of the authenticator app, sealed. */
  code_secret: Uint8Array | null;
  /** The latest time step whose code was used: it counts once. */
  code_step: Generated<number>;
  /** Wrong tries since the last right one. */
  wrong_tries: Generated<number>;
  /** Milliseconds: no try counts before. */
  locked_until: Generated<number>;
}

/** An invitation that can still be used; of a person there is at most one. */
interface InvitationTable {
  person_id: string;
  /** Keyed hash of what stands in the link. */
  token_hash: string;
  /** Milliseconds. */
  expires_at: number;
}

/** A system that signs in with client credentials. */
interface MachineClientTable {
  id: string;
  organisation_id: string;
  secret_hash: string;
  disabled_at: number | null;
}

/** A submission that was opened to somebody who does not see it otherwise. */
interface EmergencyAccessTable {
  /** UUIDv7. */
  id: string;
  submission_id: string;
  /** Subject of the token. */
  opened_by: string;
  role: string;
  organisation_id: string;
  opened_at: string;
  until: string;
  /** A code. */
  reason: (typeof emergencyReasons)[number];
  /** The reason in words, encrypted under the submission's data key; empty once purged. */
  words: Uint8Array;
  /** How often what was sent was read under it. */
  reads: Generated<number>;
}

/** One link of an organisation's audit chain: what became of its people, systems and rights. */
interface OrganisationAuditEntryTable {
  organisation_id: string;
  sequence: number;
  at: string;
  actor: string;
  action: string;
  detail: string;
  previous_hash: string;
  hash: string;
}

/** For how long a plan keeps what it received; a plan that is not here keeps it for ever. */
interface RetentionPolicyTable {
  plan_id: string;
  years: number;
}

/** What must not be purged; released ones stay. */
interface LegalHoldTable {
  /** UUIDv7. */
  id: string;
  plan_id: string;
  /** Null for every sender of the plan. */
  organisation_id: string | null;
  /** Null for every submission. */
  submission_id: string | null;
  reason: string;
  placed_at: string;
  placed_by: string;
  released_at: string | null;
  released_by: string | null;
}

/** One row: the last control number that was taken for an encounter file, of whichever plan. */
interface ControlNumberTable {
  id: 'encounter';
  last: number;
}

/** An 837 that was made. */
interface EncounterFileTable {
  /** UUIDv7. */
  id: string;
  plan_id: string;
  guide: 'professional' | 'institutional';
  /** ISA15. */
  usage: 'T' | 'P';
  control_number: number;
  made_at: string;
  /** Subject of the token. */
  made_by: string;
  claim_count: number;
  invoice_count: number;
  /** The file's data key, wrapped. */
  wrapped_key: Uint8Array;
  /** The 837 and its side report, compressed and encrypted under the file's data key; empty, as the key, once purged. */
  content: Uint8Array;
  report: Uint8Array;
}

/** A claim of a file: by its number an answer finds the invoice. */
interface EncounterClaimTable {
  file_id: string;
  /** 0-based, in the order of the file. */
  place: number;
  submission_id: string;
  ordinal: number;
  /** CLM01: the invoice's number, or one made of it. */
  claim_number: string;
  /** The receiver's own number of the claim, encrypted under the file's data key; null until it is known. */
  receiver_number: Uint8Array | null;
}

/** What came back of a file, as it came. */
interface EncounterAnswerTable {
  file_id: string;
  /** Keyed hash: the same answer is taken once. */
  content_hash: string;
  /** UUIDv7: the order in which answers were loaded. */
  id: string;
  at: string;
  actor: string;
  /** Compressed and encrypted under the file's data key. */
  content: Uint8Array;
}

/** A roster, an eligibility file or authorizations that a plan, or a delegate of it, has loaded. */
interface PlanFileTable {
  /** UUIDv7. */
  id: string;
  plan_id: string;
  /** The delegate whose file it is; null for the plan's own. */
  delegate_id: string | null;
  kind: PlanFileKind;
  /** Of each owner and kind at most one is `present`; what is `ended` is deleted within minutes. */
  state: 'loading' | 'present' | 'ended';
  /** Rows of the list. */
  row_count: number;
  loaded_at: string;
  /** Subject of the token. */
  loaded_by: string;
  /** The file's data key, wrapped; the key of its hashes is derived from it. */
  wrapped_key: Uint8Array;
}

/** What a file says of one provider, member or authorization. */
interface PlanFileEntryTable {
  file_id: string;
  /** Keyed hash of NPI, CIN or authorization number, of which each file has its own key. */
  look_up: string;
  /** JSON, encrypted under the file's data key. */
  content: ColumnType<Uint8Array, Uint8Array, never>;
}

/** A line of an invoice that was accepted, and names an authorization. */
interface AuthorizedLineTable {
  submission_id: string;
  /** 0-based place in the envelope. */
  line: number;
  ordinal: number;
  /** Keyed hash of plan and authorization number. */
  authorization_hash: string;
  /** Number, member, providers, service, days and units: JSON, encrypted under the submission's data key. */
  content: ColumnType<Uint8Array, Uint8Array, never>;
}

/** Where a plan's audit chain ends, so that a cut-off entry shows. */
interface PlanAuditHeadTable {
  plan_id: string;
  /** Hash of the last entry. */
  hash: string;
}

/** One link of a plan's audit chain: what became of its files. */
interface PlanAuditEntryTable {
  plan_id: string;
  sequence: number;
  at: string;
  actor: string;
  action: string;
  detail: string;
  previous_hash: string;
  hash: string;
}
