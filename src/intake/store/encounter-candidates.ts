import type { Transaction } from 'kysely';
import type { SubmissionPurpose } from '../../submission/contract.ts';
import type { EncounterState, InvoiceState } from '../../submission/invoice-states.ts';
import { statesInForce, type Decision } from '../invoice-states.ts';
import { isLatestDecision } from './latest-decision.ts';
import type { Tables } from './schema.ts';
import type { Store } from './store.ts';

/** The decision that stands on an invoice, sealed. */
export interface SealedDecision {
  /** Of the submission whose key opens it. */
  readonly submissionId: string;
  readonly ordinal: number;
  readonly wrappedKey: Uint8Array;
  readonly sequence: number;
  readonly decision: Decision;
  /** `YYYY-MM-DD`. */
  readonly decidedOn: string;
  readonly content: Uint8Array;
}

/** An invoice of the same number whose encounter is with the receiver: what a later one replaces or voids there. */
export interface EarlierEncounter {
  readonly submissionId: string;
  readonly ordinal: number;
  readonly state: 'written' | 'accepted';
}

/** An invoice whose encounter can be written. */
export interface EncounterCandidate {
  readonly submissionId: string;
  readonly ordinal: number;
  readonly invoiceNumber: string;
  readonly state: InvoiceState;
  readonly encounterState: EncounterState;
  readonly purpose: SubmissionPurpose['kind'];
  /** Of a void it is that of the invoice that it voids. */
  readonly decision: SealedDecision | null;
  readonly earlier: EarlierEncounter | null;
  /** Whether a service of it is with the receiver on another invoice, which would make the encounter a duplicate. */
  readonly isReported: boolean;
}

/** Which invoices are looked for. */
export interface CandidateQuery {
  readonly planId: string;
  /** Whether those whose encounter was rejected are written again. */
  readonly again: boolean;
  /** Whether the plan has to have decided, and finally. */
  readonly decided: boolean;
  /** The last one that was looked at before; null from the first one on. */
  readonly after: { readonly submissionId: string; readonly ordinal: number } | null;
  readonly limit: number;
}

type Reader = Store | Transaction<Tables>;

/**
 * Invoices of a plan whose encounter was not written yet, in the order in which they came: those in force, and voids of
 * what is with the receiver. What was replaced or voided before it was written never goes there.
 */
export async function encounterCandidates(
  store: Reader,
  query: CandidateQuery,
): Promise<readonly EncounterCandidate[]> {
  const rows = await selectUnwritten(store, query)
    .leftJoin('adjudication', (join) => join.on(isLatestDecision))
    .where((where) =>
      where.or([
        where('invoice.state', 'in', query.decided ? ['paid', 'denied'] : [...statesInForce]),
        where.and([
          where('invoice.state', '=', 'voided'),
          where('submission.purpose', '=', 'void'),
          where.exists(
            where
              .selectFrom('invoice as earlier')
              .select('earlier.ordinal')
              .whereRef('earlier.plan_id', '=', 'invoice.plan_id')
              .whereRef('earlier.billing_provider_npi', '=', 'invoice.billing_provider_npi')
              .whereRef('earlier.invoice_number', '=', 'invoice.invoice_number')
              .whereRef('earlier.submission_id', '<', 'invoice.submission_id')
              .where('earlier.encounter_state', 'in', ['written', 'accepted']),
          ),
        ]),
      ]),
    )
    .where((where) => {
      const { after } = query;
      if (after === null) return where.val(true);
      return where.or([
        where('invoice.submission_id', '>', after.submissionId),
        where.and([
          where('invoice.submission_id', '=', after.submissionId),
          where('invoice.ordinal', '>', after.ordinal),
        ]),
      ]);
    })
    .select([
      'invoice.state',
      'invoice.encounter_state',
      'submission.purpose',
      'submission.wrapped_key',
      'adjudication.audit_sequence',
      'adjudication.decision',
      'adjudication.decided_on',
      'adjudication.content',
    ])
    .orderBy('invoice.submission_id')
    .orderBy('invoice.ordinal')
    .limit(query.limit)
    .execute();
  const reported = await reportedElsewhere(store, query);
  const candidates: EncounterCandidate[] = [];
  for (const row of rows) {
    const place = { submissionId: row.submission_id, ordinal: row.ordinal };
    const earlier = row.purpose === 'new' ? null : await earlierEncounter(store, place);
    candidates.push({
      ...place,
      invoiceNumber: row.invoice_number ?? '',
      state: row.state,
      encounterState: row.encounter_state,
      purpose: row.purpose,
      decision: row.purpose === 'void' ? earlier && (await decisionOn(store, earlier)) : sealedDecision(place, row),
      earlier,
      isReported: reported.has(keyOf(place)),
    });
  }
  return candidates;
}

/** Numbers of invoices in force on which the plan has not decided yet, or not finally; the first ones. */
export async function undecidedNumbers(store: Reader, query: CandidateQuery): Promise<readonly string[]> {
  const rows = await selectUnwritten(store, query)
    .where('invoice.state', 'in', ['accepted', 'contested'])
    .orderBy('invoice.submission_id')
    .orderBy('invoice.ordinal')
    .limit(query.limit)
    .execute();
  return rows.map((row) => row.invoice_number ?? '');
}

