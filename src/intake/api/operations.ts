import * as z from 'zod';
import { languages } from '../../guidance/messages/words.ts';
import { adjudicationReceiptSchema } from '../../submission/adjudications.ts';
import { envelopeSchema, invoiceNumberSchema, purposeKindSchema } from '../../submission/contract.ts';
import {
  emergencyAccessListSchema,
  emergencyAccessSchema,
  emergencyRequestSchema,
  openedSubmissionSchema,
} from '../../submission/emergency-access.ts';
import {
  acknowledgementReceiptSchema,
  encounterFileListSchema,
  encountersMadeSchema,
} from '../../submission/encounters.ts';
import { errorFileTypes } from '../../submission/error-file.ts';
import { invoiceCursorSchema, invoiceHistorySchema, invoiceListSchema } from '../../submission/invoice-history.ts';
import { invoiceStateSchema } from '../../submission/invoice-states.ts';
import { planFileKinds, planFileListSchema, planFileSchema } from '../../submission/plan-files.ts';
import { planDescriptionSchema } from '../../submission/plan-description.ts';
import { problemSchema, type ProblemCode } from '../../submission/problem.ts';
import { receiptListSchema, submissionFindingsSchema, submissionStatusSchema } from '../../submission/result.ts';
import { auditTrailSchema } from '../http/audit-routes.ts';
import { answerTypes } from '../http/acknowledgement-routes.ts';
import { decisionTypes } from '../http/adjudication-routes.ts';
import { encounterTypes, mostSchema, usageSchema, yesOrNoSchema } from '../http/encounter-routes.ts';
import {
  changedOrganisationSchema,
  disabledSchema,
  newOrganisationSchema,
  newPersonSchema,
  newSystemSchema,
} from '../http/people-routes.ts';
import { fileTypes } from '../http/sent.ts';
import { memberIdSchema } from '../identity/member-forms.ts';
import type { permissions } from '../identity/permissions.ts';

/** Schemas that have a name in the description. */
export const namedSchemas = {
  Envelope: envelopeSchema,
  SubmissionStatus: submissionStatusSchema,
  SubmissionFindings: submissionFindingsSchema,
  AuditTrail: auditTrailSchema,
  EmergencyRequest: emergencyRequestSchema,
  EmergencyAccess: emergencyAccessSchema,
  OpenedSubmission: openedSubmissionSchema,
  EmergencyAccessList: emergencyAccessListSchema,
  ReceiptList: receiptListSchema,
  InvoiceList: invoiceListSchema,
  InvoiceHistory: invoiceHistorySchema,
  PlanDescription: planDescriptionSchema,
  AdjudicationReceipt: adjudicationReceiptSchema,
  EncountersMade: encountersMadeSchema,
  EncounterFileList: encounterFileListSchema,
  AcknowledgementReceipt: acknowledgementReceiptSchema,
  PlanFile: planFileSchema,
  PlanFileList: planFileListSchema,
  NewOrganisation: newOrganisationSchema,
  ChangedOrganisation: changedOrganisationSchema,
  NewPerson: newPersonSchema,
  NewSystem: newSystemSchema,
  Disabled: disabledSchema,
  Organisations: z.object({ organisations: z.array(newOrganisationSchema) }),
  People: z.object({ people: z.array(z.looseObject({ id: z.string() })) }),
  Systems: z.object({ systems: z.array(z.object({ id: z.string(), disabled: z.boolean() })) }),
  Invitation: z.object({
    personId: z.string(),
    invitation: z.object({ address: z.string(), expiresAt: z.iso.datetime() }),
  }),
  SystemSecret: z.object({ clientId: z.string(), clientSecret: z.string() }),
  Health: z.object({ status: z.literal('ok') }),
  Readiness: z.object({ status: z.literal('ready'), waiting: z.int(), oldestSeconds: z.number() }),
  Problem: problemSchema,
} as const;

/** Name of a schema of the description. */
export type SchemaName = keyof typeof namedSchemas;

/** A parameter of an address, or a header. */
export interface Parameter {
  readonly in: 'path' | 'query' | 'header';
  readonly name: string;
  readonly schema: z.ZodType;
  readonly says: string;
}

/** What a request asks for, what it sends and what it is answered. */
export interface Operation {
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  /** By media type: a schema of the description, or a file. */
  readonly body: Readonly<Record<string, SchemaName | 'file'>> | null;
  /** By status. */
  readonly answers: Readonly<Record<number, Readonly<Record<string, SchemaName | 'file'>>>>;
  /** Codes of refusals, beside those of every request to `/v1`. */
  readonly problems: readonly ProblemCode[];
}

