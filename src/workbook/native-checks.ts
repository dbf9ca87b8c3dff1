import type { DataElement } from '../guidance/elements.ts';
import { listNames } from './defined-names.ts';

/**
 * The guidance's formats as worksheet formulas, for native validation and for the red of a malformed cell. They are
 * advice: a paste goes past validation, and what a formula cannot say (check digits, calendars of codes) only our
 * check says. Functions are those of Excel 2010; array constants, which conditional formats refuse, are not used.
 */

/** The code in front of a list entry (`12` of `12 · Home`), as a formula over the cell. */
export function codeOf(cell: string): string {
  return `LEFT(${cell},FIND(" ",${cell}&" ")-1)`;
}

function isLetter(text: string): string {
  return `AND(CODE(UPPER(${text}))>64,CODE(UPPER(${text}))<91)`;
}

/**
 * A formula that is true where the cell's content, not blank, is well-formed for the element.
 *
 * @param cell relative address of the cell, for example `U3`
 * @param serviceRow address of the row's service look-up, on sheets that have one
 */
export function wellFormed(
  element: DataElement,
  cell: string,
  options: { readonly serviceRow: string | null; readonly fractionalUnits: boolean },
): string {
  const longest = String(element.maximumLength);
  switch (element.format) {
    case 'npi':
      return `AND(LEN(${cell})=10,ISNUMBER(${cell}+0),OR(LEFT(${cell},1)="1",LEFT(${cell},1)="2"))`;
    case 'tin':
      return `AND(LEN(${cell})=9,ISNUMBER(${cell}+0))`;
    case 'phone':
      return `AND(LEN(${cell})<=10,ISNUMBER(${cell}+0),ISERROR(FIND("-",${cell})))`;
    case 'state':
      return `ISNUMBER(MATCH(${cell},${listNames.states},0))`;
    case 'zip':
      return `AND(OR(LEN(${cell})=5,LEN(${cell})=9,LEN(${cell})=10),ISNUMBER(SUBSTITUTE(${cell},"-","")+0))`;
    case 'cin':
      return `AND(LEN(${cell})=9,ISNUMBER(LEFT(${cell},8)+0),${isLetter(`RIGHT(${cell},1)`)})`;
    case 'homelessnessIndicator':
      return `${cell}&""="1"`;
    case 'date':
      return `AND(ISNUMBER(${cell}),${cell}>=1,${cell}=INT(${cell}))`;
    case 'procedureCode':
      return options.serviceRow === null ? `LEN(${codeOf(cell)})=5` : `${options.serviceRow}>0`;
    case 'modifier':
      return `LEN(${cell})=2`;
    case 'unitCount':
      return options.fractionalUnits
        ? `AND(ISNUMBER(${cell}),${cell}>0)`
        : `AND(ISNUMBER(${cell}),${cell}>0,${cell}=INT(${cell}))`;
    case 'placeOfService':
      return `AND(LEN(${codeOf(cell)})=2,ISNUMBER(MATCH(${codeOf(cell)},${listNames.placeCodes},0)))`;
    case 'diagnosisCode': {
      const code = codeOf(cell);
      return `AND(LEN(${code})>=3,LEN(${code})<=8,${isLetter(`LEFT(${cell},1)`)},ISNUMBER(MID(${cell},2,1)+0))`;
    }
    case 'money':
      return `AND(ISNUMBER(${cell}),${cell}>=0)`;
    case 'invoiceNumber':
      return `AND(LEN(${cell})=10,ISNUMBER(${cell}+0))`;
    case 'text':
      return `LEN(${cell})<=${longest}`;
  }
}

/** The Excel number format of an element's cells; null is General. */
export function numberFormatOf(element: DataElement): string | null {
  switch (element.format) {
    case 'date':
      return 'mm\\/dd\\/yyyy';
    case 'money':
      return '#,##0.00';
    case 'unitCount':
      return null;
    default:
      return '@';
  }
}
