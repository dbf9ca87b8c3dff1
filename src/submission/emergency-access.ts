import * as z from 'zod';
import { envelopeSchema } from './contract.ts';

/** Why somebody who does not see what was sent may have to: codes that may stand in an audit. */
export const emergencyReasons = ['complaint', 'investigation', 'legalRequest', 'incident', 'repair', 'other'] as const;

/** Fewest and most characters of the reason in words: more than "test", and less than a document. */
export const shortestWords = 10;
export const longestWords = 500;

/** What is asked for. The words say more, and may name who it is about: they are kept sealed. */
export const emergencyRequestSchema = z.strictObject({
  reason: z.enum(emergencyReasons),
  words: z.string().trim().min(shortestWords).max(longestWords),
});

/** A submission that was opened. */
export const emergencyAccessSchema = z.object({
  id: z.uuid(),
  submissionId: z.uuid(),
  /** RFC 3339. */
  openedAt: z.iso.datetime(),
  /** Until when what was sent can be read. */
  until: z.iso.datetime(),
});

/** A submission that was opened. */
export type EmergencyAccess = z.infer<typeof emergencyAccessSchema>;

/** Answer to `GET /v1/submissions/{id}/envelope`. */
export const openedSubmissionSchema = z.object({
  submissionId: z.uuid(),
  /** Statement of 42 CFR 2.32, where the sender is a program of 42 CFR Part 2. */
  notice: z.string().optional(),
  /** As it was sent. */
  envelope: envelopeSchema,
});

/** An opened submission, as auditors and administrators are told of it. */
export const toldEmergencyAccessSchema = emergencyAccessSchema.extend({
  planId: z.string(),
  /** Subject of the token, role and organization of who opened it. */
  openedBy: z.string(),
  role: z.string(),
  organisation: z.string(),
  reason: z.enum(emergencyReasons),
  /** Null once the submission was purged. */
  words: z.string().nullable(),
  /** How often what was sent was read under it. */
  reads: z.int().nonnegative(),
});

/** Answer to `GET /v1/emergency-accesses`: the latest, the latest first. */
export const emergencyAccessListSchema = z.object({ accesses: z.array(toldEmergencyAccessSchema) });

/** Answer to `GET /v1/emergency-accesses`. */
export type EmergencyAccessList = z.infer<typeof emergencyAccessListSchema>;