const json = (name: SchemaName): Readonly<Record<string, SchemaName>> => ({ 'application/json': name });
const inQuery = (name: string, schema: z.ZodType, says: string): Parameter => ({ in: 'query', name, schema, says });
const inPath = (name: string, schema: z.ZodType, says: string): Parameter => ({ in: 'path', name, schema, says });

const plan = inQuery('plan', envelopeSchema.shape.planId, 'Id of the plan; may be left out where only one is meant.');
const language = inQuery('language', z.enum(languages), 'Language of the words; en where left out.');
const submissionId = inPath('id', z.uuid(), 'Id of a submission, as its receipt has it.');
const encounterFileId = inPath('id', z.uuid(), 'Id of an encounter file, as the list has it.');
const planFileKind = inPath('kind', z.enum(planFileKinds), 'Which list.');
const memberId = inPath('id', memberIdSchema, 'Id of an organization, a person or a system.');
const wait: Parameter = {
  ...{ in: 'header', name: 'Prefer', schema: z.string() },
  says: '`wait=20`: seconds, at most 60, for which the answer may wait for the check.',
};
const version = z.string().regex(/^[1-9]\d{0,8}$/);
const manages = ['not-found', 'people-elsewhere'] as const;
const managesByForm = [
  ...manages,
  ...(['malformed-json', 'malformed-request', 'plan-not-yours', 'already-there'] as const),
];

/** Refusals of every request to `/v1`. */
export const problemsOfEvery: readonly ProblemCode[] = [
  'not-signed-in',
  'scope-missing',
  'role-missing',
  'too-many-requests',
  'internal-error',
  'busy',
];

/** Refusals of every request that has a body. */
export const problemsOfBodies: readonly ProblemCode[] = ['too-large', 'unsupported-media-type', 'malformed-request'];

const errorFile = (form: keyof typeof errorFileTypes): Operation => ({
  summary: form === 'xlsx' ? 'The invoices that came back, as a workbook to correct' : 'Every fault, as a CSV list',
  parameters: [submissionId, language],
  body: null,
  answers: { 200: { [errorFileTypes[form]]: 'file' } },
  problems: ['not-found', 'malformed-request'],
});

