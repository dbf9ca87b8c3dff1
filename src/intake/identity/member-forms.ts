import * as z from 'zod';

/** Id of an organisation, a person or a system. */
export const memberIdSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._@-]{0,99}$/);
/** What people call an organisation or a person. */
export const memberNameSchema = z.string().trim().min(1).max(100);
/** Ids of plans, at least one. */
export const plansSchema = z
  .array(z.string().regex(/^[a-z0-9-]{1,40}$/))
  .min(1)
  .max(100);
/** Billing NPIs of a provider. */
export const npisSchema = z.array(z.string().regex(/^\d{10}$/)).max(1000);
/** What a person signs in with. */
export const emailSchema = z.email().max(200);
