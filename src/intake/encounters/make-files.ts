import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileIdentity } from '../../encounter/file-identity.ts';
import { guideOf, type Guide } from '../../encounter/guide.ts';
import type { Invoice, Submission } from '../../encounter/invoice.ts';
import type { MemberSource } from '../../encounter/member-source.ts';
import { heldWords } from '../../encounter/note-words.ts';
import type { HeldCode, ReportEntry } from '../../encounter/notes.ts';
import { defaultSettings, type EncounterSettings } from '../../encounter/settings.ts';
import { encounterTarget, type BlankSetting, type EncounterTarget, type Usage } from '../../encounter/target.ts';
import { writeEncounters } from '../../encounter/write-encounters.ts';
import type { PlanProfile } from '../../plan/profile.ts';
import { mostHeldNamed, type EncountersMade } from '../../submission/encounters.ts';
import type { CheckingParts } from '../checking.ts';
import { ProblemError } from '../http/problem.ts';
import { uuidV7 } from '../identifiers.ts';
import type { Caller } from '../identity/access.ts';
import { planMembers } from '../plan-files/members.ts';
import { planTimeZone } from '../receipt/compose.ts';
import { takeControlNumber } from '../store/control-numbers.ts';
import {
  encounterCandidates,
  undecidedNumbers,
  type CandidateQuery,
  type EncounterCandidate,
} from '../store/encounter-candidates.ts';
import type { EncounterFiles, FiledClaim, NewEncounterFile } from '../store/encounter-files.ts';
import { InvoiceChangedError } from '../store/invoice-changes.ts';
import type { Store } from '../store/store.ts';
import { decidedLines } from './decided-lines.ts';
import { descriptionOf } from './description.ts';
import { encounterKeyContext, openReceiverNumber, sealText } from './sealed-file.ts';
import { sentInvoices, type SentInvoice } from './sent-invoices.ts';
import { printReport } from './side-report.ts';

/** What making files works with. */
export interface EncounterParts extends Pick<CheckingParts, 'submissions' | 'planFiles' | 'keyring' | 'clock'> {
  readonly store: Store;
  readonly encounterFiles: EncounterFiles;
  readonly plans: ReadonlyMap<string, PlanProfile>;
  /** By the id of the plan; a plan without an entry has the defaults, with which only test files are made. */
  readonly encounterSettings: ReadonlyMap<string, EncounterSettings>;
}

/** What is asked for. */
export interface EncounterOrder {
  readonly planId: string;
  readonly usage: Usage;
  /** Whether invoices whose encounter was rejected are written again, as they are. */
  readonly again: boolean;
  /** Where the request before ended; null from the first invoice on. */
  readonly after: CandidateQuery['after'];
  /** Invoices that are looked at, {@link mostInvoices} at most. */
  readonly most: number;
}

/** Invoices that one request looks at, at most: the next one goes on. */
export const mostInvoices = 2_000;

/** Milliseconds after which writing lets others have a turn. */
const turn = 20;

/** An invoice that goes to the writer, with where it comes from. */
interface Prepared {
  readonly candidate: EncounterCandidate;
  readonly invoice: Invoice;
  /** The delegate that looked after the provider; null where the plan did itself. */
  readonly delegateId: string | null;
}

/**
 * Makes encounter files of what a plan has accepted and not written yet: one for each guide that has something to say.
 * In production they are of what the plan has decided, and their invoices are written from then on. A test file changes
 * nothing.
 *
 * @throws ProblemError `encounter-settings-blank` in production while a setting is blank; `busy` where another request
 *   wrote an invoice, or an invoice was changed, meanwhile
 */
