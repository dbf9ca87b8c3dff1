import { join } from 'node:path';
import { checkLines } from '../../guidance/check.ts';
import { civilDateAt } from '../../guidance/civil-date.ts';
import type { LineText } from '../../guidance/columns.ts';
import { asCorrection } from '../../encounter/correction-table.ts';
import { originalInvoices, withAdjudication } from '../../encounter/invoice.ts';
import { noMembers } from '../../encounter/member-source.ts';
import type { ReportEntry } from '../../encounter/notes.ts';
import { encounterTarget, type Usage } from '../../encounter/target.ts';
import { planFacts } from '../../plan/facts.ts';
import { parseCsv } from '../../xlsx/csv.ts';
import { decodeText } from '../../xlsx/decode-text.ts';
import { readDiagnosisLists } from '../diagnosis-lists.ts';
import { readPlan } from '../read-plan.ts';
import { readAdjudicationsFile } from './adjudications-file.ts';
import { readCorrectionsFile } from './corrections-file.ts';
import { planTimeZone, writeEncounterFiles } from './encounter-files.ts';
import { EncountersError } from './encounters-error.ts';
import { readMembers } from './members-file.ts';
import { readNamed } from './read-named.ts';
import { ReportedServices } from './reported-services.ts';
import { readEncounterSettings } from './read-settings.ts';

/** What to write from what; null for a file that is not named. */
export interface WriteOrder {
  readonly plan: string;
  readonly input: string;
  readonly out: string;
  readonly members: string | null;
  readonly adjudications: string | null;
  readonly corrections: string | null;
  readonly usage: Usage;
  /** Whether a production file has what went out with an earlier one. */
  readonly again: boolean;
}

/** What came of it. */
export interface WriteOutcome {
  readonly summary: string;
  /** Whether every invoice of the input is in the file. */
  readonly complete: boolean;
}

/**
 * Writes files of the invoices in which no rule finds an error, and their report.
 *
 * @throws EncountersError, PlanUnreadable, MembersUnreadable, ControlNumbersUsedUp
 */
export async function writeFileOfEncounters(order: WriteOrder): Promise<WriteOutcome> {
  const profile = await readPlan(order.plan);
  const settings = await readEncounterSettings(order.plan);
  const facts = planFacts(profile, await readDiagnosisLists(order.plan));
  const members = order.members === null ? noMembers : readMembers(decodeText(await readNamed(order.members)));
  const adjudications = await readAdjudicationsFile(order.adjudications);
  const corrections = await readCorrectionsFile(order.corrections);
  const lines = linesOf(decodeText(await readNamed(order.input)), order.input);
  const now = new Date();
  const { accepted, returned } = sorted(lines, (all) => checkLines(all, facts, civilDateAt(now, planTimeZone)));
  const outcome = encounterTarget(profile, settings, order.usage);
  if (outcome.kind === 'refused') {
    throw new EncountersError(`a production file needs, in encounters.json: ${outcome.blank.join(', ')}`);
  }
  const invoices = originalInvoices(accepted).map((invoice) =>
    asCorrection(withAdjudication(invoice, adjudications.source), corrections),
  );
  const notTaken = adjudications.notTaken(invoices);
  const controlNumbers = join(order.plan, 'control-numbers');
  const { out } = order;
  const files = await writeEncounterFiles({
    ...{ invoices, target: outcome.target, members, controlNumbers, out, now },
    returned,
    notTaken,
    ...(order.usage === 'T'
      ? {}
      : {
          reported: {
            services: await ReportedServices.open(join(order.plan, 'reported-services')),
            again: order.again,
          },
        }),
  });
  const written = [files.professional, files.institutional].filter((path) => path !== null);
  const count = (kind: ReportEntry['kind']) => files.report.filter((entry) => entry.kind === kind).length;
  const decisions = notTaken.length === 0 ? '' : `, ${String(notTaken.length)} decisions not taken`;
  return {
    summary:
      `${String(count('claim'))} claims written to ${written.length === 0 ? 'no file' : written.join(' and ')}, ` +
      `${String(count('note'))} notes, ${String(returned.length)} invoices with errors, ` +
      `${String(count('held'))} held back${decisions}; ${files.reportFile}`,
    complete: returned.length === 0 && count('held') === 0,
  };
}

/** The lines of invoices without an error, and the numbers of the others. The same number of two providers is two. */
function sorted(lines: readonly LineText[], check: (lines: readonly LineText[]) => ReturnType<typeof checkLines>) {
  const key = (line: LineText) => `${line.billingProviderNpi} ${line.invoiceNumber}`;
  const wrong = new Map(
    check(lines).flatMap(({ severity, line: place }) => {
      const line = lines[place];
      return severity === 'error' && line !== undefined ? [[key(line), line.invoiceNumber] as const] : [];
    }),
  );
  return { accepted: lines.filter((line) => !wrong.has(key(line))), returned: [...wrong.values()] };
}

function linesOf(text: string, path: string): readonly LineText[] {
  const csv = parseCsv(text);
  if (csv.kind === 'lines') return csv.lines;
  throw new EncountersError(`${path} is no list of invoice lines by the guidance's headers.`);
}
