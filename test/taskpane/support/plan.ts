import { makeSigningKey, publicKeyOf } from '../../../src/plan/keys.ts';
import { connectTo } from '../../submission/connections.ts';

/** The sample plan, from a registry that was just signed, at an address at which nothing listens. */
export const plan = await connectTo('https://plan.example', [publicKeyOf(await makeSigningKey())]);
