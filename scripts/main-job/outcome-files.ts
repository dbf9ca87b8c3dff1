import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeEncounterFiles } from '../../src/cli/encounters/encounter-files.ts';
import { readAddIn } from '../../src/cli/read-add-in.ts';
import { originalInvoices } from '../../src/encounter/invoice.ts';
import type { EncounterSettings } from '../../src/encounter/settings.ts';
import { encounterTarget } from '../../src/encounter/target.ts';
import type { PlanProfile } from '../../src/plan/profile.ts';
import { errorWorkbook } from '../../src/xlsx/errors/error-workbook.ts';
import { printErrorFile } from '../../src/xlsx/error-file.ts';
import type { MainJobOutcome } from './main-job.ts';

/** Paths of what a run left behind; null for what there was no reason to write. */
export interface OutcomeFiles {
  readonly receipt: string | null;
  readonly errors: string | null;
  /** The error workbook, where an invoice came back. */
  readonly errorWorkbook: string | null;
  /** The accepted invoices as a test file (ISA15 = T) of 837P, and of 837I where a provider is an institution. */
  readonly encounter: string | null;
  readonly institutionalEncounter: string | null;
  /** What stands in them that the invoices do not say. */
  readonly encounterReport: string | null;
}

/** The plan that hands its encounters on. */
export interface Reporter {
  readonly profile: PlanProfile;
  readonly settings: EncounterSettings;
}

/**
 * Writes the signed receipt, the error file where something was found, the error workbook where an invoice came back,
 * and the encounters of what was accepted, into a folder. Control numbers are kept there too: a further run takes the
 * next.
 */
export async function writeOutcomeFiles(
  outcome: MainJobOutcome,
  reporter: Reporter,
  folder: string,
): Promise<OutcomeFiles> {
  await mkdir(folder, { recursive: true });
  const receipt = join(folder, 'receipt.json');
  const signed = { signed: outcome.jws, says: outcome.receipt };
  await writeFile(receipt, `${JSON.stringify(signed, null, 2)}\n`);
  const errors = outcome.findings.length === 0 ? null : join(folder, 'errors.csv');
  if (errors !== null) await writeFile(errors, printErrorFile(outcome.report));
  const errorBook = outcome.rejected === 0 ? null : join(folder, 'errors.xlsx');
  if (errorBook !== null) await writeFile(errorBook, await errorWorkbook(outcome.report, { addIn: await readAddIn() }));
  return { receipt, errors, errorWorkbook: errorBook, ...(await writeEncounters(outcome, reporter, folder)) };
}

async function writeEncounters(outcome: MainJobOutcome, { profile, settings }: Reporter, folder: string) {
  const none = { encounter: null, institutionalEncounter: null, encounterReport: null };
  const target = encounterTarget(profile, settings, 'T');
  if (outcome.acceptedLines.length === 0 || target.kind === 'refused') return none;
  const files = await writeEncounterFiles({
    invoices: originalInvoices(outcome.acceptedLines),
    target: target.target,
    controlNumbers: join(folder, 'control-numbers'),
    out: join(folder, 'encounters.837'),
    now: new Date(),
  });
  return {
    encounter: files.professional,
    institutionalEncounter: files.institutional,
    encounterReport: files.reportFile,
  };
}

/** The paths of the files that were written. */
export function pathsOf(files: OutcomeFiles): readonly string[] {
  const { receipt, errors, errorWorkbook: book, encounter, institutionalEncounter, encounterReport } = files;
  const paths = [receipt, errors, book, encounter, institutionalEncounter, encounterReport];
  return paths.filter((path) => path !== null);
}

/** The outcome as `demo --json` prints it. */
export function outcomeAsJson(outcome: MainJobOutcome, files: OutcomeFiles): string {
  const { lines, invoices, accepted, rejected, findings, receipt, verified, syncs } = outcome;
  return JSON.stringify(
    {
      lines,
      invoices,
      accepted,
      rejected,
      findings: findings.map(({ row, element, severity, code, repair }) => ({ row, element, severity, code, repair })),
      receipt: { id: receipt.submissionId, verified },
      syncs,
      files,
    },
    null,
    1,
  );
}

/** One line per step, for people. */
export function outcomeInWords(outcome: MainJobOutcome): readonly string[] {
  const errors = outcome.findings.filter(({ severity }) => severity === 'error').length;
  const warnings = outcome.findings.length - errors;
  const { receipt, syncs } = outcome;
  return [
    `Workbook   the plan's template is installed (${String(syncs.install)} round trips to Excel)`,
    `Import     ${String(outcome.lines)} lines${outcome.repaired > 0 ? `, ${String(outcome.repaired)} repairs applied` : ''}`,
    `Check      ${String(errors)} errors, ${String(warnings)} warnings (${String(syncs.check)} round trips to Excel)`,
    `Submit     ${String(outcome.invoices)} invoices: ${String(outcome.accepted)} accepted, ${String(outcome.rejected)} returned for correction`,
    outcome.verified
      ? `Receipt    ${receipt.submissionId}, signed by the plan, verified in the workbook`
      : `Receipt    ${receipt.submissionId}, but the one in the workbook does not verify`,
    ...(outcome.agreed ? [] : ['Notice     the plan found other faults than the check in the workbook']),
  ];
}
