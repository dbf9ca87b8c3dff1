import { open, rename } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { fileIdentity } from '../../encounter/file-identity.ts';
import { guideOf } from '../../encounter/guide.ts';
import type { Invoice } from '../../encounter/invoice.ts';
import { noMembers, type MemberSource } from '../../encounter/member-source.ts';
import type { ReportEntry } from '../../encounter/notes.ts';
import type { EncounterTarget } from '../../encounter/target.ts';
import { writeEncounters } from '../../encounter/write-encounters.ts';
import type { DecisionNotTaken } from './adjudications-file.ts';
import { takeControlNumber } from './control-numbers.ts';
import { EncountersError } from './encounters-error.ts';
import type { ReportedServices } from './reported-services.ts';
import { printReport } from '../../intake/encounters/side-report.ts';

/** Days are those of the plan, wherever the computer stands. */
export const planTimeZone = 'America/Los_Angeles';

/** What to write, and where. */
export interface EncounterFilesOrder {
  readonly invoices: readonly Invoice[];
  readonly target: EncounterTarget;
  readonly members?: MemberSource;
  /** Folder in which control numbers are kept for good. */
  readonly controlNumbers: string;
  /** Path of the 837P. */
  readonly out: string;
  readonly now: Date;
  /** Invoice numbers that the rules returned: they stand in the report. */
  readonly returned?: readonly string[];
  /** Decisions of which nothing is written: they stand in the report. */
  readonly notTaken?: readonly DecisionNotTaken[];
  /** What went out with production files; left out: nothing is compared and nothing kept. */
  readonly reported?: {
    readonly services: ReportedServices;
    /** Whether what is there already is written all the same. */
    readonly again: boolean;
  };
}

/** What was written. */
export interface EncounterFiles {
  /** Paths; null where no invoice goes into such a file. */
  readonly professional: string | null;
  readonly institutional: string | null;
  /** The side report. */
  readonly reportFile: string;
  readonly report: readonly ReportEntry[];
}

/**
 * Writes the 837P of invoices, the 837I beside it (`month.837`, `month.institutional.837`) and the side report
 * (`month.837.report.csv`). Each file takes a control number for good.
 *
 * @throws EncountersError where a file cannot be written
 * @throws ControlNumbersUsedUp
 */
export async function writeEncounterFiles(order: EncounterFilesOrder): Promise<EncounterFiles> {
  const { target, members = noMembers, out, now, reported } = order;
  const report: ReportEntry[] = [];
  const paths = { professional: out, institutional: institutionalPath(out) };
  const written: { professional: string | null; institutional: string | null } = {
    professional: null,
    institutional: null,
  };
  for (const guide of ['professional', 'institutional'] as const) {
    const invoices = order.invoices.filter((invoice) => guideOf(invoice, target) === guide);
    if (invoices.length === 0) continue;
    const controlNumber = await takeControlNumber(order.controlNumbers);
    const told: string[] = [];
    const parts = writeEncounters(invoices, {
      target,
      guide,
      members,
      ...fileIdentity(controlNumber, now, planTimeZone),
      ...(reported === undefined
        ? {}
        : {
            isReported: (key: string) => !reported.again && reported.services.has(key),
            tellServices: (keys: readonly string[]) => {
              for (const key of keys) told.push(key);
            },
          }),
      report: (entry) => report.push(entry),
    });
    const first = parts.next();
    if (first.done === true) continue;
    // Before the file has its name: a crash in between leaves services that were not sent, and never one sent twice.
    await writeWhole(paths[guide], [[first.value], parts], async () => reported?.services.add(controlNumber, told));
    written[guide] = paths[guide];
  }
  const reportFile = `${out}.report.csv`;
  await writeWhole(reportFile, [[printReport(report, order.returned ?? [], order.notTaken ?? [])]]);
  return { ...written, reportFile, report };
}

function institutionalPath(path: string): string {
  const { dir, name, ext } = parse(path);
  return join(dir, `${name}.institutional${ext}`);
}

/** Writes a file whole or not at all: what is half written has another name. */
async function writeWhole(
  path: string,
  sequences: readonly Iterable<string>[],
  beforeNaming: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const unfinished = `${path}.unfinished`;
  try {
    const file = await open(unfinished, 'w');
    try {
      for (const parts of sequences) for (const part of parts) await file.write(part);
      await file.sync();
    } finally {
      await file.close();
    }
    await beforeNaming();
    await rename(unfinished, path);
  } catch {
    throw new EncountersError(`${path} cannot be written.`);
  }
}
