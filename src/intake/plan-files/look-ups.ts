import { createHmac } from 'node:crypto';
import { isBlank } from '../../guidance/clean-text.ts';
import { isWellFormed } from '../../guidance/formats.ts';
import type { Envelope } from '../../submission/contract.ts';
import type { PlanFileKind } from '../../submission/plan-files.ts';
import { readAccepted } from '../work/read-envelope.ts';
import { authorizationKey } from './entries.ts';
import { lookUpHash } from './read-plan-file.ts';

/** What of a submission is looked up in the plan's files, to be worked out in a thread. */
export interface LookUpTask {
  readonly kind: 'lookUps';
  readonly body: Uint8Array;
  /** Keys of the hashes of the files that are loaded. */
  readonly keys: Readonly<Partial<Record<PlanFileKind, Uint8Array>>>;
  /** Key of the hashes by which lines under an authorization are found again. */
  readonly authorizationHashKey: Uint8Array;
}

/** Hashes by which entries are found, by file; none of a file that is not loaded. */
export interface LookUps {
  readonly entries: Readonly<Record<PlanFileKind, readonly string[]>>;
  /** By which earlier lines under the authorizations of the submission are found. */
  readonly authorizations: readonly string[];
}

/** What of a submission is looked up in the plan's files: providers, members and authorizations, once each. */
export function lookUpsOf({ body, keys, authorizationHashKey }: LookUpTask): LookUps {
  const envelope = readAccepted(body);
  const values = valuesOf(envelope);
  const hashed = (kind: PlanFileKind): readonly string[] => {
    const key = keys[kind];
    return key === undefined ? [] : values[kind].map((value) => lookUpHash(key, value));
  };
  return {
    entries: { roster: hashed('roster'), eligibility: hashed('eligibility'), authorizations: hashed('authorizations') },
    authorizations:
      keys.authorizations === undefined
        ? []
        : values.authorizations.map((number) => authorizationHash(authorizationHashKey, envelope.planId, number)),
  };
}

function valuesOf({ lines }: Envelope): Readonly<Record<PlanFileKind, readonly string[]>> {
  const [npis, cins, numbers] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { values } of lines) {
    for (const npi of [values.billingProviderNpi, values.renderingProviderNpi])
      if (isWellFormed.npi(npi)) npis.add(npi);
    if (isWellFormed.cin(values.memberCin)) cins.add(values.memberCin);
    if (!isBlank(values.authorizationNumber)) numbers.add(authorizationKey(values.authorizationNumber));
  }
  return { roster: [...npis], eligibility: [...cins], authorizations: [...numbers] };
}

/** Keyed hash by which a plan's lines under an authorization are found again: 128 bits, hexadecimal. */
export function authorizationHash(authorizationHashKey: Uint8Array, planId: string, number: string): string {
  return createHmac('sha256', authorizationHashKey).update(`${planId}|${number}`).digest('hex').slice(0, 32);
}
