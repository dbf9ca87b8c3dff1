import { transliterated } from '../guidance/x12-characters.ts';
import type { PlanProfile } from '../plan/profile.ts';
import type { EncounterSettings, InstitutionalSettings, ProviderSettings } from './settings.ts';

/** ISA15: `T` a test file, `P` production. */
export type Usage = 'T' | 'P';

/** A name and an identifier, neither blank. */
export interface NamedParty {
  readonly name: string;
  readonly identifier: string;
}

/** Where encounters go and as what: settings and profile put together, nothing in them blank. */
export interface EncounterTarget {
  readonly usage: Usage;
  readonly form: EncounterSettings['form'];
  readonly interchange: EncounterSettings['interchange'];
  readonly submitter: NamedParty & { readonly contact: string; readonly phone: string; readonly email: string };
  readonly receiver: NamedParty;
  readonly payer: NamedParty;
  readonly plan: NamedParty;
  readonly settings: EncounterSettings;
  readonly providers: ReadonlyMap<string, ProviderSettings>;
  /** Of providers that are institutions, by NPI: those of which nothing is blank but, perhaps, revenue codes. */
  readonly institutions: ReadonlyMap<string, InstitutionalSettings>;
}

/** A setting that production needs, by its path in `encounters.json`. */
export type BlankSetting = BlankOfPlan | BlankOfInstitution;

/** Without it an invoice cannot be an 837I. */
type BlankOfInstitution =
  `providers[${string}].institutional.${'typeOfBill' | 'admissionType' | 'admissionSource' | 'patientStatus' | 'attending.npi' | 'attending.last'}`;

type BlankOfPlan =
  | 'interchange.sender'
  | 'interchange.receiver'
  | 'submitter.identifier'
  | 'submitter.phone'
  | 'receiver.identifier'
  | 'payer.identifier';

/** A target, or the settings that are blank and may not be in production. */
export type TargetOutcome =
  | { readonly kind: 'target'; readonly target: EncounterTarget }
  | { readonly kind: 'refused'; readonly blank: readonly BlankSetting[] };

/** What stands in a test file for a setting that is still blank, so that it can be made at any time. */
const placeholders: Readonly<Record<BlankOfPlan, string>> = {
  'interchange.sender': 'TESTSENDER',
  'interchange.receiver': 'TESTRECEIVER',
  'submitter.identifier': 'TESTSUBMITTER',
  'submitter.phone': '9995550100',
  'receiver.identifier': 'TESTRECEIVER',
  'payer.identifier': 'TESTPAYER',
};

/**
 * Puts profile and settings together.
 *
 * @returns refused where usage is `P` and a value is blank that only the plan can know
 */
export function encounterTarget(profile: PlanProfile, settings: EncounterSettings, usage: Usage): TargetOutcome {
  const blank: BlankSetting[] = [];
  const filled = (name: BlankOfPlan, value: string): string => {
    if (value !== '') return value;
    blank.push(name);
    return placeholders[name];
  };
  const planName = upper(profile.name);
  const plan = {
    name: planName,
    identifier: settings.planIdentifier || upper(profile.payerIdentifier),
  };
  const asClaim = settings.form === 'claim';
  const { submitter, interchange } = settings;
  const supportPhone = profile.support.phone.replace(/\D/g, '');
  const institutions = new Map<string, InstitutionalSettings>();
  for (const [place, { npi, institutional }] of settings.providers.entries()) {
    if (institutional === undefined) continue;
    const missing = blankOfInstitution(institutional, place);
    blank.push(...missing);
    if (missing.length === 0) institutions.set(npi, institutional);
  }
  const target: EncounterTarget = {
    usage,
    form: settings.form,
    interchange: {
      ...interchange,
      sender: filled('interchange.sender', interchange.sender),
      receiver: filled('interchange.receiver', interchange.receiver),
    },
    submitter: {
      name: submitter.name || planName,
      identifier: filled('submitter.identifier', submitter.identifier),
      contact: submitter.contact || upper(profile.support.name).slice(0, 60).trim() || 'EDI DESK',
      phone: filled('submitter.phone', submitter.phone || (supportPhone.length === 10 ? supportPhone : '')),
      email: submitter.email,
    },
    receiver: asClaim ? plan : named(settings.receiver, filled('receiver.identifier', settings.receiver.identifier)),
    payer: asClaim ? plan : named(settings.payer, filled('payer.identifier', settings.payer.identifier)),
    plan,
    settings,
    providers: new Map(settings.providers.map((each) => [each.npi, each])),
    institutions,
  };
  return usage === 'P' && blank.length > 0 ? { kind: 'refused', blank } : { kind: 'target', target };
}

function blankOfInstitution(settings: InstitutionalSettings, place: number): readonly BlankOfInstitution[] {
  const { typeOfBill, admissionType, admissionSource, patientStatus, attending } = settings;
  const values = {
    typeOfBill,
    admissionType,
    admissionSource,
    patientStatus,
    'attending.npi': attending.npi,
    'attending.last': attending.last,
  };
  const names = Object.keys(values) as readonly (keyof typeof values)[];
  return names
    .filter((name) => values[name] === '')
    .map((name): BlankOfInstitution => `providers[${String(place)}].institutional.${name}`);
}

function named({ name }: { readonly name: string }, identifier: string): NamedParty {
  return { name: name || 'DHCS', identifier };
}

/** Text of the profile as the file carries it; `''` where it cannot. */
function upper(text: string): string {
  return (transliterated(text) ?? '').trim().toUpperCase();
}
