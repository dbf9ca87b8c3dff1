import * as z from 'zod';
import type { SignInAnswer } from './authorization-code.ts';

const answerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('code'), state: z.string().max(200), code: z.string().min(1).max(4000) }),
  z.strictObject({ kind: z.literal('refused'), state: z.string().max(200) }),
  z.strictObject({ kind: z.literal('unavailable') }),
]) satisfies z.ZodType<SignInAnswer>;

/** The dialog's message; null where it is none of ours. */
export function parseAnswer(text: string): SignInAnswer | null {
  try {
    const answer = answerSchema.safeParse(JSON.parse(text));
    return answer.success ? answer.data : null;
  } catch {
    return null;
  }
}
