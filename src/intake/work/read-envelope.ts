import { canonicalText } from '../../submission/content.ts';
import { contractVersion, envelopeSchema, type Envelope } from '../../submission/contract.ts';
import { idempotencyText } from '../../submission/idempotency-key.ts';
import { groupInvoices } from '../../submission/invoices.ts';
import type { ProblemCode } from '../../submission/problem.ts';
import { sha256Of } from './digest.ts';
import { wellFormedEnvelope } from './well-formed-envelope.ts';

/** What the endpoint needs to know of an envelope in order to accept it: no member data. */
export interface EnvelopeSummary extends Pick<
  Envelope,
  'planId' | 'billingProviderNpi' | 'attempt' | 'profileVersion' | 'layoutVersion' | 'rulePack'
> {
  readonly purpose: Envelope['purpose']['kind'];
  readonly contentHash: string;
  /** The key that belongs to this content. */
  readonly idempotencyKey: string;
  readonly lines: number;
  readonly invoices: readonly { invoiceNumber: string | null; lineCount: number; chargeCents: number }[];
  readonly totalCents: number;
}

/** Outcome of {@link readEnvelope}. */
export type EnvelopeReading =
  | { readonly kind: 'read'; readonly summary: EnvelopeSummary }
  | {
      readonly kind: 'refused';
      readonly code: Extract<ProblemCode, 'malformed-json' | 'malformed-envelope' | 'unknown-contract'>;
      readonly pointers: readonly string[];
    };

/** Most places that a refusal names. */
const maximumPointers = 20;

/** Reads a request body as an envelope and sums it up. */
export function readEnvelope(body: Uint8Array): EnvelopeReading {
  const json = parseJson(body);
  if (json === undefined) return { kind: 'refused', code: 'malformed-json', pointers: [] };
  if (contractOf(json) !== contractVersion)
    return { kind: 'refused', code: 'unknown-contract', pointers: ['/contract'] };
  const envelope = wellFormedEnvelope(json);
  if (envelope !== null) return { kind: 'read', summary: summarize(envelope) };
  const pointers = pointersOf(envelopeSchema.safeParse(json).error?.issues ?? []);
  return { kind: 'refused', code: 'malformed-envelope', pointers };
}

/** Reads a body that was accepted before. @throws TypeError where it is no envelope. */
export function readAccepted(body: Uint8Array): Envelope {
  const envelope = wellFormedEnvelope(parseJson(body));
  if (envelope === null) throw new TypeError('A stored envelope cannot be read');
  return envelope;
}

/** Sums up an envelope. */
export function summarize(envelope: Envelope): EnvelopeSummary {
  const hash = sha256Of(canonicalText(envelope).pieces);
  const invoices = groupInvoices(envelope.lines.map((line) => line.values));
  const { planId, billingProviderNpi, attempt, profileVersion, layoutVersion, rulePack } = envelope;
  return {
    planId,
    billingProviderNpi,
    attempt,
    profileVersion,
    layoutVersion,
    rulePack,
    purpose: envelope.purpose.kind,
    contentHash: hash,
    idempotencyKey: sha256Of([idempotencyText(envelope, hash)]),
    lines: envelope.lines.length,
    invoices: invoices.map(({ invoiceNumber, lines, chargeCents }) => ({
      invoiceNumber,
      lineCount: lines.length,
      chargeCents,
    })),
    totalCents: invoices.reduce((sum, invoice) => sum + invoice.chargeCents, 0),
  };
}

/** `undefined` for what is no JSON in UTF-8. The platform's error is dropped: its message quotes the input. */
function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

function contractOf(json: unknown): unknown {
  return typeof json === 'object' && json !== null && 'contract' in json ? json.contract : undefined;
}

/**
 * Places of issues as JSON pointers. A path holds names of the contract and indices only: zod puts an unknown key's
 * name beside the path, and it stays out.
 */
function pointersOf(issues: readonly { readonly path: readonly PropertyKey[] }[]): string[] {
  const pointers = issues.map((issue) => issue.path.map((part) => `/${String(part)}`).join(''));
  return [...new Set(pointers)].slice(0, maximumPointers);
}