export async function makeEncounterFiles(
  parts: EncounterParts,
  { planId, usage, again, after, most }: EncounterOrder,
  caller: Pick<Caller, 'subject'>,
): Promise<EncountersMade> {
  const target = targetOf(parts, planId, usage);
  const decided = usage === 'P' && target.form === 'encounter';
  // One more than fits says whether there are more.
  const query = { planId, again, decided, after, limit: most + 1 };
  const found = await encounterCandidates(parts.store, query);
  const candidates = found.slice(0, most);
  const report: ReportEntry[] = [];
  // What is undecided is named once, and not again by each request that goes on.
  if (decided && after === null) {
    const waiting = await undecidedNumbers(parts.store, { ...query, limit: mostHeldNamed });
    report.push(...waiting.map((number) => held(number, 'ADJUDICATION_MISSING')));
  }
  const prepared = await prepare(parts, planId, usage, candidates, (entry) => report.push(entry));
  const members = await planMembers(
    parts,
    planId,
    prepared.map(({ invoice, delegateId }) => ({ cin: invoice.lines[0].memberCin, delegateId })),
  );
  const now = parts.clock();
  const files: NewEncounterFile[] = [];
  for (const guide of ['professional', 'institutional'] as const) {
    const ofGuide = prepared.filter(({ invoice }) => guideOf(invoice, target) === guide);
    if (ofGuide.length === 0) continue;
    const written = await write(ofGuide, { parts, target, guide, members, now });
    report.push(...written.report.filter(({ kind }) => kind === 'held'));
    if (written.text === '') continue;
    files.push(await sealedFile(parts, { planId, usage, guide, now, caller }, written, report));
  }
  const inFiles = new Set(files.flatMap(({ filed }) => filed.map(keyOf)));
  try {
    await parts.encounterFiles.store(
      files,
      candidates.filter((candidate) => inFiles.has(keyOf(candidate))),
      query,
    );
  } catch (error) {
    if (error instanceof InvoiceChangedError) throw new ProblemError('busy', { retryAfter: 1 });
    throw error;
  }
  return {
    files: files.map(descriptionOf),
    held: report.flatMap((entry) => (entry.kind === 'held' ? [heldInvoice(entry)] : [])).slice(0, mostHeldNamed),
    next: found.length > most ? cursorOf(candidates.at(-1)) : null,
  };
}

/** @throws ProblemError `encounter-settings-blank` with the place of each blank setting in `encounters.json` */
function targetOf(parts: EncounterParts, planId: string, usage: Usage): EncounterTarget {
  const profile = parts.plans.get(planId);
  if (profile === undefined) throw new ProblemError('unknown-plan');
  const outcome = encounterTarget(profile, parts.encounterSettings.get(planId) ?? defaultSettings, usage);
  if (outcome.kind === 'target') return outcome.target;
  throw new ProblemError('encounter-settings-blank', { pointers: outcome.blank.slice(0, 20).map(pointerTo) });
}

/** `providers[0].institutional.typeOfBill` as a JSON pointer. */
function pointerTo(setting: BlankSetting): string {
  return `/${setting.replaceAll(/\[(\d+)\]/g, '.$1').replaceAll('.', '/')}`;
}

/** Opens what was sent and decided, and puts it in the order that the writer wants: by provider, then by member. */
async function prepare(
  parts: EncounterParts,
  planId: string,
  usage: Usage,
  candidates: readonly EncounterCandidate[],
  report: (entry: ReportEntry) => void,
): Promise<readonly Prepared[]> {
  const prepared: Prepared[] = [];
  for (const [submissionId, group] of Map.groupBy(candidates, (candidate) => candidate.submissionId)) {
    const submission = await parts.submissions.find(submissionId);
    const sent = await sentInvoices(parts, submission);
    for (const candidate of group) {
      const invoice = await invoiceOf(parts, planId, usage, candidate, sent?.[candidate.ordinal] ?? null);
      if (typeof invoice === 'string') report(held(candidate.invoiceNumber, invoice));
      else prepared.push({ candidate, invoice, delegateId: submission.delegateId });
    }
  }
  const providers = Map.groupBy(prepared, ({ invoice }) => invoice.lines[0].billingProviderNpi);
  return [...providers.values()].flatMap((ofProvider) =>
    [...Map.groupBy(ofProvider, ({ invoice }) => invoice.lines[0].memberCin).values()].flat(),
  );
}

async function invoiceOf(
  parts: EncounterParts,
  planId: string,
  usage: Usage,
  candidate: EncounterCandidate,
  sent: SentInvoice | null,
): Promise<Invoice | HeldCode> {
  if (sent === null) return 'NOT_ACCEPTABLE';
  if (candidate.isReported) return 'DUPLICATE_SERVICE';
  const decision = decidedLines(parts.keyring, planId, candidate.decision, sent.lines.length);
  if (decision.kind === 'wholeOnly' && usage === 'P') return 'ADJUDICATION_NOT_BY_LINE';
  return {
    lines: sent.lines,
    submission: await submissionOf(parts, candidate),
    adjudication: decision.kind === 'lines' ? decision.adjudication : null,
  };
}

