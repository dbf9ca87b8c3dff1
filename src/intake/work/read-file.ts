import { createHash } from 'node:crypto';
import { civilDateAt } from '../../guidance/civil-date.ts';
import { planFacts } from '../../plan/facts.ts';
import type { DiagnosisListIdentity } from '../../plan/diagnosis-lists.ts';
import type { PlanProfile } from '../../plan/profile.ts';
import { maximumBodyBytes, type Envelope, type SubmissionPurpose } from '../../submission/contract.ts';
import type { FileRefusal } from '../../submission/file-refusal.ts';
import { composeEnvelope, prepareEnvelope, type LineToSend } from '../../submission/prepare-envelope.ts';
import type { Channel, Receipt } from '../../submission/receipt.ts';
import { isSealedPackage, openPackage } from '../../submission/sealed-package.ts';
import { listDifferences } from '../../workbook/check-list.ts';
import { billingIn } from '../../workbook/imported-lines.ts';
import { completeRowKeys } from '../../workbook/row-key.ts';
import { readInvoiceFile, type InvoiceFile } from '../../xlsx/invoice-file.ts';
import type { ReadLimits } from '../../xlsx/read/limits.ts';
import { summarize, type EnvelopeSummary } from './read-envelope.ts';

/** What a sender says beside a list of lines, which has no Setup sheet to say it on. */
export interface ListOrder {
  /** Whether the provider has said that it cannot produce 837 claims. */
  readonly attested?: boolean;
  /** What the invoices of the list are: with a replacement or a void, every number in the list is concerned. */
  readonly purpose?: SubmissionPurpose['kind'];
}

/** A file to be read: a workbook, a list, or a sealed package. */
export interface FileTask {
  readonly kind: 'file';
  readonly body: Uint8Array;
  /** The plan that it is sent to; null where the sender leaves it to the package. */
  readonly profile: PlanProfile | null;
  readonly order: ListOrder;
  /** RFC 3339. */
  readonly receivedAt: string;
  readonly timeZone: string;
  /** Private keys of the plan's sealed packages. */
  readonly packageKeys: readonly string[];
}

/** What became of a file. */
export type FileReading =
  | {
      readonly kind: 'read';
      /** The submission as the contract has it, which is what is kept. */
      readonly body: Uint8Array;
      readonly summary: EnvelopeSummary;
      readonly channel: Exclude<Channel, 'api'>;
      readonly file: NonNullable<Receipt['file']>;
    }
  | { readonly kind: 'refused'; readonly reason: FileRefusal }
  /** Words of the list's order that the file itself says, or says otherwise. */
  | { readonly kind: 'contradicted'; readonly parameters: readonly (keyof ListOrder)[] }
  /** A file that is no package, and nobody said whose plan's. */
  | { readonly kind: 'planMissing' };

const megabyte = 1024 * 1024;

/**
 * What an upload may come to: a few times the largest template with all its 5,000 lines, and a fraction of what the
 * reader takes of a biller's own file at the biller's own computer. Threads share the memory of the endpoint.
 */
export const uploadLimits: Partial<ReadLimits> = {
  fileBytes: maximumBodyBytes,
  partBytes: 128 * megabyte,
  totalBytes: 192 * megabyte,
  rows: 25_000,
  cells: 2_000_000,
  sheetCharacters: 16_000_000,
  sharedStrings: 200_000,
  sharedCharacters: 8_000_000,
};

/** Milliseconds: the largest honest file takes about two seconds. */
const readingTime = 20_000;

/** Version that envelopes of files carry: no program of ours made them. */
const fileVersion = 'file';

/** Reads a file that was sent to a submission, by the same code as `calaim-invoice check`. Nothing is written anywhere. */
export async function readFile(task: FileTask, diagnosisLists: readonly DiagnosisListIdentity[]): Promise<FileReading> {
  const isPackage = isSealedPackage(task.body);
  const composed = isPackage ? await envelopeOfPackage(task) : envelopeOfFile(task, diagnosisLists);
  if (composed.kind !== 'prepared') return composed;
  const { envelope } = composed;
  return {
    kind: 'read',
    body: new TextEncoder().encode(JSON.stringify(envelope)),
    summary: summarize(envelope),
    channel: isPackage ? 'sealedPackage' : 'file',
    file: { sha256: createHash('sha256').update(task.body).digest('hex'), bytes: task.body.byteLength },
  };
}

type Composed = { readonly kind: 'prepared'; readonly envelope: Envelope } | Exclude<FileReading, { kind: 'read' }>;

