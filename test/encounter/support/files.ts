import { checkLines } from '../../../src/guidance/check.ts';
import type { LineText } from '../../../src/guidance/columns.ts';
import type { PlanFacts } from '../../../src/guidance/plan-facts.ts';
import type { LineAdjudication } from '../../../src/encounter/adjudication.ts';
import type { Invoice } from '../../../src/encounter/invoice.ts';
import type { ReportEntry } from '../../../src/encounter/notes.ts';
import { encounterSettingsSchema, type EncounterSettings } from '../../../src/encounter/settings.ts';
import { encounterTarget, type EncounterTarget, type Usage } from '../../../src/encounter/target.ts';
import { writeEncounters, type EncounterFile } from '../../../src/encounter/write-encounters.ts';
import { day, today } from '../../guidance/sample-lines.ts';
import { samplePlan } from '../../support/sample-plan.ts';

const profile = await samplePlan();

/** Everything that only a plan can know, filled. */
export const wholeSettings: EncounterSettings = encounterSettingsSchema.parse({
  interchange: { sender: 'SHPSENDER', receiver: 'DHCSTEST' },
  submitter: { identifier: 'SHP001', contact: 'EDI DESK', phone: '9165550100' },
  receiver: { identifier: 'RECEIVERID' },
  payer: { identifier: 'PAYERID' },
  planIdentifier: 'PLANID',
});

/** What an 837I needs of an institution, whole. */
export const wholeInstitution = {
  typeOfBill: '89',
  admissionType: '9',
  admissionSource: '1',
  patientStatus: '30',
  attending: { npi: '1245319599', last: 'Ruiz', first: 'Ada' },
  revenueCode: '0900',
  revenueCodes: { 'G9012-U2': '0911', G9012: '0910' },
};

/** The whole settings, with a provider that is an institution. */
export function settingsOfInstitution(npi: string, institutional: object = wholeInstitution): EncounterSettings {
  return encounterSettingsSchema.parse({ ...wholeSettings, providers: [{ npi, institutional }] });
}

/** The sample plan's encounters. */
export function target(settings: EncounterSettings = wholeSettings, usage: Usage = 'T'): EncounterTarget {
  const outcome = encounterTarget(profile, settings, usage);
  if (outcome.kind === 'refused') throw new Error(outcome.blank.join());
  return outcome.target;
}

/** A decision on one line. */
export function decision(change: Partial<LineAdjudication> = {}): LineAdjudication {
  const whole = { date: day(2026, 11, 23), paidCents: 16_000, paidUnits: null, adjustments: [], planClaimNumber: '' };
  return { status: 'paid', ...whole, ...change };
}

/** What a file came to. */
export interface Written {
  readonly text: string;
  /** The file's segments, without terminators. */
  readonly segments: readonly string[];
  readonly report: readonly ReportEntry[];
}

/** Writes a file and gathers its report. */
export function write(invoices: Iterable<Invoice>, options: Partial<EncounterFile> = {}): Written {
  const report: ReportEntry[] = [];
  const file: EncounterFile = {
    target: target(),
    guide: 'professional',
    controlNumber: 1,
    date: day(2026, 11, 24),
    time: '0328',
    report: (entry) => report.push(entry),
    ...options,
  };
  const text = [...writeEncounters(invoices, file)].join('');
  return { text, segments: text.split('~').slice(0, -1), report };
}

/** The lines whose invoice has no error. */
export function acceptedLines(lines: readonly LineText[], facts: PlanFacts): readonly LineText[] {
  const returned = new Set(
    checkLines(lines, facts, today)
      .filter(({ severity }) => severity === 'error')
      .map(({ line }) => lines[line]?.invoiceNumber),
  );
  return lines.filter(({ invoiceNumber }) => !returned.has(invoiceNumber));
}
