import * as z from 'zod';
import { diagnosisListIdentitySchema } from '../plan/diagnosis-lists.ts';
import { publicKeySchema } from '../plan/keys.ts';
import { planProfileSchema } from '../plan/profile.ts';
import { contractVersion, rulePackPartsSchema, rulePackSchema } from './contract.ts';

/** In what a sender's workbook or program may be another one than the plan's present one. */
export const handshakePartSchema = z.enum(['contract', 'profileVersion', 'layoutVersion', 'rulePack']);

/** Answer to `GET /v1/plan`: the plan, what it takes, and in what the sender is not the same. */
export const planDescriptionSchema = z.object({
  /** Version of the wire contract that the endpoint reads. */
  contract: z.literal(contractVersion),
  /** The plan's present profile: brand, payer, services, rates, contacts. */
  profile: planProfileSchema,
  /** Version of the template's layout. */
  layoutVersion: z.int().positive(),
  /** The rules that the plan checks with, with a digest of each. */
  rulePack: rulePackSchema.extend({ parts: rulePackPartsSchema }),
  /** The lists of ICD-10-CM that the plan checks with. */
  diagnosisLists: z.array(diagnosisListIdentitySchema),
  /** Public keys of receipts. The pane takes them from the signed registry; a system pins them once. */
  receiptKeys: z.array(publicKeySchema),
  limits: z.object({ lines: z.int().positive(), bytes: z.int().positive() }),
  /** Of the versions that the sender named, those that are not the plan's present ones. */
  differs: z.array(handshakePartSchema),
});

/** In what a sender may be another one than the plan's present one. */
export type HandshakePart = z.infer<typeof handshakePartSchema>;
/** A plan as its endpoint describes it. */
export type PlanDescription = z.infer<typeof planDescriptionSchema>;
