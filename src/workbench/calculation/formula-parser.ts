import { type AstExpression, parse, type Token, tokenize } from '@borgar/fx';
import { Refusal } from '../model/refusal.ts';
import type { FormulaPart } from './formula-shape.ts';
import { parseReference, type SheetFinder } from './relative-reference.ts';

/** A formula read from its text: what it says, and the pieces in which its references can follow a move. */
export interface ParsedFormula {
  readonly tree: AstExpression;
  readonly parts: readonly FormulaPart[];
}

/** Characters that a formula may have. */
export const maximumFormulaLength = 8192;

/** What Excel says where a formula cannot be read. */
export const formulaProblem = "There's a problem with this formula.";

/**
 * Reads a formula (with `=`) that stands at `row`, `column`. Function names, TRUE and FALSE become upper case, as
 * Excel writes them; blanks stay.
 * @throws Refusal `invalidFormula` where Excel cannot read it either, `notModelled` for tables and other workbooks.
 */
export function parseFormula(text: string, row: number, column: number, sheetIdOf: SheetFinder): ParsedFormula {
  if (text.length > maximumFormulaLength) {
    throw new Refusal('tooLarge', 'Text in a formula may not be longer than 8192 characters.');
  }
  const tokens = tokenize(text);
  const parts: FormulaPart[] = [];
  for (const token of tokens) {
    const part = partOf(token, row, column, sheetIdOf);
    const last = parts.length - 1;
    if (typeof part === 'string' && typeof parts[last] === 'string') parts[last] += part;
    else parts.push(part);
  }
  return { tree: treeOf(tokens), parts };
}

function treeOf(tokens: Token[]): AstExpression {
  try {
    return parse(tokens);
  } catch {
    throw new Refusal('invalidFormula', formulaProblem);
  }
}

function partOf(token: Token, row: number, column: number, sheetIdOf: SheetFinder): FormulaPart {
  switch (token.type) {
    case 'fx_prefix':
      return '';
    case 'func':
    case 'bool':
    case 'error':
      return token.value.toUpperCase();
    case 'range':
    case 'range_beam':
      return referenceOf(token.value, row, column, sheetIdOf);
    case 'string':
      if (token.unterminated === true) throw new Refusal('invalidFormula', formulaProblem);
      return token.value;
    case 'range_ternary':
    case 'structured':
      throw new Refusal('notModelled', `The workbench does not model the reference ${token.value}.`);
    default:
      return token.value;
  }
}

function referenceOf(text: string, row: number, column: number, sheetIdOf: SheetFinder): FormulaPart {
  if (text.includes('[')) throw new Refusal('notModelled', 'The workbench does not model other workbooks.');
  const reference = parseReference(text, row, column, sheetIdOf);
  if (reference === undefined) throw new Refusal('invalidFormula', formulaProblem);
  if (reference === 'unknownSheet') {
    // Excel asks for a workbook that has such a sheet.
    throw new Refusal('invalidFormula', 'The formula names a sheet that this workbook does not have.');
  }
  return reference;
}
