import type { RuleCode } from '../../src/guidance/rules/index.ts';

/** Rules that no requirement of the sources names, each with its reason. */
export const designRules: Partial<Readonly<Record<RuleCode, string>>> = {
  TEXT_CHARACTERS: 'The encounter cannot carry the character, and nothing is dropped in silence.',
  TEXT_TRANSLITERATED: 'The encounter carries names without marks: the biller learns that theirs is passed on so.',
  TEXT_SPACES: 'Spaces that nobody sees come with every paste, and make two members or sites of one.',
  PLACE_OF_SERVICE_UNUSUAL:
    'A slip in a list of 52 codes is well-formed; a place where nobody gives the service shows it.',
  HOMELESSNESS_DIAGNOSIS_WITHOUT_INDICATOR: 'Diagnosis and indicator say different things of the member.',
  HOMELESSNESS_DIAGNOSES_SEVERAL: 'The diagnoses exclude each other.',
  UNIT_COST_NOT_RATE: 'A stale rate is among the most frequent faults; said only where the plan asks for it.',
  INVOICE_DETAIL_DIFFERS: 'The encounter takes such details from one line: the biller should know when lines differ.',
  DUPLICATE_LINE: 'DHCS denies a whole encounter for one line that repeats another.',
  DERIVED_DIFFERENCE: 'A file may say otherwise than the sheet works out, and what the file says is sent.',
};
