import { columnOf, type ColumnKey } from '../columns.ts';
import type { ElementKey } from '../elements.ts';
import type { Finding } from '../finding.ts';
import type { RepairCode } from '../repairs.ts';
import { isRuleCode } from '../rules/index.ts';
import type { Catalogue, Words } from './catalogue.ts';
import { english } from './english.ts';
import { spanish } from './spanish.ts';

/** Every language: a further one is a catalogue and a line here. */
const catalogues = { en: english, es: spanish } as const satisfies Readonly<Record<string, Catalogue>>;

/** A language of the product, by its ISO 639-1 code. */
export type Language = keyof typeof catalogues;

/** The languages, English first. */
export const languages = Object.keys(catalogues) as readonly Language[];

/**
 * A finding in a biller's words. They name the column as its header does, and never hold the value of a cell.
 */
export function wordsFor(finding: Pick<Finding, 'code' | 'column'>, language: Language): Words {
  return ruleWords(finding.code, columnOf(finding.column).header, language);
}

/**
 * The words of a rule, for whoever speaks of it without a cell.
 *
 * @param name what stands for the column
 */
export function ruleWords(code: string, name: string, language: Language): Words {
  const catalogue = catalogues[language];
  const words = isRuleCode(code) ? catalogue.rules[code] : catalogue.unknownRule;
  const named = (text: string) => text.replaceAll('{element}', () => name);
  return { title: named(words.title), message: named(words.message), fix: named(words.fix) };
}

/** What the rule of a code is about, in a few words, or null where this version has no such rule. */
export function ruleTitle(code: string, language: Language): string | null {
  return isRuleCode(code) ? catalogues[language].rules[code].title : null;
}

/** What to enter in a column, in a biller's words. */
export function elementHelp(column: ColumnKey, language: Language): string {
  // Every element's key is one of the table's; only the type of a table row says less.
  return catalogues[language].elements[columnOf(column).element.key as ElementKey];
}

/** What a repair does, as the label of a choice. */
export function repairWords(code: RepairCode, language: Language): string {
  return catalogues[language].repairs[code];
}
