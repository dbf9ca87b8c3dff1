import type { ScalarFormula } from '../model/cell-store.ts';
import { Refusal } from '../model/refusal.ts';
import { CellError, cellErrors, type CellValue, isErrorCode } from '../model/value.ts';
import { compileArray } from './array-compiler.ts';
import type { Engine } from './engine.ts';
import { formulaProblem } from './formula-parser.ts';
import {
  applyScalar,
  argumentAt,
  type ArrayLiteral,
  type Call,
  checkArguments,
  type Operator,
  type Reference,
  type Tree,
} from './formula-tree.ts';
import type { FunctionDefinition, ScalarFunction } from './functions/definition.ts';
import { functionDefinition } from './functions/registry.ts';
import { singleValue } from './functions/values-of.ts';
import { ArrayOperand, type Operand, type OperandFormula, RangeOperand } from './operand.ts';
import {
  type BinaryOperation,
  binaryOperations,
  type UnaryOperation,
  unaryOperations,
  withoutBinaryRest,
} from './operators.ts';
import type { PartCompiler } from './part-compiler.ts';
import { areaFrom, parseReference, type RelativeReference } from './relative-reference.ts';
import { compileSpecialOperand, compileSpecialScalar } from './special-forms.ts';
import { checkTextFormat } from './text-format-check.ts';

const spill = 'The workbench does not model formulas that fill several cells or work through arrays.';

/** Turns a formula's tree into closures. One compiler per formula; it notes names and volatile functions as it goes. */
export class FormulaCompiler implements PartCompiler {
  readonly engine: Engine;
  readonly names = new Set<string>();
  /** References beyond those written out, which formulas such as `A1:INDEX(…)` may read. */
  readonly impliedReferences: RelativeReference[] = [];
  isVolatile = false;
  readonly #row: number;
  readonly #column: number;
  readonly #binary: Readonly<Record<string, BinaryOperation>>;
  readonly #unary: Readonly<Record<string, UnaryOperation>>;

  /** `row` and `column` are where the formula stands whose tree is compiled. */
  constructor(engine: Engine, row: number, column: number) {
    this.engine = engine;
    this.#row = row;
    this.#column = column;
    this.#binary = binaryOperations(engine);
    this.#unary = unaryOperations(engine);
  }

  /** The whole formula of a cell: a blank becomes 0, and the rest of binary fractions goes from a last difference. */
  formula(tree: Tree): ScalarFormula {
    const evaluate = this.#isDifference(tree) ? this.#difference(tree) : this.scalar(tree);
    return (cell) => evaluate(cell) ?? 0;
  }

  /** A part where one value is wanted. */
  scalar(tree: Tree | null): ScalarFormula {
    if (tree === null) return () => null;
    switch (tree.type) {
      case 'Literal': {
        const { value } = tree;
        return () => value;
      }
      case 'ErrorLiteral': {
        const error = errorOf(tree.value);
        return () => error;
      }
      case 'ReferenceIdentifier':
        return tree.kind === 'name' ? this.#nameScalar(tree) : this.#cell(tree);
      case 'UnaryExpression': {
        const operation = this.unaryOperation(tree);
        const operand = this.scalar(argumentAt(tree, 0));
        return (cell) => operation(operand(cell));
      }
      case 'BinaryExpression': {
        if (tree.operator === ':') return this.#dynamicScalar(tree);
        const operation = this.binaryOperation(tree);
        const left = this.scalar(argumentAt(tree, 0));
        const right = this.scalar(argumentAt(tree, 1));
        return (cell) => operation(left(cell), right(cell));
      }
      case 'CallExpression':
        return compileSpecialScalar(this, tree) ?? this.#call(tree);
      default:
        throw new Refusal('notModelled', spill);
    }
  }

  /** A part where a range or array is welcome. */
  operand(tree: Tree | null): OperandFormula {
    if (tree?.type === 'ReferenceIdentifier') {
      return tree.kind === 'name' ? this.#name(tree) : this.#range(tree);
    }
    if (tree?.type === 'ArrayExpression') {
      const array = arrayOf(tree);
      return () => array;
    }
    if (tree?.type === 'BinaryExpression' && tree.operator === ':') return this.#spanned(tree);
    const special = tree?.type === 'CallExpression' ? compileSpecialOperand(this, tree) : undefined;
    return special ?? this.scalar(tree);
  }