/** What an encounter is to one that the receiver has accepted; one that it has not accepted is none to it. */
async function submissionOf(parts: EncounterParts, { purpose, earlier }: EncounterCandidate): Promise<Submission> {
  if (purpose === 'new' || earlier === null) return { kind: 'original' };
  const file = await parts.encounterFiles.latestOf(earlier);
  // Its answer has to come first: until then there is no number, and the writer holds it back.
  if (file === null || earlier.state === 'written') return { kind: purpose, originalReferences: [] };
  const claims = (await parts.encounterFiles.claimsOf(file.id)).filter((claim) => keyOf(claim) === keyOf(earlier));
  return {
    kind: purpose,
    originalReferences: claims.map(({ place, receiverNumber }) =>
      receiverNumber === null ? '' : openReceiverNumber(parts.keyring, file, place, receiverNumber),
    ),
  };
}

function cursorOf(last: EncounterCandidate | undefined): string | null {
  return last === undefined ? null : `${last.submissionId}.${String(last.ordinal)}`;
}

function keyOf({ submissionId, ordinal }: { readonly submissionId: string; readonly ordinal: number }): string {
  return `${submissionId} ${String(ordinal)}`;
}

function held(invoiceNumber: string, code: HeldCode): ReportEntry {
  return { kind: 'held', invoiceNumber, code, column: null };
}

function heldInvoice({ invoiceNumber, code }: Extract<ReportEntry, { kind: 'held' }>) {
  return { invoiceNumber, code, message: heldWords[code] };
}

/** A file that was written, and what was told of it. */
interface Written {
  readonly controlNumber: number;
  /** `''` where no invoice could be written. */
  readonly text: string;
  readonly filed: readonly FiledClaim[];
  readonly report: readonly ReportEntry[];
}

async function write(
  invoices: readonly Prepared[],
  {
    parts,
    target,
    guide,
    members,
    now,
  }: {
    readonly parts: EncounterParts;
    readonly target: EncounterTarget;
    readonly guide: Guide;
    readonly members: MemberSource;
    readonly now: Date;
  },
): Promise<Written> {
  const controlNumber = await takeControlNumber(parts.store);
  const filed: FiledClaim[] = [];
  const report: ReportEntry[] = [];
  // The writer tells of an invoice before it takes the next one.
  let present: EncounterCandidate | null = null;
  const given = function* () {
    for (const { candidate, invoice } of invoices) {
      present = candidate;
      yield invoice;
    }
  };
  const text: string[] = [];
  let begun = performance.now();
  for (const part of writeEncounters(given(), {
    ...{ target, guide, members },
    ...fileIdentity(controlNumber, now, planTimeZone),
    report: (entry) => {
      report.push(entry);
      if (entry.kind !== 'claim' || present === null) return;
      const { submissionId, ordinal } = present;
      filed.push({ submissionId, ordinal, claimNumber: entry.claimNumber });
    },
  })) {
    text.push(part);
    if (performance.now() - begun < turn) continue;
    await nextTurn();
    begun = performance.now();
  }
  return { controlNumber, text: text.join(''), filed, report };
}

async function sealedFile(
  parts: EncounterParts,
  {
    planId,
    usage,
    guide,
    now,
    caller,
  }: Pick<EncounterOrder, 'planId' | 'usage'> & {
    readonly guide: Guide;
    readonly now: Date;
    readonly caller: Pick<Caller, 'subject'>;
  },
  { controlNumber, text, filed, report }: Written,
  heldBack: readonly ReportEntry[],
): Promise<NewEncounterFile> {
  const id = uuidV7(now);
  const { wrapped: wrappedKey } = parts.keyring.newDataKey(encounterKeyContext(planId, id));
  const file = { planId, id, wrappedKey };
  const told = [...report.filter(({ kind }) => kind !== 'held'), ...heldBack];
  return {
    ...file,
    ...{ guide, usage, controlNumber, madeAt: now.toISOString(), madeBy: caller.subject },
    claims: filed.length,
    invoices: new Set(filed.map(keyOf)).size,
    content: await sealText(parts.keyring, file, 'content', text),
    report: await sealText(parts.keyring, file, 'report', printReport(told, [])),
    filed,
  };
}
