import { createHmac } from 'node:crypto';
import { serviceIdentityOf } from '../../guidance/service-identity.ts';
import { canonicalContent } from '../../submission/content.ts';
import { contractVersion, envelopeSchema, type Envelope } from '../../submission/contract.ts';
import { idempotencyKey } from '../../submission/idempotency-key.ts';
import { groupInvoices, type InvoiceLines } from '../../submission/invoices.ts';
import type { ProblemCode } from '../../submission/problem.ts';

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
  /** Lines whose service can be read: place in the envelope, place of their invoice, keyed hash of the service. */
  readonly services: readonly { line: number; ordinal: number; hash: string }[];
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

/**
 * Reads a request body as an envelope and sums it up.
 *
 * @param serviceHashKey key of the hashes of services
 */
export async function readEnvelope(body: Uint8Array, serviceHashKey: Uint8Array): Promise<EnvelopeReading> {
  const json = parseJson(body);
  if (json === undefined) return { kind: 'refused', code: 'malformed-json', pointers: [] };
  if (contractOf(json) !== contractVersion)
    return { kind: 'refused', code: 'unknown-contract', pointers: ['/contract'] };
  const parsed = envelopeSchema.safeParse(json);
  if (!parsed.success) {
    return { kind: 'refused', code: 'malformed-envelope', pointers: pointersOf(parsed.error.issues) };
  }
  return { kind: 'read', summary: await summarize(parsed.data, serviceHashKey) };
}

/** Reads a body that was accepted before. @throws TypeError where it is no envelope. */
export function readAccepted(body: Uint8Array): Envelope {
  const parsed = envelopeSchema.safeParse(parseJson(body));
  if (!parsed.success) throw new TypeError('A stored envelope cannot be read');
  return parsed.data;
}

/** Sums up an envelope. @param serviceHashKey key of the hashes of services */
export async function summarize(envelope: Envelope, serviceHashKey: Uint8Array): Promise<EnvelopeSummary> {
  const { hash } = await canonicalContent(envelope);
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
    idempotencyKey: await idempotencyKey(envelope, hash),
    lines: envelope.lines.length,
    invoices: invoices.map(({ invoiceNumber, lines, chargeCents }) => ({
      invoiceNumber,
      lineCount: lines.length,
      chargeCents,
    })),
    totalCents: invoices.reduce((sum, invoice) => sum + invoice.chargeCents, 0),
    services: servicesOf(envelope, invoices, serviceHashKey),
  };
}

/** 128 bits: services of one plan by the thousand million do not meet by chance. */
const serviceHashDigits = 32;

function servicesOf(
  envelope: Envelope,
  invoices: readonly InvoiceLines[],
  serviceHashKey: Uint8Array,
): EnvelopeSummary['services'] {
  return invoices.flatMap(({ lines }, ordinal) =>
    lines.flatMap((line) => {
      const values = envelope.lines[line]?.values;
      const identity = values === undefined ? null : serviceIdentityOf(values);
      if (identity === null) return [];
      const digest = createHmac('sha256', serviceHashKey).update(`${envelope.planId}|${identity}`).digest('hex');
      return [{ line, ordinal, hash: digest.slice(0, serviceHashDigits) }];
    }),
  );
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
