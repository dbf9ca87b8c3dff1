import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DiagnosisList } from '../../src/guidance/diagnosis-list.ts';
import { demoMachine } from '../../src/intake/identity/demo-directory.ts';
import type { PlanProfile } from '../../src/plan/profile.ts';
import type { PlanConnection } from '../../src/submission/connection.ts';
import { signInMachine } from '../../src/submission/machine-sign-in.ts';
import { parseCsv, type CsvRefusal } from '../../src/xlsx/csv.ts';
import { ExcelHost } from '../../src/workbench/host/excel-host.ts';
import { Book } from '../../src/workbench/model/book.ts';
import { openOfficeInNode } from '../../src/workbench/office/open-office-in-node.ts';
import { startPlanForOneRun } from './demo-plan.ts';
import { MainJobFailure, runMainJob, type MainJobOutcome } from './main-job.ts';

const refusals: Readonly<Record<CsvRefusal, string>> = {
  noHeaders: 'The file has none of the guidance’s column headers in its first twenty rows.',
  noLines: 'The file has headers but no service lines.',
  doubledHeader: 'The file has the same column header twice.',
  brokenQuotes: 'The file is no well-formed CSV: a quotation mark is not closed, or stands in the middle of a cell.',
};

/** Options of a run without a screen. */
export interface HeadlessOptions {
  readonly csv: string;
  readonly repair: boolean;
  readonly productVersion: string;
  /** Lists of ICD-10-CM of the plan. */
  readonly diagnosisLists: readonly DiagnosisList[];
  readonly now?: Date;
}

/**
 * The main job against a plan that is already there, in a new workbook on Microsoft's own Office.js.
 *
 * @throws MainJobFailure
 */
async function runAgainstPlan(connection: PlanConnection, options: HeadlessOptions): Promise<MainJobOutcome> {
  const source = parseCsv(options.csv);
  if (source.kind === 'refused') throw new MainJobFailure(refusals[source.reason]);
  const signedIn = await signInMachine(connection, demoMachine);
  if (signedIn.kind !== 'signedIn')
    throw new MainJobFailure(`The plan does not let the demo account in: ${signedIn.kind}.`);
  const host = new ExcelHost(new Book(), { payloadLimits: 'web' });
  const office = await openOfficeInNode(host);
  try {
    return await office.run(() =>
      runMainJob({
        host,
        connection,
        token: signedIn.token,
        source,
        repair: options.repair,
        productVersion: options.productVersion,
        diagnosisLists: options.diagnosisLists,
        now: options.now ?? new Date(),
      }),
    );
  } finally {
    office.close();
  }
}

/** The main job with an endpoint started for this run alone, its state in a folder that goes afterwards. */
export async function runWithOwnPlan(profile: PlanProfile, options: HeadlessOptions): Promise<MainJobOutcome> {
  const state = await mkdtemp(join(tmpdir(), 'calaim-invoice-demo-'));
  try {
    const { plan, connection } = await startPlanForOneRun(profile, options.diagnosisLists, state);
    try {
      return await runAgainstPlan(connection, options);
    } finally {
      await plan.close();
    }
  } finally {
    await rm(state, { recursive: true, force: true });
  }
}
