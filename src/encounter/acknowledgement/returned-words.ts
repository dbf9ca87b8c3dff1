import { columnOf } from '../../guidance/columns.ts';
import type { Words } from '../../guidance/messages/catalogue.ts';
import { ruleWords, type Language } from '../../guidance/messages/words.ts';
import type { AcknowledgementCatalogue } from './messages/catalogue.ts';
import { english } from './messages/english.ts';
import { spanish } from './messages/spanish.ts';
import { reasonText, type Reason, type ReturnedFinding } from './returned-finding.ts';

const catalogues: Readonly<Record<Language, AcknowledgementCatalogue>> = { en: english, es: spanish };

/** The lists of one language, by the list that a reason is of. */
const lists = {
  interchange: 'interchangeNotes',
  group: 'groupErrors',
  transaction: 'transactionErrors',
  segment: 'segmentErrors',
  element: 'elementErrors',
  status: 'statusCodes',
  adjustment: 'adjustmentReasons',
  remark: 'remarkCodes',
} as const satisfies Readonly<Record<Reason['list'], keyof AcknowledgementCatalogue>>;

/**
 * What a receiver found, in a biller's words: those of our rule where one says the same, else words on the receiver's
 * code. They never hold the value of a cell.
 */
export function returnedWords({ rule, reason, column, fix }: ReturnedFinding, language: Language): Words {
  const header = column === null ? null : columnOf(column).header;
  if (rule !== null && header !== null) return ruleWords(rule, header, language);
  const catalogue = catalogues[language];
  const code = reasonText(reason);
  // A repair that names a cell is none where no cell is known.
  const repair = catalogue.fixes[fix === 'correctElement' && header === null ? 'correctInvoice' : fix];
  return {
    title: catalogue.titles[reason.list].replaceAll('{code}', () => code),
    message: meaningOf(reason, catalogue),
    fix: repair.replaceAll('{element}', () => header ?? '').replaceAll('{code}', () => code),
  };
}

function meaningOf(reason: Reason, catalogue: AcknowledgementCatalogue): string {
  const meaning = sentence(catalogue[lists[reason.list]], reason.code) ?? catalogue.unknownCode;
  if (reason.list !== 'status') return meaning;
  const ofCategory = sentence(catalogue.statusCategories, reason.category);
  return ofCategory === null ? meaning : `${meaning} ${ofCategory}`;
}

function sentence(list: Readonly<Record<string, string>>, code: string): string | null {
  return Object.hasOwn(list, code) ? (list[code] ?? null) : null;
}
