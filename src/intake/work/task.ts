import type { PlanProfile } from '../../plan/profile.ts';
import type { PlanKnowledge } from '../plan-files/entries.ts';
import { lookUpsOf, type LookUps, type LookUpTask } from '../plan-files/look-ups.ts';
import { readPlanFile, type PlanFileReading, type PlanFileTask } from '../plan-files/read-plan-file.ts';
import type { EarlierInvoices } from '../store/earlier-invoices.ts';
import { checkEnvelope, type EnvelopeCheck } from './check-envelope.ts';
import type { PlanDiagnosisLists } from './diagnosis-lists.ts';
import { makeErrorFile, type ErrorFileTask } from './make-error-file.ts';
import { makeTemplate, type TemplateTask } from './make-template.ts';
import { readEnvelope, type EnvelopeReading } from './read-envelope.ts';
import { readFile, type FileReading, type FileTask } from './read-file.ts';
import { servicesOf, type ServiceLine } from './services.ts';

/** Work on files and bodies of submissions, which a thread can do: it needs no database, and no key that opens what is stored. */
export type Task =
  | { readonly kind: 'read'; readonly body: Uint8Array }
  | { readonly kind: 'services'; readonly body: Uint8Array; readonly serviceHashKey: Uint8Array }
  | {
      readonly kind: 'check';
      readonly body: Uint8Array;
      readonly profile: PlanProfile;
      /** RFC 3339. The rules' today is the day of receipt, so that a late check finds the same as an early one. */
      readonly receivedAt: string;
      readonly checkedAt: string;
      readonly timeZone: string;
      readonly earlier: EarlierInvoices;
      /** Of the plan's files what bears on the submission; null where none is loaded. */
      readonly knowledge: PlanKnowledge | null;
      readonly authorizationHashKey: Uint8Array;
    }
  | LookUpTask
  | PlanFileTask
  | FileTask
  | TemplateTask
  | ErrorFileTask;

/** What comes of a task. */
export type TaskResult<T extends Task = Task> = T extends { kind: 'read' }
  ? EnvelopeReading
  : T extends { kind: 'services' }
    ? readonly ServiceLine[]
    : T extends { kind: 'check' }
      ? EnvelopeCheck
      : T extends { kind: 'file' }
        ? FileReading
        : T extends { kind: 'template' }
          ? Uint8Array
          : T extends { kind: 'errors' }
            ? Uint8Array | null
            : T extends { kind: 'lookUps' }
              ? LookUps
              : T extends { kind: 'planFile' }
                ? PlanFileReading
                : never;

/** What a thread says of a task. */
export type TaskOutcome = { readonly kind: 'done'; readonly result: TaskResult } | { readonly kind: 'failed' };

/**
 * Does a task where it is called.
 *
 * @param lists lists of ICD-10-CM by plan, which stay where the task is done: they are far larger than most tasks
 */
export async function perform<T extends Task>(task: T, lists: PlanDiagnosisLists): Promise<TaskResult<T>>;
export async function perform(task: Task, lists: PlanDiagnosisLists): Promise<TaskResult> {
  switch (task.kind) {
    case 'read':
      return readEnvelope(task.body);
    case 'services':
      return servicesOf(task.body, task.serviceHashKey);
    case 'check':
      return checkEnvelope({ ...task, diagnosisLists: lists.get(task.profile.id) ?? [] });
    case 'lookUps':
      return lookUpsOf(task);
    case 'planFile':
      return readPlanFile(task);
    case 'file':
      return readFile(
        task,
        (lists.get(task.profile?.id ?? '') ?? []).map(({ identity }) => identity),
      );
    case 'template':
      return makeTemplate(task);
    case 'errors':
      return makeErrorFile(task);
  }
}
