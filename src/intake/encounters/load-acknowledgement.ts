import type { AcknowledgementItem } from '../../encounter/acknowledgement/items.ts';
import { reasonText, type ReturnedFinding } from '../../encounter/acknowledgement/returned-finding.ts';
import { SentFileReader, type SentTransaction } from '../../encounter/acknowledgement/sent-file.ts';
import { Standings, type InvoiceStanding } from '../../encounter/acknowledgement/standings.ts';
import type { X12Problem } from '../../encounter/x12/position.ts';
import { problemSentence } from '../../encounter/x12/problem-words.ts';
import type { AcknowledgementReceipt } from '../../submission/encounters.ts';
import { encounterFindingSchema, type EncounterFinding } from '../../submission/invoice-history.ts';
import { decodeText } from '../../xlsx/decode-text.ts';
import { ProblemError } from '../http/problem.ts';
import { uuidV7 } from '../identifiers.ts';
import type { Caller } from '../identity/access.ts';
import type { EncounterFileEntry, NewAnswer, StoredClaim } from '../store/encounter-files.ts';
import type { AnsweredInvoice } from '../store/encounter-steps.ts';
import { InvoiceChangedError } from '../store/invoice-changes.ts';
import type { EncounterParts } from './make-files.ts';
import { inTurns, readAnswerItems, segmentFault } from './read-answer.ts';
import { answerPurpose, openText, sealReceiverNumber, sealText } from './sealed-file.ts';
import { sentInvoices, type SentInvoice } from './sent-invoices.ts';

/** Most problems and unmatched numbers that an answer names. */
const mostNamed = 1000;

/** What stands in an answer. */
interface ReadAnswer {
  readonly items: readonly AcknowledgementItem[];
  readonly problems: readonly X12Problem[];
}

/** One file, and what came of an answer to it. */
interface Answered {
  readonly file: EncounterFileEntry;
  readonly known: boolean;
  readonly returned: AcknowledgementReceipt['returned'];
  /** Null where the answer was loaded before. */
  readonly answer: NewAnswer | null;
}

/**
 * Loads what a receiver sent back of encounters (TA1, 999, 277CA): finds the files by their control numbers, puts it
 * together with what came back of them before, and records of production files which encounters are accepted and which
 * are rejected, with why. The same answer counts once.
 *
 * @throws ProblemError `answer-refused` where nothing of it can be read, or it is an 835; `busy` where an encounter was
 *   answered by another request meanwhile
 */
export async function loadAcknowledgement(
  parts: EncounterParts,
  planId: string,
  body: Uint8Array,
  caller: Pick<Caller, 'subject'>,
): Promise<AcknowledgementReceipt> {
  const text = decodeText(body);
  const { items, problems } = await readAnswer(text);
  if (items.length === 0 || items.some(isPayment)) {
    throw new ProblemError('answer-refused', { faults: problems.map(segmentFault) });
  }
  const byNumber = Map.groupBy(items, controlNumberOf);
  const numbers = [...byNumber.keys()].filter((number) => number !== null);
  const files = await parts.encounterFiles.withControlNumbers(planId, numbers);
  const now = parts.clock();
  const answered: Answered[] = [];
  const unmatched = new Map<string, AcknowledgementReceipt['unmatched'][number]>();
  const miss = (kind: AcknowledgementItem['kind'], reference: string) => {
    unmatched.set(`${kind} ${reference}`, { kind, reference: ownReference(reference) });
  };
  for (const file of files) {
    answered.push(await answerTo(parts, file, { text, items: byNumber.get(file.controlNumber) ?? [], now, miss }));
  }
  const found = new Set(files.map(({ controlNumber }) => controlNumber));
  for (const [number, those] of byNumber) {
    if (number === null || !found.has(number)) for (const item of those) miss(item.kind, referenceOf(item));
  }
  const answers = answered.flatMap(({ answer }) => answer ?? []);
  try {
    await parts.encounterFiles.storeAnswers(answers, { at: now.toISOString(), actor: caller.subject });
  } catch (error) {
    if (error instanceof InvoiceChangedError) throw new ProblemError('busy', { retryAfter: 1 });
    throw error;
  }
  return {
    files: answered.map(({ file: { id, controlNumber, usage }, known }) => ({ id, controlNumber, usage, known })),
    accepted: answers.reduce((sum, { accepted }) => sum + accepted.length, 0),
    rejected: answers.reduce((sum, { rejected }) => sum + rejected.length, 0),
    returned: answered.flatMap(({ returned }) => returned),
    unmatched: [...unmatched.values()].slice(0, mostNamed),
    problems: problems.slice(0, mostNamed).map((problem) => {
      return { segment: problem.segment, code: problem.code, message: problemSentence(problem) };
    }),
  };
}

