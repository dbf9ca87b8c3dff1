import type { Selectable, Transaction } from 'kysely';
import type { EncounterState } from '../../submission/invoice-states.ts';
import type { Guide } from '../../encounter/guide.ts';
import type { Usage } from '../../encounter/target.ts';
import { encounterCandidates, type CandidateQuery, type EncounterCandidate } from './encounter-candidates.ts';
import { recordEncounters, type AnsweredInvoice, type InvoicePlace } from './encounter-steps.ts';
import { InvoiceChangedError } from './invoice-changes.ts';
import { inPieces } from './rows.ts';
import type { Tables } from './schema.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';

/** An encounter file, without what is sealed. */
export interface EncounterFileEntry {
  readonly id: string;
  readonly planId: string;
  readonly guide: Guide;
  readonly usage: Usage;
  readonly controlNumber: number;
  /** RFC 3339 in UTC. */
  readonly madeAt: string;
  readonly madeBy: string;
  readonly claims: number;
  readonly invoices: number;
  /** The file's data key, wrapped. */
  readonly wrappedKey: Uint8Array;
}

/** A claim of a file, and its invoice. */
export interface FiledClaim extends InvoicePlace {
  readonly claimNumber: string;
}

/** A claim as it stands. */
export interface StoredClaim extends FiledClaim {
  readonly place: number;
  readonly encounterState: EncounterState;
  readonly billingProviderNpi: string;
  readonly invoiceNumber: string;
  /** Sealed; null until it is known. */
  readonly receiverNumber: Uint8Array | null;
  /** Whether no later production file holds the invoice. */
  readonly isLatest: boolean;
}

/** A file that was made, to be stored. */
export interface NewEncounterFile extends EncounterFileEntry {
  readonly content: Uint8Array;
  readonly report: Uint8Array;
  /** In the order of the file. */
  readonly filed: readonly FiledClaim[];
}

/** An answer to a file, to be stored. */
export interface NewAnswer {
  readonly file: EncounterFileEntry;
  readonly id: string;
  readonly contentHash: string;
  readonly content: Uint8Array;
  /** What the receiver calls claims, sealed, by their place in the file. */
  readonly receiverNumbers: ReadonlyMap<number, Uint8Array>;
  readonly accepted: readonly AnsweredInvoice[];
  readonly rejected: readonly AnsweredInvoice[];
}

