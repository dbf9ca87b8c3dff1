import * as z from 'zod';
import { decisionFaultSchema } from './adjudications.ts';
import { fileRefusalSchema } from './file-refusal.ts';

/**
 * Every way in which the endpoint refuses a request: stable code, HTTP status, title, and what to do, in a biller's
 * words. A code is never renamed; a test freezes the table. Answers are `application/problem+json` (RFC 9457).
 */
export const problems = {
  'malformed-json': {
    status: 400,
    title: 'The request is not JSON',
    detail: 'Send it again. If this returns, update the add-in.',
  },
  'malformed-envelope': {
    status: 400,
    title: 'The submission is not in the form that the plan reads',
    detail: 'Update the add-in and send again.',
  },
  'malformed-request': {
    status: 400,
    title: 'The request is not in the form that the plan reads',
    detail: 'Update the add-in and try again.',
  },
  'unknown-contract': {
    status: 400,
    title: 'The submission is of another version than the plan reads',
    detail: 'Update the add-in and send again.',
  },
  'idempotency-key-missing': {
    status: 400,
    title: 'The request has no valid Idempotency-Key',
    detail: 'Update the add-in and send again.',
  },
  'not-signed-in': { status: 401, title: 'You are not signed in', detail: 'Sign in and send again. Nothing was lost.' },
  'scope-missing': {
    status: 403,
    title: 'Your account may not do this',
    detail: 'Ask the plan to give your account the right to send invoices.',
  },
  'role-missing': {
    status: 403,
    title: 'Your role does not include this',
    detail: 'Ask the administrator of your organization to do it, or to give you another role.',
  },
  'emergency-not-open': {
    status: 403,
    title: 'This submission is not open to you',
    detail: 'Open it first and say why. What you say and what you read is shown to the plan’s auditors.',
  },
  'provider-not-yours': {
    status: 403,
    title: 'Your account may not send for this billing provider',
    detail: 'Compare the billing NPI on Setup with your own, or ask the plan to add it to your organization.',
  },
  'plan-not-yours': {
    status: 403,
    title: 'Your account may not act for this plan',
    detail: 'Ask the plan to list your organization for it.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing here',
    detail: 'Check what you asked for. Your organization sees its own submissions only.',
  },
  'already-there': {
    status: 409,
    title: 'The id or the email address is taken already',
    detail: 'Choose another one, or look for the entry that has it.',
  },
  'people-elsewhere': {
    status: 409,
    title: 'People are not managed here',
    detail: 'Ask whoever runs the endpoint where its people are listed.',
  },
  'too-large': { status: 413, title: 'The submission is too large', detail: 'Send at most 5,000 lines at a time.' },
  'unsupported-media-type': {
    status: 415,
    title: 'The request is not of a type that the plan reads',
    detail: 'Send a workbook, a CSV file, a sealed package, or JSON, and name its type.',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'This key already belongs to another submission',
    detail: 'Send again from the workbook, which works out the key by itself.',
  },
  'idempotency-key-mismatch': {
    status: 422,
    title: 'The key does not belong to this content',
    detail: 'Send again from the workbook, which works out the key by itself.',
  },
  'unknown-plan': {
    status: 422,
    title: 'This endpoint does not take invoices for that plan',
    detail: 'Use the template of the plan that you send to.',
  },
  'file-refused': {
    status: 422,
    title: 'The file cannot be taken',
    detail: 'Open it in Excel, save it as “Excel Workbook (.xlsx)” and send that.',
  },
  'decisions-refused': {
    status: 422,
    title: 'The decisions have faults, and nothing of them was taken',
    detail: 'Correct the rows of the list, or the segments of the 835, that are named, and send the whole file again.',
  },
  'plan-file-refused': {
    status: 422,
    title: 'The list of the plan has faults, and nothing of it was taken',
    detail: 'Correct the rows that are named and send the whole list again.',
  },
  'encounter-settings-blank': {
    status: 422,
    title: 'Settings for production are blank, and no file was made',
    detail: 'Fill in the places of encounters.json that are named, and start the endpoint again.',
  },
  'answer-refused': {
    status: 422,
    title: 'The file is no answer to encounters, and nothing of it was taken',
    detail: 'Send a TA1, 999 or 277CA as it came from the receiver. An 835 goes to /v1/adjudications.',
  },
  'too-many-requests': { status: 429, title: 'Too many requests', detail: 'Wait a little and try again.' },
  'internal-error': {
    status: 500,
    title: 'Something went wrong at the plan',
    detail: 'Try again. If this returns, call the plan with the request id.',
  },
  busy: { status: 503, title: 'The plan is busy', detail: 'Wait a little and try again. Nothing was lost.' },
} as const satisfies Record<string, { readonly status: number; readonly title: string; readonly detail: string }>;

/** Code of a problem. */
export type ProblemCode = keyof typeof problems;

/** `type` of a problem: a name, not an address, so that nothing needs to be fetched. */
export const problemType = (code: ProblemCode): string => `urn:calaim-invoice:problem:${code}`;

const codes = Object.keys(problems) as [ProblemCode, ...ProblemCode[]];

/** The body of a refusal. It names places in the request, never what stood there. */
export const problemSchema = z.object({
  type: z.string(),
  code: z.enum(codes),
  status: z.int(),
  title: z.string(),
  detail: z.string(),
  /** Id under which the endpoint logged the request. */
  requestId: z.string().max(64).optional(),
  /** JSON pointers to the parts of the request that were not understood, or to settings that are blank; at most 20. */
  pointers: z.array(z.string().max(200)).max(20).optional(),
  /** Why a file was refused. */
  reason: fileRefusalSchema.optional(),
  /** Faults of a list of decisions or of a file of the plan, one a row, or of an answer to encounters, each at its segment; at most 1,000. */
  faults: z.array(decisionFaultSchema).max(1000).optional(),
});

/** The body of a refusal. */
export type Problem = z.infer<typeof problemSchema>;