async function readAnswer(text: string): Promise<ReadAnswer> {
  const items: AcknowledgementItem[] = [];
  const problems: X12Problem[] = [];
  for await (const item of readAnswerItems(text)) {
    if (item.kind === 'problem') problems.push(item);
    else items.push(item);
  }
  return { items, problems };
}

async function readSent(text: string): Promise<readonly SentTransaction[]> {
  const reader = new SentFileReader();
  const transactions: SentTransaction[] = [];
  const take = (read: readonly (SentTransaction | X12Problem)[]) => {
    for (const item of read) if ('claims' in item) transactions.push(item);
  };
  for await (const part of inTurns(text)) take(reader.read(part));
  take(reader.end());
  return transactions;
}

/** An 835 is a decision of a payer, and no acknowledgement. */
function isPayment({ kind }: AcknowledgementItem): boolean {
  return kind === 'payment' || kind === 'claimPayment' || kind === 'providerAdjustment';
}

/** What an item answers, as it is numbered there. */
function referenceOf(item: AcknowledgementItem): string {
  switch (item.kind) {
    case 'interchange':
      return item.interchange;
    case 'group':
    case 'transaction':
    case 'syntax':
      return item.group;
    case 'batchStatus':
    case 'claimStatus':
      return item.batch;
    case 'payment':
    case 'claimPayment':
    case 'providerAdjustment':
      return '';
  }
}

/** The control number of the file that an item answers, by what the writer puts there; null where it is none of ours. */
function controlNumberOf(item: AcknowledgementItem): number | null {
  const reference = referenceOf(item);
  const digits = /^B(\d{9})\d{4,}$/.exec(reference)?.[1] ?? /^\d{1,9}$/.exec(reference)?.[0];
  return digits === undefined ? null : Number(digits);
}

/** A number as we give them; anything else may be anything, and is not repeated. */
function ownReference(reference: string): string {
  return /^B?[\d-]{1,30}$/.test(reference) ? reference : '';
}

interface AnswerToFile {
  /** The whole answer, and what of it is on the file. */
  readonly text: string;
  readonly items: readonly AcknowledgementItem[];
  readonly now: Date;
  readonly miss: (kind: AcknowledgementItem['kind'], reference: string) => void;
}

