import { columnIndex } from '../model/address.ts';
import type { FormulaShape } from '../model/cell-store.ts';
import type { Engine } from './engine.ts';
import { FormulaCompiler } from './formula-compiler.ts';
import { maximumFormulaLength, type ParsedFormula, parseFormula } from './formula-parser.ts';
import { type FormulaPart, formulaText, type Shape } from './formula-shape.ts';
import { argumentAt, type Tree } from './formula-tree.ts';
import type { RangeShape } from './operand.ts';
import { leavesSheet, type RelativeReference, referenceKey } from './relative-reference.ts';

/** Every distinct formula of a workbook, parsed and compiled once whatever the number of its copies. */
export class FormulaLibrary {
  readonly #engine: Engine;
  readonly #sheetNameOf: (id: string) => string | undefined;
  readonly #formulas = new Map<string, FormulaShape>();
  readonly #ranges = new Map<string, RangeShape>();
  /** Shapes by text with cell references written as offsets: recognises a copy without parsing it. */
  readonly #byText = new Map<string, FormulaShape>();

  constructor(engine: Engine, sheetNameOf: (id: string) => string | undefined) {
    this.#engine = engine;
    this.#sheetNameOf = sheetNameOf;
  }

  /**
   * The shape of a formula (with `=`) that stands at `row`, `column`.
   * @throws Refusal where Excel cannot read the formula or the workbench does not model it.
   */
  read(text: string, row: number, column: number): FormulaShape {
    const quick = text.length <= maximumFormulaLength ? quickKey(text, row, column) : undefined;
    const known = quick === undefined ? undefined : this.#byText.get(quick);
    if (known !== undefined) return known;
    const shape = this.#formulaOf(this.#parse(text, row, column), row, column);
    if (quick !== undefined) this.#byText.set(quick, shape);
    return shape;
  }

  /** The shape of a formula that may give a range, as those of names and list sources do. */
  readRange(text: string, row: number, column: number): RangeShape {
    return this.#rangeOf(this.#parse(text, row, column), row, column);
  }

  /** The shape of parts whose references were changed; `row`, `column` is a cell from which all of them are valid. */
  fromParts(parts: readonly FormulaPart[], row: number, column: number): FormulaShape {
    const text = formulaText(parts, row, column, this.#sheetNameOf);
    return this.#formulas.get(keyOf(parts)) ?? this.#formulaOf(this.#parse(text, row, column), row, column);
  }

  /** The same for a formula that may give a range. */
  rangeFromParts(parts: readonly FormulaPart[], row: number, column: number): RangeShape {
    const text = formulaText(parts, row, column, this.#sheetNameOf);
    return this.#ranges.get(keyOf(parts)) ?? this.#rangeOf(this.#parse(text, row, column), row, column);
  }

  /** The formula as it reads in a cell. */
  write(shape: Shape<unknown>, row: number, column: number): string {
    return formulaText(shape.parts, row, column, this.#sheetNameOf);
  }

  /** The shape as seen from a cell to which it was copied: what then lies outside the sheet is `#REF!` for good. */
  copied(shape: FormulaShape, row: number, column: number): FormulaShape {
    const outside = (reference: RelativeReference): boolean => leavesSheet(reference, row, column);
    if (!shape.references.some(outside)) return shape;
    const parts = shape.parts.map((part) => (typeof part !== 'string' && outside(part) ? '#REF!' : part));
    return this.fromParts(parts, row, column);
  }

  /** Texts are read anew: a sheet has come, gone or changed its name. Shapes know sheets by id and stay. */
  forgetTexts(): void {
    this.#byText.clear();
  }

  #parse(text: string, row: number, column: number): ParsedFormula {
    return parseFormula(text, row, column, this.#engine.sheetIdOf);
  }

  #formulaOf(parsed: ParsedFormula, row: number, column: number): FormulaShape {
    return this.#shapeOf(this.#formulas, parsed, row, column, (compiler) => compiler.formula(parsed.tree));
  }

  #rangeOf(parsed: ParsedFormula, row: number, column: number): RangeShape {
    return this.#shapeOf(this.#ranges, parsed, row, column, (compiler) => compiler.operand(parsed.tree));
  }

  #shapeOf<Evaluate>(
    known: Map<string, Shape<Evaluate>>,
    { tree, parts }: ParsedFormula,
    row: number,
    column: number,
    compile: (compiler: FormulaCompiler) => Evaluate,
  ): Shape<Evaluate> {
    const key = keyOf(parts);
    const existing = known.get(key);
    if (existing !== undefined) return existing;
    const compiler = new FormulaCompiler(this.#engine, row, column);
    const evaluate = compile(compiler);
    const shape: Shape<Evaluate> = {
      key,
      parts,
      references: [...parts.filter((part) => typeof part !== 'string'), ...compiler.impliedReferences],
      names: [...compiler.names],
      isVolatile: compiler.isVolatile,
      givesDate: givesDate(tree),
      evaluate,
    };
    known.set(key, shape);
    return shape;
  }
}

/** TODAY and DATE, and either with a number added or taken off. */
function givesDate(tree: Tree | null): boolean {
  if (tree?.type === 'CallExpression') return /^(?:TODAY|DATE)$/i.test(tree.callee.name);
  if (tree?.type !== 'BinaryExpression' || (tree.operator !== '+' && tree.operator !== '-')) return false;
  return givesDate(argumentAt(tree, 0)) !== givesDate(argumentAt(tree, 1));
}

function keyOf(parts: readonly FormulaPart[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : `⟨${referenceKey(part)}⟩`)).join('');
}

const piece =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'!|(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\w.(!])|[A-Za-z_\\][\w.\\]*[(!]?|\d[\w.]*/g;

/**
 * The text with every cell reference as an offset, so that copies of a formula read alike. Undefined where a text does
 * not show that surely (entire rows and columns, names beyond ASCII): such a formula is parsed every time.
 */
function quickKey(text: string, row: number, column: number): string | undefined {
  const withoutTexts = text.includes('"') ? text.replace(/"(?:[^"]|"")*"/g, '""') : text;
  if (/[A-Za-z]:\$?[A-Za-z]|\d:\$?\d|[\u0080-\uffff]/.test(withoutTexts)) return undefined;
  return text.replace(
    piece,
    (found: string, fixedColumn?: string, letters?: string, fixedRow?: string, digits?: string): string => {
      if (letters === undefined || digits === undefined) return found;
      const across = fixedColumn === '$' ? letters.toUpperCase() : `[${String(columnIndex(letters) - column)}]`;
      return `⟨${across},${fixedRow === '$' ? digits : `[${String(Number(digits) - 1 - row)}]`}⟩`;
    },
  );
}
