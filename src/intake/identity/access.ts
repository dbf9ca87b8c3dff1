import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  jwtVerify,
  type JWTPayload,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
} from 'jose';
import * as z from 'zod';
import { ProblemError } from '../http/problem.ts';
import { publicKeyOf } from '../../plan/keys.ts';
import type { EndpointKeys } from '../keys.ts';
import { issuerKeysOf } from '../signing-keys.ts';
import type { ExternalIssuer } from '../options.ts';
import type { Reach } from '../store/reach.ts';
import type { Directory, Organisation } from './directory.ts';
import { audienceOf, claims, issuerPath } from './issuer.ts';
import { personRoles, systemRoles, type OrganisationKind, type PersonRole, type Role } from './roles.ts';
import { VerifiedTokens } from './verified-tokens.ts';

/** Who calls: a person or a machine, always of an organisation. */
export interface Caller {
  /** Subject of the token: the unique id of 45 CFR 164.312(a)(2)(i). */
  readonly subject: string;
  /** What a person knows the account by. */
  readonly account: string;
  readonly organisation: Organisation;
  readonly role: Role;
  readonly scopes: ReadonlySet<string>;
  /** What the caller sees of what there is. */
  readonly reach: Reach;
}

/** Who calls, by the `Authorization` header. @throws ProblemError `not-signed-in` */
export type Authenticate = (authorization: string | undefined) => Promise<Caller>;

/** Whose a token is. */
type Holder = Pick<Caller, 'account' | 'organisation' | 'role'>;

/**
 * Verifies the embedded issuer's tokens, without a call to itself. What their holders are, the directory says at that
 * moment: a token of a person who was disabled ends with it.
 *
 * @param present reads the keys again, which may have been rotated meanwhile: another endpoint signs with them already
 */
export function embeddedAccess(
  origin: string,
  keys: EndpointKeys,
  directory: Directory,
  present: () => EndpointKeys | null = () => null,
): Authenticate {
  return authenticator({
    keySet: issuerKeySet(keys, present),
    // RFC 9068: an id token of the same issuer is no access token.
    options: { issuer: origin + issuerPath, audience: audienceOf(origin), algorithms: ['ES256'], typ: 'at+jwt' },
    holderOf: async ({ sub = '' }) => {
      const account = await directory.account(sub);
      if (account !== null) return { account: account.email, organisation: account.organisation, role: account.role };
      const machine = await directory.machine(sub);
      if (machine === null) return null;
      const { clientId, organisation } = machine;
      return { account: clientId, organisation, role: systemRoles[organisation.kind] };
    },
  });
}

function issuerKeySet(keys: EndpointKeys, present: () => EndpointKeys | null): JWTVerifyGetKey {
  const setOf = (given: EndpointKeys) => createLocalJWKSet({ keys: issuerKeysOf(given).map(publicKeyOf) });
  let keySet = setOf(keys);
  return async (header, token) => {
    try {
      return await keySet(header, token);
    } catch (error) {
      const rotated = error instanceof errors.JWKSNoMatchingKey ? present() : null;
      if (rotated === null) throw error;
      keySet = setOf(rotated);
      return keySet(header, token);
    }
  };
}

/**
 * Verifies tokens of the plan's own issuer with the keys that its discovery document names. Organisation and role are
 * claims; the directory says what the organisation is.
 */
export function externalAccess(external: ExternalIssuer, directory: Directory): Authenticate {
  return authenticator({
    keySet: discoveredKeySet(external.issuer),
    options: {
      issuer: external.issuer,
      audience: external.audience,
      algorithms: ['ES256', 'ES384', 'PS256', 'RS256', 'EdDSA'],
    },
    holderOf: async (payload) => {
      const id = payload[external.organisationClaim];
      const organisation = typeof id === 'string' ? await directory.organisation(id) : null;
      if (organisation === null) return null;
      const role = claimedRole(payload[external.roleClaim], external.roleNames, organisation.kind);
      return role === null ? null : { account: accountOf(payload), organisation, role };
    },
  });
}

/**
 * The role that a claim says: of several the one with the most rights. A provider's token that says none is a
 * biller's, so that an issuer that knows no roles serves those who send; staff of a plan has to be named.
 */
function claimedRole(
  claim: unknown,
  names: ReadonlyMap<string, string>,
  kind: OrganisationKind,
): PersonRole | 'planSystem' | 'providerSystem' | null {
  const listed = [claim].flat().filter((each): each is string => typeof each === 'string');
  const said = new Set(listed.map((name) => names.get(name) ?? name));
  const found = personRoles[kind].find((role) => said.has(role));
  if (found !== undefined) return found;
  if (said.has(systemRoles[kind])) return systemRoles[kind];
  return kind === 'provider' ? 'biller' : null;
}

interface AuthenticatorParts {
  readonly keySet: JWTVerifyGetKey;
  readonly options: JWTVerifyOptions;
  /** Null where the token is of nobody who may call. */
  readonly holderOf: (payload: JWTPayload) => Promise<Holder | null>;
}

function authenticator(parts: AuthenticatorParts): Authenticate {
  const verified = new VerifiedTokens();
  return async (authorization) => {
    const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw new ProblemError('not-signed-in');
    const payload = await verified.claimsOf(token, () => verify(token, parts));
    const holder = payload.sub === undefined ? null : await parts.holderOf(payload);
    if (holder === null || payload.sub === undefined) throw new ProblemError('not-signed-in');
    return { subject: payload.sub, ...holder, scopes: scopesOf(payload), reach: reachOf(holder.organisation) };
  };
}

/** What people and systems of an organisation see of what there is. */
export function reachOf({ id, kind, plans }: Organisation): Reach {
  switch (kind) {
    case 'provider':
      return { of: 'provider', organisationId: id };
    case 'plan':
      return { of: 'plan', plans };
    case 'delegate':
      return { of: 'delegate', plans, delegateId: id };
  }
}

async function verify(token: string, parts: AuthenticatorParts): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, parts.keySet, {
      ...parts.options,
      requiredClaims: ['exp', 'sub'],
    });
    return payload;
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    // Keys that cannot be fetched just now say nothing of the token.
    if (error instanceof errors.JWKSTimeout) throw new ProblemError('busy', { retryAfter: 5 });
    throw new ProblemError('not-signed-in');
  }
}

function accountOf(payload: JWTPayload): string {
  const names = [payload[claims.account], payload['preferred_username'], payload['email'], payload.sub];
  return names.find((name): name is string => typeof name === 'string' && name.length <= 200) ?? '';
}

/** `scope` of RFC 9068, or `scp` of Microsoft Entra. */
function scopesOf(payload: JWTPayload): ReadonlySet<string> {
  const listed = payload['scope'] ?? payload['scp'];
  if (typeof listed === 'string') return new Set(listed.split(' '));
  return new Set(Array.isArray(listed) ? listed.filter((each): each is string => typeof each === 'string') : []);
}

const discoverySchema = z.object({ issuer: z.string(), jwks_uri: z.url() });

function discoveredKeySet(issuer: string): JWTVerifyGetKey {
  let keySet: JWTVerifyGetKey | null = null;
  return async (header, token) => {
    keySet ??= createRemoteJWKSet(await discoverKeys(issuer));
    return keySet(header, token);
  };
}

async function discoverKeys(issuer: string): Promise<URL> {
  try {
    const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(5_000),
      redirect: 'error',
    });
    const found = discoverySchema.parse(await response.json());
    if (found.issuer !== issuer) throw new TypeError('The discovery document names another issuer');
    return new URL(found.jwks_uri);
  } catch {
    throw new ProblemError('busy', { retryAfter: 5 });
  }
}