function selectUnwritten(store: Reader, { planId, again }: CandidateQuery) {
  return store
    .selectFrom('invoice')
    .innerJoin('submission', 'submission.id', 'invoice.submission_id')
    .select(['invoice.submission_id', 'invoice.ordinal', 'invoice.invoice_number'])
    .where('invoice.plan_id', '=', planId)
    .where('invoice.invoice_number', 'is not', null)
    .where('submission.purged_at', 'is', null)
    .where('invoice.encounter_state', 'in', again ? ['notWritten', 'rejected'] : ['notWritten']);
}

/**
 * Places of invoices that have a service which is with the receiver on another invoice. A service is accepted once among
 * invoices in force, so the other one was replaced or voided, and the receiver does not know of that yet.
 */
async function reportedElsewhere(store: Reader, query: CandidateQuery): Promise<ReadonlySet<string>> {
  const rows = await selectUnwritten(store, query)
    .innerJoin('service_line as own', (join) =>
      join.onRef('own.submission_id', '=', 'invoice.submission_id').onRef('own.ordinal', '=', 'invoice.ordinal'),
    )
    .innerJoin('service_line as there', 'there.service_hash', 'own.service_hash')
    .innerJoin('invoice as sent', (join) =>
      join
        .onRef('sent.submission_id', '=', 'there.submission_id')
        .onRef('sent.ordinal', '=', 'there.ordinal')
        .on('sent.encounter_state', 'in', ['written', 'accepted']),
    )
    .innerJoin('submission as sending', 'sending.id', 'sent.submission_id')
    .where((where) =>
      where.or([
        where('sent.invoice_number', '!=', where.ref('invoice.invoice_number')),
        where('sent.billing_provider_npi', '!=', where.ref('invoice.billing_provider_npi')),
      ]),
    )
    .where((where) =>
      where.not(where.and([where('sending.purpose', '=', 'void'), where('sent.encounter_state', '=', 'accepted')])),
    )
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('invoice as later')
            .select('later.ordinal')
            .whereRef('later.plan_id', '=', 'sent.plan_id')
            .whereRef('later.billing_provider_npi', '=', 'sent.billing_provider_npi')
            .whereRef('later.invoice_number', '=', 'sent.invoice_number')
            .whereRef('later.submission_id', '>', 'sent.submission_id')
            .where('later.encounter_state', '=', 'accepted'),
        ),
      ),
    )
    .execute();
  return new Set(rows.map((row) => keyOf({ submissionId: row.submission_id, ordinal: row.ordinal })));
}

function keyOf({ submissionId, ordinal }: { readonly submissionId: string; readonly ordinal: number }): string {
  return `${submissionId} ${String(ordinal)}`;
}

/** The latest invoice of the same number before a place that is with the receiver. */
async function earlierEncounter(
  store: Reader,
  { submissionId, ordinal }: { readonly submissionId: string; readonly ordinal: number },
): Promise<EarlierEncounter | null> {
  const row = await store
    .selectFrom('invoice as own')
    .innerJoin('invoice as earlier', (join) =>
      join
        .onRef('earlier.plan_id', '=', 'own.plan_id')
        .onRef('earlier.billing_provider_npi', '=', 'own.billing_provider_npi')
        .onRef('earlier.invoice_number', '=', 'own.invoice_number')
        .onRef('earlier.submission_id', '<', 'own.submission_id')
        .on('earlier.encounter_state', 'in', ['written', 'accepted']),
    )
    .select(['earlier.submission_id', 'earlier.ordinal', 'earlier.encounter_state'])
    .where('own.submission_id', '=', submissionId)
    .where('own.ordinal', '=', ordinal)
    .orderBy('earlier.submission_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const state = row.encounter_state === 'accepted' ? 'accepted' : 'written';
  return { submissionId: row.submission_id, ordinal: row.ordinal, state };
}

async function decisionOn(
  store: Reader,
  { submissionId, ordinal }: { readonly submissionId: string; readonly ordinal: number },
): Promise<SealedDecision | null> {
  const row = await store
    .selectFrom('adjudication')
    .innerJoin('submission', 'submission.id', 'adjudication.submission_id')
    .select(['audit_sequence', 'decision', 'decided_on', 'content', 'wrapped_key'])
    .where('submission_id', '=', submissionId)
    .where('ordinal', '=', ordinal)
    .where('submission.purged_at', 'is', null)
    .orderBy('audit_sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : sealedDecision({ submissionId, ordinal }, row);
}

/** What a decision's columns say, null where there is no decision. */
function sealedDecision(
  place: { readonly submissionId: string; readonly ordinal: number },
  row: {
    readonly wrapped_key: Uint8Array;
    readonly audit_sequence: number | null;
    readonly decision: Decision | null;
    readonly decided_on: string | null;
    readonly content: Uint8Array | null;
  },
): SealedDecision | null {
  const { wrapped_key: wrappedKey, audit_sequence: sequence, decision, decided_on: decidedOn, content } = row;
  if (sequence === null || decision === null || decidedOn === null || content === null) return null;
  return { ...place, wrappedKey, sequence, decision, decidedOn, content };
}