  binaryOperation(tree: Operator): BinaryOperation {
    const operation = this.#binary[tree.operator];
    if (operation === undefined)
      throw new Refusal('notModelled', `The workbench does not model the operator "${tree.operator}".`);
    return operation;
  }

  unaryOperation(tree: Operator): UnaryOperation {
    const operation = this.#unary[tree.operator];
    if (operation === undefined)
      throw new Refusal('notModelled', `The workbench does not model the operator "${tree.operator}".`);
    return operation;
  }

  /** The function of a call, once the number of its arguments is right. */
  definition(tree: Call): FunctionDefinition {
    const name = tree.callee.name.toUpperCase();
    const definition = functionDefinition(name);
    checkArguments(tree, definition.minimum, definition.maximum);
    if (name === 'TODAY') this.isVolatile = true;
    if (name === 'TEXT') checkTextFormat(tree.arguments[1]);
    return definition;
  }

  /** The reference of a tree that is one, for forms that look at it themselves. */
  reference(tree: Reference): RelativeReference {
    const reference = parseReference(tree.value, this.#row, this.#column, this.engine.sheetIdOf);
    if (reference === undefined || reference === 'unknownSheet') throw new Refusal('invalidFormula', formulaProblem);
    return reference;
  }

  #call(tree: Call): ScalarFormula {
    const definition = this.definition(tree);
    const { engine } = this;
    if (definition.kind === 'scalar')
      return scalarCall(
        definition,
        tree.arguments.map((one) => this.scalar(one)),
        engine,
      );
    const isArrayFunction = tree.callee.name.toUpperCase() === 'SUMPRODUCT';
    const operands = tree.arguments.map((one, place): OperandFormula => {
      if (isArrayFunction) return compileArray(this, one);
      return definition.takesOperand(place) ? this.operand(one) : this.scalar(one);
    });
    return (cell) =>
      definition.evaluate(
        operands.map((operand) => operand(cell)),
        engine,
        cell,
      );
  }

