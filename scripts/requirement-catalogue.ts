import { elements } from '../src/guidance/elements.ts';
import { markdownFile, markdownList, type ReferenceFile } from './reference-file.ts';
import { designRules } from './requirements/design-rules.ts';
import { formDifferences } from './requirements/form-comparison.ts';
import type { Requirement } from './requirements/requirement.ts';
import { elementRequirements } from './requirements/requirements.ts';
import { codingRequirements } from './requirements/coding-requirements.ts';
import { readingRequirements } from './requirements/reading-requirements.ts';

function ruleLink(code: string): string {
  return `[\`${code}\`](errors/README.md#${code.toLowerCase()})`;
}

function holding(requirement: Requirement): string {
  if ('noRule' in requirement) return `No rule: ${requirement.noRule}`;
  if (!('codes' in requirement)) return 'Allowed: no error comes of it.';
  return `Held by ${requirement.codes.map(ruleLink).join(', ')}.`;
}

function entry(requirement: Requirement): string {
  const { key, text, note } = requirement;
  return [`**${key}** ${text}`, holding(requirement), ...(note === undefined ? [] : [note])].join(' ');
}

/** `E21.3` is of element 21. */
function requirementsOf(number: number): readonly Requirement[] {
  return elementRequirements.filter(({ key }) => key.startsWith(`E${String(number)}.`));
}

/** `docs/reference/catalogue.md`: what the sources ask for, and what became of it. */
export function requirementCatalogue(): Promise<ReferenceFile> {
  return markdownFile('catalogue.md', [
    '# Requirements and rules',
    'Made from `scripts/requirements/` by `npm run error-reference`.',
    'Everything that the DHCS guidance, the coding table of ECM and Community Supports, and the readings of what they leave open ask of an invoice, in our words, with the rules that hold it or the reason why none does. “Worth a look” is a warning, which never returns an invoice.',
    '## Elements',
    ...elements.flatMap(({ number, name }) => [
      `### ${String(number)} ${name}`,
      markdownList(requirementsOf(number).map(entry)),
    ]),
    '## Coding table',
    markdownList(codingRequirements.map(entry)),
    '## What the guidance leaves open',
    markdownList(readingRequirements.map(entry)),
    '## Forms',
    'Where a cell takes another form than was proposed for its element. The forms of all other elements are the proposed ones; a test tries them.',
    markdownList(
      formDifferences.map(
        ({ elements: numbers, proposed, ours, reason }) =>
          `**${numbers.map(String).join(', ')}** Proposed: ${proposed}. Here: ${ours}. ${reason}`,
      ),
    ),
    '## Rules of our own',
    'What no requirement asks for, each with its reason.',
    markdownList(designRules.map(({ code, reason }) => `${ruleLink(code)} ${reason ?? ''}`)),
  ]);
}