async function answerTo(
  parts: EncounterParts,
  file: EncounterFileEntry,
  { text, items, now, miss }: AnswerToFile,
): Promise<Answered> {
  const { keyring, encounterFiles } = parts;
  const contentHash = keyring.contentHash(answerPurpose, text);
  const content = await openText(keyring, file, 'content', await encounterFiles.sealed(file.id, 'content'));
  const standings = new Standings(await readSent(content));
  const before = await encounterFiles.answersTo(file.id);
  for (const each of before) {
    const earlier = await readAnswer(await openText(keyring, file, `answer ${each.contentHash}`, each.content));
    for (const item of earlier.items) if (controlNumberOf(item) === file.controlNumber) standings.take(item);
  }
  const missedBefore = new Set(standings.unmatched.map(({ kind, reference }) => `${kind} ${reference}`));
  for (const item of items) standings.take(item);
  for (const { kind, reference } of standings.unmatched) {
    if (!missedBefore.has(`${kind} ${reference}`)) miss(kind, reference);
  }
  const known = before.some((each) => keyring.isContentHash(each.contentHash, answerPurpose, text));
  const claims = await encounterFiles.claimsOf(file.id);
  const { returned, accepted, rejected } = await outcomeOf(parts, file, claims, [...standings.invoices()]);
  if (known) return { file, known, returned, answer: null };
  return {
    ...{ file, known, returned },
    answer: {
      ...{ file, contentHash, accepted, rejected },
      id: uuidV7(now),
      content: await sealText(keyring, file, `answer ${contentHash}`, text),
      receiverNumbers: receiverNumbers(parts, file, claims, [...standings.invoices()]),
    },
  };
}

/** What came back, and the steps that follow of it: of what was written by this file last. */
async function outcomeOf(
  parts: EncounterParts,
  file: EncounterFileEntry,
  claims: readonly StoredClaim[],
  standings: readonly InvoiceStanding[],
) {
  const byNumber = new Map(claims.map((claim) => [claim.claimNumber, claim]));
  const returned: AcknowledgementReceipt['returned'] = [];
  const accepted: AnsweredInvoice[] = [];
  const rejected: AnsweredInvoice[] = [];
  const opened = new Map<string, readonly SentInvoice[] | null>();
  for (const standing of standings) {
    const claim = byNumber.get(standing.claims[0]?.claimNumber ?? '');
    if (claim === undefined) continue;
    const { submissionId, ordinal, invoiceNumber, billingProviderNpi } = claim;
    const { encounterState } = claim;
    const counts = file.usage === 'P' && claim.isLatest;
    if (standing.state === 'accepted' && counts && encounterState === 'written')
      accepted.push({ submissionId, ordinal });
    if (standing.state !== 'returned') continue;
    let invoices = opened.get(submissionId);
    if (invoices === undefined) {
      invoices = await sentInvoices(parts, await parts.submissions.find(submissionId));
      opened.set(submissionId, invoices);
    }
    const rowKeys = invoices?.[ordinal]?.rowKeys ?? [];
    const findings = standing.findings
      .filter(({ severity }) => severity === 'error')
      .map((finding) => encounterFinding(finding, rowKeys));
    returned.push({ invoiceNumber, billingProviderNpi, findings });
    // A receiver may reject what it accepted before.
    if (counts && (encounterState === 'written' || encounterState === 'accepted'))
      rejected.push({ submissionId, ordinal, findings });
  }
  return { returned, accepted, rejected };
}

/** A finding as histories have it: a code of a receiver that is of no known form is not repeated. */
function encounterFinding(finding: ReturnedFinding, rowKeys: readonly string[]): EncounterFinding {
  const reason = encounterFindingSchema.shape.reason.safeParse(reasonText(finding.reason));
  return {
    rule: finding.rule,
    reason: reason.success ? reason.data : 'unknown',
    column: finding.column,
    rowKey: finding.line === null ? null : (rowKeys[finding.line - 1] ?? null),
  };
}

/** The receiver's own numbers of claims that became known. */
function receiverNumbers(
  { keyring }: EncounterParts,
  file: EncounterFileEntry,
  claims: readonly StoredClaim[],
  standings: readonly InvoiceStanding[],
): ReadonlyMap<number, Uint8Array> {
  const byNumber = new Map(
    standings.flatMap((standing) => standing.claims.map((claim) => [claim.claimNumber, claim.receiverNumber] as const)),
  );
  return new Map(
    claims.flatMap(({ place, claimNumber, receiverNumber }) => {
      const number = byNumber.get(claimNumber) ?? '';
      if (number === '' || receiverNumber !== null) return [];
      return [[place, sealReceiverNumber(keyring, file, place, number)] as const];
    }),
  );
}