  #cell(tree: Reference): ScalarFormula {
    const reference = this.reference(tree);
    if (reference.kind !== 'cell') throw new Refusal('notModelled', spill);
    const { engine } = this;
    const { sheetId, top, left, topFixed, leftFixed } = reference;
    if (sheetId !== undefined) {
      return (cell) => {
        const store = engine.storeOf(sheetId);
        return store === undefined
          ? cellErrors['#REF!']
          : engine.read(store, topFixed ? top : cell.row + top, leftFixed ? left : cell.column + left);
      };
    }
    return (cell) => engine.read(cell.store, topFixed ? top : cell.row + top, leftFixed ? left : cell.column + left);
  }

  #range(tree: Reference): OperandFormula {
    const reference = this.reference(tree);
    const { engine } = this;
    return (cell) => {
      const store = reference.sheetId === undefined ? cell.store : engine.storeOf(reference.sheetId);
      const area = areaFrom(reference, cell.row, cell.column);
      return store === undefined || area === undefined
        ? cellErrors['#REF!']
        : new RangeOperand(store, area.top, area.left, area.bottom, area.right);
    };
  }

  #name(tree: Reference): OperandFormula {
    const name = tree.value.toUpperCase();
    if (name.includes('!')) throw new Refusal('notModelled', 'The workbench does not model names of one sheet.');
    this.names.add(name);
    const { engine } = this;
    return () => {
      const operand = engine.nameOperand(name);
      return operand === undefined ? cellErrors['#NAME?'] : operand;
    };
  }

  #nameScalar(tree: Reference): ScalarFormula {
    const operand = this.#name(tree);
    const now = this.engine.nameOperand(tree.value.toUpperCase());
    if (now !== undefined && singleValue(now, this.engine) === undefined) throw new Refusal('notModelled', spill);
    return (cell) => this.one(operand(cell));
  }

  /** `first:second`, where one of them is worked out (`A1:INDEX(…)`). */
  #spanned(tree: Operator): OperandFormula {
    const [first, second] = [argumentAt(tree, 0), argumentAt(tree, 1)];
    this.impliedReferences.push(...this.#spanReferences([first, second]));
    const left = this.operand(first);
    const right = this.operand(second);
    return (cell) => {
      const one = left(cell);
      const other = right(cell);
      if (one instanceof CellError) return one;
      if (other instanceof CellError) return other;
      if (!(one instanceof RangeOperand && other instanceof RangeOperand)) return cellErrors['#VALUE!'];
      if (one.store !== other.store) return cellErrors['#VALUE!'];
      return new RangeOperand(
        one.store,
        Math.min(one.top, other.top),
        Math.min(one.left, other.left),
        Math.max(one.bottom, other.bottom),
        Math.max(one.right, other.right),
      );
    };
  }

  /** The block around everything that both ends may give, so that changes between them are noticed. */
  #spanReferences(trees: readonly (Tree | null)[]): readonly RelativeReference[] {
    const references = trees.flatMap((tree) => referencesIn(tree)).map((one) => this.reference(one));
    const [first] = references;
    if (first === undefined || references.length < 2) throw new Refusal('notModelled', spill);
    const alike = (one: RelativeReference): boolean =>
      one.sheetId === first.sheetId &&
      one.topFixed === first.topFixed &&
      one.leftFixed === first.leftFixed &&
      one.bottomFixed === first.bottomFixed &&
      one.rightFixed === first.rightFixed;
    const ranges = references.filter((one) => one.kind !== 'cell' || one === first);
    if (!ranges.every(alike))
      throw new Refusal('notModelled', 'The workbench models A1:INDEX(…) only with equal $ signs.');
    return [
      {
        ...first,
        kind: 'area',
        top: Math.min(...ranges.map((one) => one.top)),
        left: Math.min(...ranges.map((one) => one.left)),
        bottom: Math.max(...ranges.map((one) => one.bottom)),
        right: Math.max(...ranges.map((one) => one.right)),
      },
    ];
  }

  #dynamicScalar(tree: Operator): ScalarFormula {
    const operand = this.#spanned(tree);
    return (cell) => this.one(operand(cell));
  }

  /** The one value of an operand; a range of several cells has none. */
  one(operand: Operand): CellValue {
    const value = singleValue(operand, this.engine);
    return value === undefined ? cellErrors['#VALUE!'] : value;
  }

  #isDifference(tree: Tree): tree is Operator {
    return tree.type === 'BinaryExpression' && (tree.operator === '-' || tree.operator === '+');
  }

  #difference(tree: Operator): ScalarFormula {
    const operation = this.binaryOperation(tree);
    const left = this.scalar(argumentAt(tree, 0));
    const right = this.scalar(argumentAt(tree, 1));
    return (cell) => {
      const one = left(cell);
      const other = right(cell);
      return withoutBinaryRest(operation(one, other), one, other);
    };
  }
}

function scalarCall(definition: ScalarFunction, parts: readonly ScalarFormula[], engine: Engine): ScalarFormula {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return (cell) => applyScalar(definition, [only(cell)], engine);
  return (cell) =>
    applyScalar(
      definition,
      parts.map((part) => part(cell)),
      engine,
    );
}

function errorOf(code: string): CellError {
  const upper = code.toUpperCase();
  if (!isErrorCode(upper)) throw new Refusal('notModelled', `The workbench does not model the error ${code}.`);
  return cellErrors[upper];
}

function arrayOf(tree: ArrayLiteral): ArrayOperand {
  const rows = tree.elements;
  const values = rows.flat().map((element): CellValue => {
    if (element.type === 'Literal') return element.value;
    if (element.type === 'ErrorLiteral') return errorOf(element.value);
    throw new Refusal('invalidFormula', formulaProblem);
  });
  return new ArrayOperand(rows.length, rows[0]?.length ?? 0, values);
}

function referencesIn(tree: Tree | null): readonly Reference[] {
  if (tree === null) return [];
  if (tree.type === 'ReferenceIdentifier') return tree.kind === 'name' ? [] : [tree];
  if (tree.type === 'CallExpression') return referencesIn(tree.arguments[0] ?? null);
  return [];
}
