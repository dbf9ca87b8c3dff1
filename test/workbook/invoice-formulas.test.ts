import { isCallNode, isIdentifierNode, parse, tokenize, type AstExpression } from '@borgar/fx';
import { planFacts } from '../../src/plan/facts.ts';
import { usualSheetNames } from '../../src/workbook/defined-names.ts';
import { invoiceColumns } from '../../src/workbook/invoice-columns.ts';
import { formulaOf } from '../../src/workbook/invoice-formulas.ts';
import { workbookLayout } from '../../src/workbook/workbook-layout.ts';
import { samplePlan } from '../support/sample-plan.ts';

const excel2010 = new Set(
  'AND CODE COLUMN DATE DAY FIND IF IFERROR INDEX INT ISERROR ISNUMBER LEFT LEN MATCH MID MONTH NOT OR RIGHT ROUND SUBSTITUTE SUMIF UPPER YEAR'.split(
    ' ',
  ),
);

/** Names of all functions that a parsed formula calls. */
function functionsIn(node: unknown, found = new Set<string>()): Set<string> {
  if (typeof node !== 'object' || node === null) return found;
  if (isCallNode(node as AstExpression)) {
    const { callee } = node as { callee: AstExpression };
    if (isIdentifierNode(callee)) found.add((callee as { name: string }).name.toUpperCase());
  }
  for (const part of Object.values(node)) {
    if (Array.isArray(part)) for (const item of part) functionsIn(item, found);
    else functionsIn(part, found);
  }
  return found;
}

test('every formula that we write parses, with functions of Excel 2010 only', async () => {
  const profile = await samplePlan();
  const offered = planFacts(profile).services;
  const layout = workbookLayout({
    profile,
    offered,
    names: { ...usualSheetNames, setup: "Owner's setup (2)" },
    rows: 100,
    state: { planId: '', profileVersion: '', layoutVersion: '', rows: '', seal: '', attempt: '' },
  });
  const formulas = layout.sheets.flatMap((sheet) => [
    ...sheet.regions.flatMap(({ contents }) => (contents.kind === 'formulas' ? contents.firstRow : [])),
    ...sheet.regions.flatMap(({ validation }) => {
      if (validation === null || validation.rule.kind === 'any') return [];
      return [validation.rule.kind === 'list' ? validation.rule.source : validation.rule.formula];
    }),
    ...sheet.conditionalFormats.map(({ formula }) => formula),
  ]);
  expect(formulas.length).toBeGreaterThan(150);
  for (const formula of formulas) {
    const outside = [...functionsIn(parse(tokenize(formula)))].filter((name) => !excel2010.has(name));
    expect({ formula, outside }).toEqual({ formula, outside: [] });
    // Array constants are refused by conditional formats and validations.
    expect(formula).not.toMatch(/[{}]/);
    expect(formula.length).toBeLessThan(8192);
  }
});

test('formulas refer to their own row; only element 42 sums over its column', () => {
  for (const column of invoiceColumns) {
    const formula = formulaOf(column, 57, 100);
    if (formula === null) continue;
    const own = formula
      .replaceAll(/('[^']+'|[A-Za-z]+)!\$[A-Z]+\$\d+(:\$[A-Z]+\$\d+)?/g, '')
      .match(/\$[A-Z]+\$?\d+(:\$[A-Z]+\$\d+)?/g);
    for (const reference of own ?? []) {
      if (column.kind === 'derived' && column.key === 'invoiceAmount' && reference.includes(':')) continue;
      expect(reference).toMatch(/^\$[A-Z]+57$/);
    }
  }
});
