/** `node scripts/encounter-settings-reference.ts`: writes `docs/reference/encounter-settings.md` from the schema of `encounters.json`. A test holds it current. */
import * as z from 'zod';
import { encounterSettingsSchema } from '../src/encounter/settings.ts';
import { markdownFile, markdownTable, writeReference, type ReferenceFile } from './reference-file.ts';

/** What each setting is, and where in the 837 it stands. A setting without words, or words without one, is an error. */
const words: Readonly<Record<string, string>> = {
  form: '`encounter`: reported to DHCS (BHT06 RP); `claim`: provider to plan (BHT06 CH)',
  'interchange.senderQualifier': 'ISA05',
  'interchange.sender': 'ISA06 and GS02',
  'interchange.receiverQualifier': 'ISA07',
  'interchange.receiver': 'ISA08 and GS03',
  'submitter.name': '1000A: who sends; blank: the plan’s name',
  'submitter.identifier': '1000A NM109',
  'submitter.contact': '1000A PER02',
  'submitter.phone': '1000A PER04, ten digits',
  'submitter.email': '1000A PER06; may stay blank',
  'receiver.name': '1000B; in the claim form it is the plan',
  'receiver.identifier': '1000B NM109',
  'payer.name': '2010BB of the encounter form; in the claim form it is the plan',
  'payer.identifier': '2010BB NM109',
  planIdentifier: '2330B NM109 and 2430 SVD01; blank: the payer identifier of the plan’s profile',
  payerResponsibility: '2000B SBR01 of the encounter form: the plan has paid first',
  claimFiling: '2000B SBR09; MC is Medicaid',
  planClaimFiling: '2320 SBR09; HM is an HMO',
  unknownSex: 'DMG03 where no eligibility file says it',
  renderingWithoutNpi: 'a rendering provider without an NPI: left out, or sent by its name alone',
  zipExtension: 'the four digits behind a provider’s ZIP code of five',
  claimsPerTransaction: 'claims in a transaction set (ST), at most',
  'providers[].npi': 'the billing provider that the entry is about',
  'providers[].taxNumber': 'whether element 2 is an employer’s number (REF*EI) or a social security number (REF*SY)',
  'providers[].taxonomy': '2000A PRV03; left out where it is not known',
  'providers[].street.address': '2010AA N3, where invoices say a post office box, which then goes to 2010AB',
  'providers[].street.city': '2010AA N401',
  'providers[].street.state': '2010AA N402',
  'providers[].street.zip': '2010AA N403, nine digits',
  'providers[].institutional.typeOfBill': 'CLM05-1: the first two digits; none that is inpatient',
  'providers[].institutional.admissionType': 'CL101',
  'providers[].institutional.admissionSource': 'CL102',
  'providers[].institutional.patientStatus': 'CL103',
  'providers[].institutional.attending.npi': '2310A NM109',
  'providers[].institutional.attending.last': '2310A NM103',
  'providers[].institutional.attending.first': '2310A NM104; may stay blank',
  'providers[].institutional.revenueCode': 'SV201 of services that `revenueCodes` does not name',
  'providers[].institutional.revenueCodes': 'SV201 by service: `{"G9012-U2": "0900", "H0043": "0900"}`',
};

interface Node {
  readonly type?: string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
}

/** Every setting with its place in the file. */
function* settingsIn(node: Node, place: string): Generator<readonly [string, Node]> {
  if (node.items !== undefined) yield* settingsIn(node.items, `${place}[]`);
  else if (node.properties === undefined) yield [place, node];
  else {
    for (const [name, child] of Object.entries(node.properties)) {
      yield* settingsIn(child, place === '' ? name : `${place}.${name}`);
    }
  }
}

function takes({ enum: choices, maxLength, minimum, maximum, type }: Node): string {
  if (choices !== undefined) return choices.map((choice) => `\`${choice}\``).join(', ');
  if (maxLength !== undefined) return `text, at most ${String(maxLength)}`;
  if (minimum !== undefined && maximum !== undefined) return `${String(minimum)} to ${String(maximum)}`;
  return type === 'object' ? 'an object' : 'text';
}

/** The file. @throws Error where a setting has no words, or words have no setting */
export function encounterSettingsReference(): Promise<ReferenceFile> {
  const schema = z.toJSONSchema(encounterSettingsSchema, { io: 'input', unrepresentable: 'any' }) as Node;
  const settings = [...settingsIn(schema, '')];
  const places = new Set(settings.map(([place]) => place));
  const wrong = [
    ...Object.keys(words).filter((place) => !places.has(place)),
    ...[...places].filter((place) => !Object.hasOwn(words, place)),
  ];
  if (wrong.length > 0) throw new Error(`Settings and their words differ: ${wrong.join(', ')}`);
  return markdownFile('encounter-settings.md', [
    '# encounters.json',
    'How a plan hands its encounters on; made by `node scripts/encounter-settings-reference.ts`. The file stands in the plan’s folder, is read by `calaim-invoice encounters write` and, at its start, by `calaim-invoice serve`, and never leaves the plan. DHCS’ companion guides give the values. Everything may be left out: then test files can be made, and a production file is refused with the places that are blank. `serve --check-config` says what is wrong with it.',
    markdownTable(
      ['setting', 'takes', 'default', 'says'],
      settings.map(([place, node]) => [
        `\`${place}\``,
        takes(node),
        node.default === undefined || node.default === '' || typeof node.default === 'object'
          ? ''
          : `\`${JSON.stringify(node.default)}\``,
        words[place] ?? '',
      ]),
    ),
  ]);
}

if (import.meta.main) writeReference([await encounterSettingsReference()]);