/** Encounter files: what was made, of what, and what came back. */
export class EncounterFiles {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /**
   * Stores files. In production their invoices are written from then on: all of that, or nothing.
   *
   * @param query by which the candidates were found
   * @throws InvoiceChangedError where a candidate has changed meanwhile, or is in another file
   */
  async store(
    files: readonly NewEncounterFile[],
    candidates: readonly EncounterCandidate[],
    query: CandidateQuery,
  ): Promise<void> {
    await transact(this.#store, async (transaction) => {
      const present = new Set((await encounterCandidates(transaction, query)).map(stateOf));
      if (!candidates.every((each) => present.has(stateOf(each)))) throw new InvoiceChangedError();
      for (const file of files) {
        await insertFile(transaction, file);
        if (file.usage === 'T') continue;
        await recordEncounters(transaction, placesOf(file.filed), {
          to: 'written',
          at: file.madeAt,
          actor: file.madeBy,
          detail: { file: file.id, controlNumber: file.controlNumber },
        });
      }
    });
  }

  /** The latest files of a plan. */
  async list(planId: string, limit: number): Promise<readonly EncounterFileEntry[]> {
    const rows = await selectFiles(this.#store)
      .where('plan_id', '=', planId)
      .orderBy('id', 'desc')
      .limit(limit)
      .execute();
    return rows.map(entry);
  }

  /** A file of one of the plans, or null where there is none, or it is kept no longer. */
  async find(plans: readonly string[], id: string): Promise<EncounterFileEntry | null> {
    const row = await selectKept(this.#store)
      .where('id', '=', id)
      .where('plan_id', 'in', [...plans])
      .executeTakeFirst();
    return row === undefined ? null : entry(row);
  }

  /** Files of a plan by their control numbers. */
  async withControlNumbers(planId: string, numbers: readonly number[]): Promise<readonly EncounterFileEntry[]> {
    const found: EncounterFileEntry[] = [];
    for (const piece of inPieces(numbers)) {
      const rows = await selectKept(this.#store)
        .where('plan_id', '=', planId)
        .where('control_number', 'in', [...piece])
        .execute();
      found.push(...rows.map(entry));
    }
    return found;
  }

  /** What of a file is sealed. */
  async sealed(id: string, part: 'content' | 'report'): Promise<Uint8Array> {
    const row = await this.#store
      .selectFrom('encounter_file')
      .select(part)
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return row[part];
  }

  /** The claims of a file, in its order. */
  async claimsOf(fileId: string): Promise<readonly StoredClaim[]> {
    const rows = await this.#store
      .selectFrom('encounter_claim')
      .innerJoin('invoice', (join) =>
        join
          .onRef('invoice.submission_id', '=', 'encounter_claim.submission_id')
          .onRef('invoice.ordinal', '=', 'encounter_claim.ordinal'),
      )
      .select((select) => [
        'encounter_claim.place',
        'encounter_claim.submission_id',
        'encounter_claim.ordinal',
        'encounter_claim.claim_number',
        'encounter_claim.receiver_number',
        'invoice.encounter_state',
        'invoice.billing_provider_npi',
        'invoice.invoice_number',
        select
          .selectFrom('encounter_claim as later')
          .innerJoin('encounter_file', 'encounter_file.id', 'later.file_id')
          .select((latest) => latest.fn.max('later.file_id').as('id'))
          .whereRef('later.submission_id', '=', 'encounter_claim.submission_id')
          .whereRef('later.ordinal', '=', 'encounter_claim.ordinal')
          .where('encounter_file.usage', '=', 'P')
          .as('latest_file'),
      ])
      .where('encounter_claim.file_id', '=', fileId)
      .orderBy('encounter_claim.place')
      .execute();
    return rows.map((row) => ({
      place: row.place,
      submissionId: row.submission_id,
      ordinal: row.ordinal,
      claimNumber: row.claim_number,
      encounterState: row.encounter_state,
      billingProviderNpi: row.billing_provider_npi,
      invoiceNumber: row.invoice_number ?? '',
      receiverNumber: row.receiver_number,
      isLatest: row.latest_file === fileId,
    }));
  }

  /** The latest production file that holds an invoice, or null where none does. */
  async latestOf({ submissionId, ordinal }: InvoicePlace): Promise<EncounterFileEntry | null> {
    const row = await selectKept(this.#store)
      .where('usage', '=', 'P')
      .where('id', 'in', (query) =>
        query
          .selectFrom('encounter_claim')
          .select('file_id')
          .where('submission_id', '=', submissionId)
          .where('ordinal', '=', ordinal),
      )
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row === undefined ? null : entry(row);
  }

  /** Answers to a file, in the order in which they were loaded. */
  async answersTo(fileId: string): Promise<readonly { readonly contentHash: string; readonly content: Uint8Array }[]> {
    const rows = await this.#store
      .selectFrom('encounter_answer')
      .select(['content_hash', 'content'])
      .where('file_id', '=', fileId)
      .orderBy('id')
      .execute();
    return rows.map(({ content_hash: contentHash, content }) => ({ contentHash, content }));
  }

  /**
   * Stores answers and what they say of invoices: all of that, or nothing.
   *
   * @throws InvoiceChangedError where an encounter was answered, or its answer loaded, meanwhile
   */
  async storeAnswers(answers: readonly NewAnswer[], news: { readonly at: string; readonly actor: string }) {
    await transact(this.#store, async (transaction) => {
      for (const { file, id, contentHash, content, receiverNumbers, accepted, rejected } of answers) {
        const inserted = await transaction
          .insertInto('encounter_answer')
          .values({ file_id: file.id, content_hash: contentHash, id, ...news, content })
          .onConflict((conflict) => conflict.columns(['file_id', 'content_hash']).doNothing())
          .returning('id')
          .executeTakeFirst();
        if (inserted === undefined) throw new InvoiceChangedError();
        for (const [place, number] of receiverNumbers) {
          await transaction
            .updateTable('encounter_claim')
            .set({ receiver_number: number })
            .where('file_id', '=', file.id)
            .where('place', '=', place)
            .execute();
        }
        const detail = { file: file.id, controlNumber: file.controlNumber };
        await recordEncounters(transaction, accepted, { ...news, to: 'accepted', detail });
        await recordEncounters(transaction, rejected, { ...news, to: 'rejected', detail });
      }
    });
  }
}

/** An invoice stands in as many claims as it was split into. */
function placesOf(filed: readonly FiledClaim[]): readonly InvoicePlace[] {
  const places = filed.map(({ submissionId, ordinal }) => ({ submissionId, ordinal }));
  return [...new Map(places.map((place) => [`${place.submissionId} ${String(place.ordinal)}`, place])).values()];
}

/** What must not have changed when the file is stored. */
function stateOf({ submissionId, ordinal, state, encounterState, decision, earlier, isReported }: EncounterCandidate) {
  return JSON.stringify([
    ...[submissionId, ordinal, state, encounterState, isReported],
    decision?.sequence ?? null,
    earlier,
  ]);
}

async function insertFile(transaction: Transaction<Tables>, file: NewEncounterFile): Promise<void> {
  await transaction
    .insertInto('encounter_file')
    .values({
      id: file.id,
      plan_id: file.planId,
      guide: file.guide,
      usage: file.usage,
      control_number: file.controlNumber,
      made_at: file.madeAt,
      made_by: file.madeBy,
      claim_count: file.claims,
      invoice_count: file.invoices,
      wrapped_key: file.wrappedKey,
      content: file.content,
      report: file.report,
    })
    .execute();
  const rows = file.filed.map((claim, place) => ({
    file_id: file.id,
    place,
    submission_id: claim.submissionId,
    ordinal: claim.ordinal,
    claim_number: claim.claimNumber,
    receiver_number: null,
  }));
  for (const piece of inPieces(rows)) {
    await transaction
      .insertInto('encounter_claim')
      .values([...piece])
      .execute();
  }
}

const entryColumns = [
  'id',
  'plan_id',
  'guide',
  'usage',
  'control_number',
  'made_at',
  'made_by',
  'claim_count',
  'invoice_count',
  'wrapped_key',
] as const;

function selectFiles(store: Store) {
  return store.selectFrom('encounter_file').select(entryColumns);
}

/** Files whose key is there. */
function selectKept(store: Store) {
  return selectFiles(store).where('wrapped_key', '!=', new Uint8Array());
}

function entry(row: Pick<Selectable<Tables['encounter_file']>, (typeof entryColumns)[number]>): EncounterFileEntry {
  return {
    id: row.id,
    planId: row.plan_id,
    guide: row.guide,
    usage: row.usage,
    controlNumber: row.control_number,
    madeAt: row.made_at,
    madeBy: row.made_by,
    claims: row.claim_count,
    invoices: row.invoice_count,
    wrappedKey: row.wrapped_key,
  };
}
