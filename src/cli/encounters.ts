import { parseArgs } from 'node:util';
import { languages } from '../guidance/messages/words.ts';
import { StateError } from '../intake/state-directory.ts';
import { acknowledge, type AcknowledgementOrder } from './encounters/ack.ts';
import { ControlNumbersUsedUp } from './encounters/control-numbers.ts';
import { EncountersError } from './encounters/encounters-error.ts';
import { MembersUnreadable } from './encounters/members-file.ts';
import { showFile } from './encounters/show.ts';
import { writeFileOfEncounters } from './encounters/write.ts';
import { PlanUnreadable } from './read-plan.ts';
import { wrongOptions } from './wrong-options.ts';

const help = `Usage: calaim-invoice encounters write --plan FOLDER --input FILE.csv --out FILE [options]
       calaim-invoice encounters ack FILE… --encounters FILE.837 [--json] [--language en|es]
       calaim-invoice encounters show FILE

write   writes the invoices in which no rule finds an error as an 837P (005010X222A1), and those of providers that
        encounters.json calls institutional as an 837I (005010X223A2)
ack     reads what came back (TA1, 999, 277CA, 835) and prints where each invoice stands
show    prints an X12 file for people: loops, and what each segment is

  --plan FOLDER        a plan's folder (profile.json, logo.png, and encounters.json with the values that DHCS' companion
                       guide gives; test files can be made without it)
  --input FILE.csv     invoice lines by the guidance's headers
  --out FILE           where the 837P goes, for example month.837; an 837I goes to month.institutional.837 beside it;
                       a file of that name is replaced
  --members FILE.csv   eligibility file: CIN, Sex (F, M, U), City, State, ZIP
  --adjudications FILE
                       what the plan decided: an 835 that names the invoice's lines (REF*6R), or CSV, a row per line:
                       Invoice Number, Line, Status (paid, denied, pending), Decision Date (MM/DD/YYYY), Paid Amount; and,
                       where they say more, Adjustments (CO-45 12.50; CO-24 3.00), Paid Units, Plan Claim Number,
                       Billing Provider NPI
  --corrections FILE.csv
                       invoices that replace or void what the receiver has accepted, a row for each claim before:
                       Invoice Number, Kind (replacement, void), Receiver Claim Number; Billing Provider NPI where
                       two providers have the number
  --production         a production file (ISA15 = P): nothing in encounters.json may be blank, and no invoice is in it
                       before its adjudication; without it a test file (ISA15 = T), at any time
  --again              writes also what went out with an earlier production file, because that was lost or came back
  --encounters FILE.837
                       an 837 that was sent; again for each further one, in the order in which they were sent
  --json               one JSON object instead of text
  --language CODE      language of the words on what came back: en (English), es (Spanish)
  --help

Beside the 837 goes FILE.report.csv: claims, what stands there that the invoice does not say, what was held back, and
decisions on what the input does not have.
Each file takes a control number for good, kept in the plan's folder, control-numbers. Services that went out with a
production file are kept beside them, reported-services, as keyed hashes: an invoice that has one is held back.
Exit codes: 0 written, or nothing came back; 1 some invoices are not in the file, or something came back or is wrong
with the form of a file; 2 wrong usage or unreadable input.
`;

const options = {
  plan: { type: 'string' },
  input: { type: 'string' },
  out: { type: 'string' },
  members: { type: 'string' },
  adjudications: { type: 'string' },
  corrections: { type: 'string' },
  production: { type: 'boolean', default: false },
  again: { type: 'boolean', default: false },
  encounters: { type: 'string', multiple: true },
  json: { type: 'boolean', default: false },
  language: { type: 'string', default: 'en' },
  help: { type: 'boolean', default: false },
} as const;

/**
 * `calaim-invoice encounters write|ack|show`.
 *
 * @param commandLine what stands after `encounters`
 * @returns the exit code
 */
export async function encountersCommand(commandLine: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parse(commandLine);
    if (values.help) {
      process.stdout.write(help);
      return 0;
    }
    const [action, file, ...rest] = positionals;
    const { plan, input, out, members, adjudications, corrections, production, again } = values;
    if (action === 'ack') return await acknowledge(acknowledgementOrder(positionals.slice(1), values), process.stdout);
    if (action === 'show' && file !== undefined && rest.length === 0) return await showFile(file, process.stdout);
    if (action !== 'write' || file !== undefined)
      throw new EncountersError('say write, ack FILE, or show FILE (see --help)');
    if (plan === undefined) throw new EncountersError('--plan is missing (see --help)');
    if (input === undefined) throw new EncountersError('--input is missing (see --help)');
    if (out === undefined) throw new EncountersError('--out is missing (see --help)');
    const { summary, complete } = await writeFileOfEncounters({
      plan,
      input,
      out,
      members: members ?? null,
      adjudications: adjudications ?? null,
      corrections: corrections ?? null,
      usage: production ? 'P' : 'T',
      again,
    });
    process.stdout.write(`${summary}\n`);
    return complete ? 0 : 1;
  } catch (error) {
    const known = [EncountersError, PlanUnreadable, MembersUnreadable, ControlNumbersUsedUp, StateError];
    if (!(error instanceof Error) || !known.some((type) => error instanceof type)) throw error;
    process.stderr.write(`calaim-invoice encounters: ${error.message}\n`);
    return 2;
  }
}

function acknowledgementOrder(
  answers: readonly string[],
  { encounters = [], json, language }: { encounters?: readonly string[]; json: boolean; language: string },
): AcknowledgementOrder {
  if (answers.length === 0) throw new EncountersError('name a file that came back (see --help)');
  if (encounters.length === 0) throw new EncountersError('--encounters is missing (see --help)');
  const known = languages.find((each) => each === language);
  if (known === undefined) throw new EncountersError(`--language has to be one of ${languages.join(', ')}`);
  return { answers, encounters, form: json ? 'json' : 'people', language: known };
}

function parse(commandLine: readonly string[]) {
  try {
    return parseArgs({ args: [...commandLine], options, strict: true, allowPositionals: true });
  } catch (error) {
    throw new EncountersError(wrongOptions(error));
  }
}