/** Every request of `/v1`. A route that is not described here does not compile. */
export const operations: Readonly<Record<keyof typeof permissions, Operation>> = {
  'POST /v1/submissions': {
    summary: 'Send invoices, as the contract has them or as a file: a workbook, a CSV list, a sealed package',
    parameters: [
      {
        ...{ in: 'header', name: 'Idempotency-Key', schema: z.string().max(200) },
        says: 'Needed with JSON: the key that belongs to its content. With a file: one of the sender’s own, or none.',
      },
      wait,
      plan,
      inQuery(
        'purpose',
        purposeKindSchema,
        'Of a CSV list or a sheet with the guidance’s headers; new where left out.',
      ),
      inQuery('attested', z.enum(['true', 'false']), 'Of such a list: that the provider cannot produce 837 claims.'),
      language,
    ],
    body: { ...json('Envelope'), ...Object.fromEntries(fileTypes.map((type) => [type, 'file'] as const)) },
    answers: { 200: json('SubmissionStatus'), 201: json('SubmissionStatus') },
    problems: [
      ...(['malformed-json', 'malformed-envelope', 'malformed-request', 'unknown-contract'] as const),
      ...(['idempotency-key-missing', 'idempotency-key-reused', 'idempotency-key-mismatch'] as const),
      ...(['unknown-plan', 'plan-not-yours', 'provider-not-yours', 'file-refused'] as const),
    ],
  },
  'GET /v1/submissions/:id': {
    summary: 'Where a submission stands, with its receipt and its result',
    parameters: [submissionId, wait],
    body: null,
    answers: { 200: json('SubmissionStatus') },
    problems: ['not-found'],
  },
  'GET /v1/submissions/:id/findings': {
    summary: 'Everything that was found in a submission',
    parameters: [submissionId],
    body: null,
    answers: { 200: json('SubmissionFindings') },
    problems: ['not-found'],
  },
  'GET /v1/submissions/:id/errors.xlsx': errorFile('xlsx'),
  'GET /v1/submissions/:id/errors.csv': errorFile('csv'),
  'GET /v1/submissions/:id/audit': {
    summary: 'What happened to a submission and who read what of it, for auditors',
    parameters: [submissionId],
    body: null,
    answers: { 200: json('AuditTrail') },
    problems: ['not-found'],
  },
  'POST /v1/submissions/:id/emergency-access': {
    summary: 'Open what was sent to somebody who does not see it otherwise, for a stated reason and an hour',
    parameters: [submissionId],
    body: json('EmergencyRequest'),
    answers: { 201: json('EmergencyAccess') },
    problems: ['not-found', 'malformed-json', 'malformed-request'],
  },
  'GET /v1/submissions/:id/envelope': {
    summary: 'What was sent, while it is open to the caller; each reading is told',
    parameters: [submissionId],
    body: null,
    answers: { 200: json('OpenedSubmission') },
    problems: ['not-found', 'emergency-not-open'],
  },
  'GET /v1/emergency-accesses': {
    summary: 'Who opened what in an emergency, and why; the latest 200, the latest first',
    parameters: [],
    body: null,
    answers: { 200: json('EmergencyAccessList') },
    problems: [],
  },
  'GET /v1/receipts': {
    summary: 'Receipts that name an invoice',
    parameters: [inQuery('invoice', invoiceNumberSchema, 'Ten digits. Needed.')],
    body: null,
    answers: { 200: json('ReceiptList') },
    problems: ['malformed-request'],
  },
  'GET /v1/invoices': {
    summary: 'Invoices as they stand, the latest first, a hundred to a page',
    parameters: [
      plan,
      inQuery('state', invoiceStateSchema, 'Only those that stand so.'),
      inQuery('before', invoiceCursorSchema, '`next` of the page before.'),
    ],
    body: null,
    answers: { 200: json('InvoiceList') },
    problems: ['malformed-request'],
  },
  'GET /v1/invoices/:number': {
    summary: 'An invoice, and every submission that held it',
    parameters: [
      inPath('number', invoiceNumberSchema, 'Ten digits.'),
      plan,
      inQuery('provider', envelopeSchema.shape.billingProviderNpi, 'Billing NPI, where several have the number.'),
    ],
    body: null,
    answers: { 200: json('InvoiceHistory') },
    problems: ['not-found', 'malformed-request'],
  },
  'GET /v1/plan': {
    summary: 'What the plan is, takes and checks with; and in what the sender is another one',
    parameters: [
      plan,
      inQuery('contract', version, 'Version of the contract that the sender writes.'),
      inQuery('profileVersion', version, 'Version of the profile in the sender’s template.'),
      inQuery('layoutVersion', version, 'Version of its layout.'),
      inQuery('rulePack', envelopeSchema.shape.rulePack.shape.hash, 'Hash of the rules that the sender runs.'),
    ],
    body: null,
    answers: { 200: json('PlanDescription') },
    problems: ['malformed-request', 'plan-not-yours'],
  },
  'GET /v1/template.xlsx': {
    summary: 'The template that the plan hands out now',
    parameters: [plan],
    body: null,
    answers: { 200: { [errorFileTypes.xlsx]: 'file' } },
    problems: ['malformed-request', 'plan-not-yours'],
  },
  'POST /v1/adjudications': {
    summary: 'Load what the plan decided: a CSV list, all of it or nothing; or an 835, and what of it was not taken',
    parameters: [plan],
    body: Object.fromEntries(decisionTypes.map((type) => [type, 'file'] as const)),
    answers: { 200: json('AdjudicationReceipt') },
    problems: ['malformed-request', 'plan-not-yours', 'unknown-plan', 'decisions-refused'],
  },
  'POST /v1/encounters': {
    summary: 'Make 837s of what was accepted and not written yet; in production, of what was decided',
    parameters: [
      plan,
      inQuery('usage', usageSchema, 'T for test files, which change nothing; P for production. Needed.'),
      inQuery('again', yesOrNoSchema, 'Whether encounters that were rejected are written again; false where left out.'),
      inQuery('after', invoiceCursorSchema, '`next` of the answer before: goes on behind what that one looked at.'),
      inQuery('most', mostSchema, 'Invoices that are looked at, at most 2,000; 2,000 where left out.'),
    ],
    body: null,
    answers: { 200: json('EncountersMade'), 201: json('EncountersMade') },
    problems: ['malformed-request', 'plan-not-yours', 'unknown-plan', 'encounter-settings-blank'],
  },
  'GET /v1/encounters': {
    summary: 'The latest encounter files of a plan',
    parameters: [plan],
    body: null,
    answers: { 200: json('EncounterFileList') },
    problems: ['malformed-request', 'plan-not-yours', 'unknown-plan'],
  },
  'GET /v1/encounters/:id': {
    summary: 'An encounter file, as an 837',
    parameters: [encounterFileId],
    body: null,
    answers: { 200: { [encounterTypes.content]: 'file' } },
    problems: ['not-found'],
  },
  'GET /v1/encounters/:id/report.csv': {
    summary: 'Its side report: claims, what was assumed, and what waits and why',
    parameters: [encounterFileId],
    body: null,
    answers: { 200: { [encounterTypes.report]: 'file' } },
    problems: ['not-found'],
  },
  'POST /v1/acknowledgements': {
    summary: 'Load what came back of encounters: a TA1, 999 or 277CA, as it came',
    parameters: [plan],
    body: Object.fromEntries(answerTypes.map((type) => [type, 'file'] as const)),
    answers: { 200: json('AcknowledgementReceipt') },
    problems: ['malformed-request', 'plan-not-yours', 'unknown-plan', 'answer-refused'],
  },
  'GET /v1/plan-files': {
    summary: 'Which lists the plan, or a delegate, has loaded: when, by whom, how many rows; never what stands in them',
    parameters: [plan],
    body: null,
    answers: { 200: json('PlanFileList') },
    problems: ['malformed-request', 'plan-not-yours', 'unknown-plan'],
  },
  'POST /v1/plan-files/:kind': {
    summary: 'Load a roster, an eligibility file or authorizations, as a CSV list, in the place of the one before it',
    parameters: [planFileKind, plan],
    body: { 'text/csv': 'file' },
    answers: { 200: json('PlanFile') },
    problems: ['malformed-request', 'plan-not-yours', 'unknown-plan', 'not-found', 'plan-file-refused'],
  },
  'POST /v1/plan-files/:kind/removed': {
    summary: 'Take a list out: nothing is compared with it any more',
    parameters: [planFileKind, plan],
    body: null,
    answers: { 204: {} },
    problems: ['malformed-request', 'plan-not-yours', 'unknown-plan', 'not-found'],
  },
  'GET /v1/organisations': {
    summary: 'Organizations that the administrator manages',
    parameters: [],
    body: null,
    answers: { 200: json('Organisations') },
    problems: manages,
  },
  'POST /v1/organisations': {
    summary: 'Take in a provider or a delegate',
    parameters: [],
    body: json('NewOrganisation'),
    answers: { 201: json('NewOrganisation') },
    problems: managesByForm,
  },
  'POST /v1/organisations/:id': {
    summary: 'Change an organization',
    parameters: [memberId],
    body: json('ChangedOrganisation'),
    answers: { 200: json('NewOrganisation') },
    problems: managesByForm,
  },
  'GET /v1/organisations/:id/people': {
    summary: 'People of an organization',
    parameters: [memberId],
    body: null,
    answers: { 200: json('People') },
    problems: manages,
  },
  'POST /v1/organisations/:id/people': {
    summary: 'Invite a person',
    parameters: [memberId],
    body: json('NewPerson'),
    answers: { 201: json('Invitation') },
    problems: managesByForm,
  },
  'GET /v1/organisations/:id/systems': {
    summary: 'Systems of an organization',
    parameters: [memberId],
    body: null,
    answers: { 200: json('Systems') },
    problems: manages,
  },
  'POST /v1/organisations/:id/systems': {
    summary: 'Give a system its secret, which is told once',
    parameters: [memberId],
    body: json('NewSystem'),
    answers: { 201: json('SystemSecret') },
    problems: managesByForm,
  },
  'POST /v1/people/:id/invitation': {
    summary: 'Invite a person again',
    parameters: [memberId],
    body: null,
    answers: { 201: json('Invitation') },
    problems: manages,
  },
  'POST /v1/people/:id/disabled': {
    summary: 'Keep a person out, or let the person in again',
    parameters: [memberId],
    body: json('Disabled'),
    answers: { 204: {} },
    problems: managesByForm,
  },
  'POST /v1/systems/:id/disabled': {
    summary: 'Keep a system out',
    parameters: [memberId],
    body: null,
    answers: { 204: {} },
    problems: manages,
  },
};

/** Requests that anybody may make, but for those of the sign-in, which are OpenID Connect's own. */
export const openOperations: Readonly<Record<string, Operation>> = {
  'GET /health': {
    summary: 'The process answers',
    parameters: [],
    body: null,
    answers: { 200: json('Health') },
    problems: ['busy'],
  },
  'GET /ready': {
    summary: 'The endpoint takes submissions',
    parameters: [],
    body: null,
    answers: { 200: json('Readiness') },
    problems: ['busy', 'internal-error'],
  },
  'GET /metrics': {
    summary: 'What the process has counted, for Prometheus',
    parameters: [],
    body: null,
    answers: { 200: { 'text/plain': 'file' } },
    problems: ['not-found', 'too-many-requests', 'busy', 'internal-error'],
  },
  'GET /openapi.json': {
    summary: 'This description, as OpenAPI 3.1',
    parameters: [],
    body: null,
    answers: { 200: { 'application/json': 'file' } },
    problems: ['too-many-requests', 'busy'],
  },
  'GET /reference': {
    summary: 'This description, as a page to read',
    parameters: [],
    body: null,
    answers: { 200: { 'text/html': 'file' } },
    problems: ['too-many-requests', 'busy'],
  },
};
