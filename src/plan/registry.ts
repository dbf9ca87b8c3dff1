import { compactVerify, CompactSign, errors, importJWK } from 'jose';
import * as z from 'zod';
import { diagnosisListReferenceSchema } from './diagnosis-lists.ts';
import { publicKeySchema, type PrivateKey, type PublicKey } from './keys.ts';
import { planProfileSchema } from './profile.ts';

/**
 * The plan registry: where trust starts. A workbook carries no more than its plan's id and profile version; whom the
 * pane sends to, who signs people in and whose receipts count stands here, signed by a key that is built into the
 * pane and served from the pane's own origin. A forged template can name a plan, but no address.
 */

const loopback = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** HTTPS, or plain HTTP on this computer alone. */
function isSafe(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname));
}

function safeUrl(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && isSafe(url) ? url : null;
}

const origin = z.string().refine((text) => safeUrl(text)?.origin === text, 'is no https origin');

const address = z.string().refine((text) => {
  const url = safeUrl(text);
  return url !== null && `${url.username}${url.password}${url.search}${url.hash}` === '';
}, 'is no https address');

const registeredPlanSchema = z.strictObject({
  /**
   * The whole profile, not a reference to it: one signature then covers what a plan says and where it is sent, and
   * nothing is fetched a second time.
   */
  profile: planProfileSchema,
  /** Origin of the endpoint that takes the plan's submissions, for example `https://invoices.plan.example`. */
  endpoint: origin,
  /** OpenID Connect issuer of the people who send. */
  issuer: address,
  /** Origins at which the issuer exchanges codes where they are not its own; the pane calls no others. */
  issuerOrigins: z.array(origin).max(5).optional(),
  /** Client of the pane at the issuer. */
  clientId: z.string().min(1).max(200),
  /** `resource` that an access token is asked for. */
  audience: z.string().min(1).max(200),
  /** Keys whose signature makes a receipt: the present one, and earlier ones whose receipts still count. */
  receiptKeys: z
    .array(publicKeySchema)
    .min(1)
    .refine((keys) => new Set(keys.map((key) => key.kid)).size === keys.length, 'names a key twice'),
  /** Recipient of encrypted packages, for the day when the endpoint cannot be reached. */
  packageRecipient: z
    .string()
    .regex(/^age1[02-9ac-hj-np-z]{58}$/)
    .optional(),
  /** Lists of ICD-10-CM that the plan checks with, at the pane's own origin; none where left out. */
  diagnosisLists: z
    .array(diagnosisListReferenceSchema)
    .refine((lists) => new Set(lists.map((list) => list.fiscalYear)).size === lists.length, 'names a year twice')
    .optional(),
});

/** Schema of a registry, see {@link PlanRegistry}. */
export const planRegistrySchema = z.strictObject({
  /** Instants of issue and end, RFC 3339: an old registry, replayed, would bring back an address that was given up. */
  issuedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  plans: z
    .array(registeredPlanSchema)
    .min(1)
    .refine((plans) => new Set(plans.map((plan) => plan.profile.id)).size === plans.length, 'names a plan twice'),
});

/** A plan with what the pane needs to send to it. */
export type RegisteredPlan = Readonly<z.infer<typeof registeredPlanSchema>>;

/** The plans that a pane serves. */
export type PlanRegistry = Readonly<z.infer<typeof planRegistrySchema>>;

/** Why a registry is not trusted. Without one nothing is sent. */
export type RegistryRefusal =
  | 'malformed' // no compact JWS, or one of another type
  | 'algorithm' // signed in another way than ES256
  | 'signature' // not by this key, or altered
  | 'content' // signed, but not a registry
  | 'notYetValid' // issued later than now: a clock is wrong
  | 'expired';

/** Outcome of a registry's verification. */
export type RegistryVerification =
  | { readonly kind: 'trusted'; readonly registry: PlanRegistry }
  | { readonly kind: 'refused'; readonly reason: RegistryRefusal };

/** `typ` of the header: no other token that the key signs can pass for a registry. */
export const registryType = 'calaim-plan-registry+jws';

/** Clocks of billers' computers may be behind by this much. */
const clockToleranceMilliseconds = 5 * 60 * 1000;

/**
 * Signs a registry as a compact JWS.
 *
 * @throws z.ZodError where the registry is not as its schema wants it
 */
export async function signRegistry(registry: PlanRegistry, key: PrivateKey): Promise<string> {
  const payload = new TextEncoder().encode(JSON.stringify(planRegistrySchema.parse(registry)));
  return new CompactSign(payload)
    .setProtectedHeader({ alg: 'ES256', typ: registryType, kid: key.kid })
    .sign(await importJWK(key, 'ES256'));
}

/** Verifies a registry with the key that is built into the pane. Only ES256 counts, whatever the header says. */
export async function verifyRegistry(jws: string, key: PublicKey, now: Date): Promise<RegistryVerification> {
  const payload = await verifiedPayload(jws, key);
  if (typeof payload === 'string') return refused(payload);
  const parsed = planRegistrySchema.safeParse(parseJson(payload));
  if (!parsed.success) return refused('content');
  const registry = parsed.data;
  if (now.getTime() >= Date.parse(registry.expiresAt)) return refused('expired');
  if (now.getTime() + clockToleranceMilliseconds < Date.parse(registry.issuedAt)) return refused('notYetValid');
  return { kind: 'trusted', registry };
}

/** The plan of an id, or null: to an unknown plan nothing is sent. */
export function registeredPlan(registry: PlanRegistry, id: string): RegisteredPlan | null {
  return registry.plans.find((plan) => plan.profile.id === id) ?? null;
}

function refused(reason: RegistryRefusal): RegistryVerification {
  return { kind: 'refused', reason };
}

async function verifiedPayload(jws: string, key: PublicKey): Promise<Uint8Array | RegistryRefusal> {
  const trusted = await importJWK(key, 'ES256');
  try {
    const verified = await compactVerify(jws, trusted, { algorithms: ['ES256'] });
    return verified.protectedHeader.typ === registryType ? verified.payload : 'malformed';
  } catch (error) {
    if (error instanceof errors.JOSEAlgNotAllowed || error instanceof errors.JOSENotSupported) return 'algorithm';
    if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature';
    return 'malformed';
  }
}

function parseJson(payload: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload));
  } catch {
    return undefined;
  }
}
