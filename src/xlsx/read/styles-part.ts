import type { ReadLimits } from './limits.ts';
import type { OfficePackage } from './package.ts';
import { refuse } from './refused.ts';
import { Vocabulary } from './vocabulary.ts';
import { attributesOf } from './xml-text.ts';

/** What a cell's number format makes of a number: a date, digits with zeros in front up to a length, or a number. */
export type NumberForm = 'date' | 'number' | { readonly digits: number };

/** The number forms of a workbook's cell styles, by index. */
export type CellForms = readonly NumberForm[];

/** Built-in formats of dates, those of East Asian editions too (ECMA-376 part 1, 18.8.30); 18 to 21 and 45 to 47 are times. */
const builtInDates = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** Longest format code that Excel keeps. */
const longestCode = 255;

/** Reads what the cell styles make of numbers. @throws WorkbookRefused, for a million styles among others */
export function readCellForms(parts: OfficePackage, name: string, limits: ReadLimits): CellForms {
  const codes = new Map<number, NumberForm>();
  const forms: NumberForm[] = [];
  let isCellStyles = false;
  let counted = 0;
  const vocabulary = new Vocabulary('styleSheet');
  parts.readXml(name, {
    wantsText: false,
    open: (tag, raw) => {
      switch (vocabulary.local(tag, raw)) {
        case 'numFmt': {
          const attributes = attributesOf(raw);
          codes.set(Number(attributes.get('numFmtId')), formOf(attributes.get('formatCode') ?? ''));
          break;
        }
        case 'cellXfs':
          isCellStyles = true;
          break;
        case 'xf': {
          counted += 1;
          if (!isCellStyles) break;
          const format = Number(attributesOf(raw).get('numFmtId') ?? 0);
          forms.push(codes.get(format) ?? (builtInDates.has(format) ? 'date' : 'number'));
          break;
        }
        case 'font':
        case 'fill':
        case 'border':
        case 'dxf':
          counted += 1;
      }
      if (counted > limits.styles * 4 || forms.length > limits.styles || codes.size > limits.styles) {
        refuse('tooManyStyles');
      }
    },
    close: (tag) => {
      if (vocabulary.local(tag) === 'cellXfs') isCellStyles = false;
    },
    text: () => undefined,
  });
  return forms;
}

/** What a format code says: letters of dates outside of quotes, brackets and escapes make a date. */
function formOf(code: string): NumberForm {
  if (code.length > longestCode) return 'number';
  if (/^0{2,15}$/.test(code)) return { digits: code.length };
  const [positive = ''] = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';');
  return /[dy]/i.test(positive) ? 'date' : 'number';
}
