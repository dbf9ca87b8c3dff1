import type { Language } from '../../guidance/messages/words.ts';
import type { PlanProfile } from '../../plan/profile.ts';
import type { SubmissionResult } from '../../submission/result.ts';
import { printErrorFile } from '../../xlsx/error-file.ts';
import { invoicesIn } from '../../xlsx/errors/error-report.ts';
import { errorWorkbook } from '../../xlsx/errors/error-workbook.ts';
import type { AddIn } from '../../xlsx/template-file.ts';
import { reportOfSubmission } from '../error-report.ts';
import { readAccepted } from './read-envelope.ts';

/** What an error file is made from. */
export interface ErrorFileTask {
  readonly kind: 'errors';
  readonly form: 'xlsx' | 'csv';
  readonly language: Language;
  readonly body: Uint8Array;
  readonly result: SubmissionResult;
  readonly profile: PlanProfile;
  readonly submissionId: string;
  /** RFC 3339 with the offset of the plan's time zone. */
  readonly receivedAt: string;
  /** The signed receipt. */
  readonly receipt: string;
  /** Whether a program of 42 CFR Part 2 sent the submission. */
  readonly part2Program: boolean;
  readonly addIn: AddIn | null;
}

/** The error file of a checked submission; null for a workbook where no invoice came back. */
export async function makeErrorFile(task: ErrorFileTask): Promise<Uint8Array | null> {
  const report = reportOfSubmission({ ...task, envelope: readAccepted(task.body) });
  if (task.form === 'csv') return new TextEncoder().encode(printErrorFile(report, task.language));
  if (invoicesIn(report, 'returned').length === 0) return null;
  return errorWorkbook(report, { language: task.language, addIn: task.addIn });
}
