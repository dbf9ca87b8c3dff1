import type { MemberFacts, MemberSource } from '../../encounter/member-source.ts';
import type { PlanFiles } from '../store/plan-files.ts';
import type { Keyring } from '../store/seal.ts';
import { eligibilityEntrySchema } from './entries.ts';
import { lookUpHash } from './read-plan-file.ts';
import { PlanFileKeys } from './sealed-entries.ts';

/** A member of an invoice, and the delegate that looked after its provider; null where the plan did itself. */
export interface MemberToFind {
  readonly cin: string;
  readonly delegateId: string | null;
}

/**
 * What a plan's eligibility file says of members. Where it does not have one, the file of the delegate that looked after
 * the provider counts.
 *
 * @throws SealError where something was altered or its key is missing
 */
export async function planMembers(
  { planFiles, keyring }: { readonly planFiles: PlanFiles; readonly keyring: Keyring },
  planId: string,
  members: readonly MemberToFind[],
): Promise<MemberSource> {
  const facts = new Map<string, MemberFacts>();
  // The plan's own is looked at first, and for everybody.
  for (const delegateId of new Set([null, ...members.map((member) => member.delegateId)])) {
    const file = (await planFiles.present({ planId, delegateId })).get('eligibility');
    if (file?.delegateId !== delegateId) continue;
    const keys = new PlanFileKeys(keyring, file);
    const { lookUpKey } = keys;
    const asked = members.filter((member) => delegateId === null || member.delegateId === delegateId);
    const cins = new Set(asked.map(({ cin }) => cin));
    const lookUps = [...cins].map((cin) => lookUpHash(lookUpKey, cin));
    for (const { lookUp, content } of await planFiles.entries(file.id, lookUps)) {
      const { cin, sex, address } = eligibilityEntrySchema.parse(JSON.parse(keys.open(lookUp, content)));
      if (!facts.has(cin)) facts.set(cin, { sex, address });
    }
  }
  return { find: (cin) => facts.get(cin) ?? null };
}