const refused = (reason: FileRefusal): Composed => ({ kind: 'refused', reason });

const packageRefusals = {
  notAPackage: 'damagedPackage',
  otherKey: 'otherKey',
  damaged: 'damagedPackage',
  notASubmission: 'notASubmission',
} as const satisfies Record<string, FileRefusal>;

async function envelopeOfPackage({ body, packageKeys, profile, order }: FileTask): Promise<Composed> {
  if (packageKeys.length === 0) return refused('packagesNotTaken');
  const contradicted = sayings(order);
  if (contradicted.length > 0) return { kind: 'contradicted', parameters: contradicted };
  const opened = await openPackage(body, packageKeys);
  if (opened.kind === 'refused') return refused(packageRefusals[opened.reason]);
  if (profile !== null && opened.envelope.planId !== profile.id) return refused('otherPlan');
  return { kind: 'prepared', envelope: opened.envelope };
}

function envelopeOfFile(task: FileTask, diagnosisLists: readonly DiagnosisListIdentity[]): Composed {
  const { profile } = task;
  if (profile === null) return { kind: 'planMissing' };
  const end = performance.now() + readingTime;
  const file = readInvoiceFile(task.body, profile, {
    limits: uploadLimits,
    isStopped: () => performance.now() > end,
  });
  if (file.kind === 'refused') return refused(file.reason);
  const today = civilDateAt(new Date(task.receivedAt), task.timeZone);
  const common = { profile, diagnosisLists, productVersion: fileVersion, today };
  return file.kind === 'template' ? templateEnvelope(file, task, common) : listEnvelope(file, task, common);
}

type Common = Omit<Parameters<typeof prepareEnvelope>[0], 'setup' | 'lines' | 'attempt'>;
type Template = Extract<InvoiceFile, { kind: 'template' }>;
type List = Extract<InvoiceFile, { kind: 'list' }>;

/** A filled template says by itself what it is: as if its pane had sent it. */
function templateEnvelope({ state, setup, lines }: Template, { order }: FileTask, common: Common): Composed {
  const contradicted = sayings(order);
  if (contradicted.length > 0) return { kind: 'contradicted', parameters: contradicted };
  const keys = completeRowKeys(lines.map(({ rowKey }) => rowKey));
  const toSend = lines.flatMap(({ row, text }, index): readonly LineToSend[] => {
    const rowKey = keys[index];
    return rowKey === undefined ? [] : [{ rowKey, text, differences: [], sourceRow: row }];
  });
  const prepared = prepareEnvelope({ ...common, setup, lines: toSend, attempt: countIn(state?.attempt) ?? 1 });
  if (prepared.kind === 'refused') return refused(prepared.reason);
  const { profileVersion, layoutVersion } = prepared.envelope;
  return {
    kind: 'prepared',
    envelope: {
      ...prepared.envelope,
      // The template's own versions: the plan says so where they are not its present ones.
      profileVersion: countIn(state?.profileVersion) ?? profileVersion,
      layoutVersion: countIn(state?.layoutVersion) ?? layoutVersion,
    },
  };
}

function listEnvelope({ lines, rows, places }: List, { order }: FileTask, common: Common): Composed {
  const differences = listDifferences(lines, places, common.profile, planFacts(common.profile));
  const keys = completeRowKeys(lines.map(() => null));
  const toSend = lines.flatMap((text, index): readonly LineToSend[] => {
    const rowKey = keys[index];
    const row = rows[index];
    if (rowKey === undefined || row === undefined) return [];
    return [{ rowKey, text, differences: differences[index] ?? [], sourceRow: row }];
  });
  const purpose = order.purpose ?? 'new';
  const concerns = purpose === 'new' ? [] : [...new Set(lines.map(({ invoiceNumber }) => invoiceNumber))];
  const setup = { billing: billingIn(lines), attested: order.attested ?? false, purpose, concerns };
  const composed = composeEnvelope({ ...common, setup, lines: toSend, attempt: 1 });
  return composed.kind === 'refused' ? refused(composed.reason) : composed;
}

/** The parameters that a sender gave. */
function sayings({ attested, purpose }: ListOrder): readonly (keyof ListOrder)[] {
  return [
    ...(attested === undefined ? [] : (['attested'] as const)),
    ...(purpose === undefined ? [] : (['purpose'] as const)),
  ];
}

/** A count from 1 as a hidden cell has it, or null for anything else. */
function countIn(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,4}$/.test(text) ? Number(text) : null;
}
