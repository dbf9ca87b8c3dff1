import { rules, type RuleCode } from '../../src/guidance/rules/index.ts';
import { requirements } from './requirements.ts';

/** Why there are rules that no requirement names; a rule that cites a design says it there. */
const reasons: Partial<Readonly<Record<RuleCode, string>>> = {
  TEXT_CHARACTERS: 'The encounter cannot carry the character, and nothing is dropped in silence.',
  TEXT_TRANSLITERATED: 'The encounter carries names without marks: the biller learns that theirs is passed on so.',
  CITY_LENGTH: 'The encounter carries a city of two characters or more, and a single one is a slip of the keys.',
  TEXT_SPACES: 'Spaces that nobody sees come with every paste, and make two members or sites of one.',
  HOMELESSNESS_DIAGNOSIS_WITHOUT_INDICATOR: 'Diagnosis and indicator say different things of the member.',
  HOMELESSNESS_DIAGNOSES_SEVERAL: 'The diagnoses exclude each other.',
  INVOICE_DETAIL_DIFFERS: 'The encounter takes such details from one line: the biller should know when lines differ.',
  DUPLICATE_LINE: 'DHCS denies a whole encounter for one line that repeats another.',
  SERVICE_ACCEPTED_BEFORE: 'DHCS denies an encounter for a line that repeats one of another encounter.',
  INVOICE_NEVER_ACCEPTED: 'What the plan does not have can be neither replaced nor voided.',
  INVOICE_NOT_NAMED: 'An invoice among voids that nobody meant to void must not be taken for a new one.',
  INVOICE_NAMED_WITHOUT_LINES: 'Setup asks for something that the lines do not say, and nothing is dropped in silence.',
  AUTHORIZATION_UNKNOWN:
    'A number that the plan never gave is a slip of the keys, which is cheap to mend before payment.',
  AUTHORIZATION_OTHER_MEMBER: 'The plan would not find the service under that authorization.',
  AUTHORIZATION_OTHER_PROVIDER: 'The plan would not find the service under that authorization.',
  AUTHORIZATION_OTHER_SERVICE: 'The plan would not find the service under that authorization.',
  AUTHORIZATION_OTHER_DATES: 'The plan would not find the service under that authorization.',
  AUTHORIZATION_UNITS_EXCEEDED: 'What goes beyond the authorized units is what plans do not pay.',
  DERIVED_DIFFERENCE: 'A file may say otherwise than the sheet works out, and what the file says is sent.',
};

const design = 'Design: ';

/** Codes of the rules that requirements name. */
export const heldCodes: ReadonlySet<RuleCode> = new Set(
  requirements.flatMap((requirement) => ('codes' in requirement ? requirement.codes : [])),
);

/** Every rule that no requirement names, with its reason; null where nobody gave one. */
export const designRules: readonly { readonly code: RuleCode; readonly reason: string | null }[] = rules
  .filter(({ code }) => !heldCodes.has(code))
  .map(({ code, citation }) => ({
    code,
    reason: reasons[code] ?? (citation.startsWith(design) ? sentence(citation.slice(design.length)) : null),
  }));

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}
