/**
 * `npm run error-reference`: writes what stands under `docs/reference/` from the rules: every finding, repair and
 * refusal in each language, and what became of each requirement. A test holds the files current.
 */
import { elements } from '../src/guidance/elements.ts';
import { languages, repairWords, ruleWords, type Language } from '../src/guidance/messages/words.ts';
import { formRepairCodes, requestedRepairCodes } from '../src/guidance/repair.ts';
import { rules } from '../src/guidance/rules/index.ts';
import { isPlanFileRule } from '../src/guidance/rules/plan-files.ts';
import { problems } from '../src/submission/problem.ts';
import { markdownFile, markdownList, markdownTable, writeReference, type ReferenceFile } from './reference-file.ts';
import { referencePhrases } from './reference-phrases.ts';
import { requirementCatalogue } from './requirement-catalogue.ts';

type AnyRule = (typeof rules)[number];

const byCode = rules.toSorted((left, right) => (left.code < right.code ? -1 : 1));

/** The elements that a rule reads, in the guidance's sequence. */
function elementsOf(rule: AnyRule) {
  return elements.filter(({ key }) => rule.elements.includes(key));
}

/** A rule's words; where it reads one element, that one's name stands for the column. */
function wordsOf(rule: AnyRule, language: Language) {
  const [first, ...others] = elementsOf(rule);
  const name = first === undefined || others.length > 0 ? referencePhrases(language).anyColumn : first.name;
  return ruleWords(rule.code, name, language);
}

function findingEntry(rule: AnyRule, language: Language): string {
  const phrases = referencePhrases(language);
  const { title, message, fix } = wordsOf(rule, language);
  const read = elementsOf(rule).map(({ number, name }) => `${String(number)} ${name}`);
  return [
    `### ${rule.code}`,
    `**${title}** (${isPlanFileRule(rule.code) ? phrases.raisable : phrases.severities[rule.severity]}). ${message}`,
    markdownList([
      `${phrases.whatToDo}: ${fix}`,
      `${phrases.looksAt}: ${read.join('; ')}.`,
      `${phrases.source}: ${rule.citation}.`,
    ]),
  ].join('\n\n');
}

function repairRows(language: Language): readonly (readonly string[])[] {
  return [
    ...formRepairCodes.map((code) => [`\`${code}\``, repairWords(code, language)]),
    ...requestedRepairCodes.map((code) => [
      `\`${code}\``,
      `${repairWords(code, language)} (${referencePhrases(language).onRequest})`,
    ]),
  ];
}

function errorReference(language: Language): Promise<ReferenceFile> {
  const phrases = referencePhrases(language);
  const index = byCode.map((rule) => [
    `[\`${rule.code}\`](#${rule.code.toLowerCase()})`,
    phrases.severities[rule.severity],
    wordsOf(rule, language).title,
  ]);
  return markdownFile(`errors/${language === 'en' ? 'README' : language}.md`, [
    `# ${phrases.title}`,
    phrases.generated,
    ...phrases.introduction,
    `## ${phrases.findings}`,
    markdownTable([phrases.code, phrases.severity, phrases.about], index),
    ...byCode.map((rule) => findingEntry(rule, language)),
    `## ${phrases.repairs}`,
    phrases.repairsIntroduction,
    markdownTable([phrases.code, phrases.whatItDoes], repairRows(language)),
    `## ${phrases.problems}`,
    phrases.problemsIntroduction,
    markdownTable(
      [phrases.code, phrases.status, phrases.about, phrases.whatToDo],
      Object.entries(problems).map(([code, { status, title, detail }]) => [
        `\`${code}\``,
        String(status),
        title,
        detail,
      ]),
    ),
  ]);
}

/** Every file that this writes, as it has to be for the rules as they stand. */
export function referenceFiles(): Promise<readonly ReferenceFile[]> {
  return Promise.all([...languages.map(errorReference), requirementCatalogue()]);
}

if (import.meta.main) writeReference(await referenceFiles());
