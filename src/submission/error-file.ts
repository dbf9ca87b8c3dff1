import type { Language } from '../guidance/messages/words.ts';
import type { Answer } from './client.ts';
import type { PlanConnection } from './connection.ts';
import { exchange, type CallOptions } from './exchange.ts';

/** Media types of the forms in which the endpoint gives what came back. */
export const errorFileTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
} as const;

/** A workbook to be corrected and sent again, or a list of the errors. */
export type ErrorFileForm = keyof typeof errorFileTypes;

/** Name under which an error file is saved: the id says nothing of anybody. */
export function errorFileName(submissionId: string, form: ErrorFileForm): string {
  return `errors-${submissionId}.${form}`;
}

/**
 * What came back of a submission, as a file. While the plan is still checking it is asked again until the deadline; of
 * a submission of which nothing came back there is no workbook (`not-found`).
 */
export async function fetchErrorFile(
  connection: PlanConnection,
  submissionId: string,
  form: ErrorFileForm,
  language: Language,
  options: CallOptions,
): Promise<Answer<Uint8Array<ArrayBuffer>>> {
  const path = `v1/submissions/${encodeURIComponent(submissionId)}/errors.${form}?language=${language}`;
  const answer = await exchange({ method: 'GET', url: connection.resource(path), file: errorFileTypes[form] }, options);
  if (answer.kind !== 'answered') return answer;
  return answer.body instanceof Uint8Array && answer.body.buffer instanceof ArrayBuffer
    ? { kind: 'answered', body: answer.body as Uint8Array<ArrayBuffer> }
    : { kind: 'notUnderstood', status: 200 };
}
