import type * as z from 'zod';
import { languages, type Language } from '../../guidance/messages/words.ts';
import { ProblemError } from './problem.ts';

/** What stands after the question mark of an address; a name that stands twice has a list. */
export type Query = Readonly<Record<string, unknown>>;

/** A parameter of the address, or null where it is left out. @throws ProblemError where it is not of its form */
export function parameter<T>(query: Query, name: string, schema: z.ZodType<T>): T | null {
  const value = query[name];
  if (value === undefined) return null;
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new ProblemError('malformed-request', { pointers: [`/${name}`] });
  return parsed.data;
}

/** The language that a request asks for, English where it asks for none. @throws ProblemError */
export function languageOf(query: Query): Language {
  const value = query['language'];
  if (value === undefined) return 'en';
  const language = languages.find((each) => each === value);
  if (language === undefined) throw new ProblemError('malformed-request', { pointers: ['/language'] });
  return language;
}

/** The place that a cursor names: a submission, and the 0-based place of an invoice in it; null where there is none. */
export function cursorPlace(cursor: string | null): { readonly submissionId: string; readonly ordinal: number } | null {
  if (cursor === null) return null;
  const [submissionId = '', ordinal = ''] = cursor.split('.');
  return { submissionId, ordinal: Number(ordinal) };
}
