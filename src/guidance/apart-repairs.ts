import { cellRepair, diagnosisForm } from './cell-repairs.ts';
import { cleaned, isBlank } from './clean-text.ts';
import { columnOf, diagnosisKeys, modifierKeys, type ColumnKey, type LineText } from './columns.ts';
import { undotted } from './diagnosis-codes.ts';
import { isWellFormed } from './formats.ts';
import type { CellChange, FormRepair } from './repair.ts';
import { serviceLabel, services, telehealthModifier } from './services.ts';

/**
 * Several codes in one cell, each put into a cell of its own. Nothing is lost and nothing doubled: where one of the
 * codes stands on the line already, or there are more codes than free cells, only a person can tell what is meant.
 */
type ApartRepair = Omit<FormRepair, 'line'>;

/** The repairs of a line that put several codes of one cell into a cell each. */
export function apartRepairs(text: LineText): readonly ApartRepair[] {
  const service = serviceApart(text);
  return [
    ...(service === null ? [] : [service]),
    ...listApart('MODIFIERS_APART', text, modifierKeys, modifiersIn, (code) => code),
    ...listApart('DIAGNOSES_APART', text, diagnosisKeys, diagnosesIn, undotted),
  ];
}

const lists = new Set<ColumnKey>([...modifierKeys, ...diagnosisKeys]);

/** Whether codes of a cell come apart. Quick where the cell cannot hold several, as almost none does. */
export function comesApart(text: LineText, column: ColumnKey): boolean {
  const isLong =
    column === 'procedureCode' ? text.procedureCode.length > 5 : lists.has(column) && isCrowded(column, text[column]);
  return isLong && apartRepairs(text).some((repair) => repair.column === column);
}

/**
 * The cells of a repeated element that hold several codes: the first code stays, the others go into the next free
 * cells behind it, in their order. No cell in front is filled, since that could make another diagnosis the principal.
 */
function listApart(
  code: 'MODIFIERS_APART' | 'DIAGNOSES_APART',
  text: LineText,
  keys: readonly ColumnKey[],
  codesIn: (text: string) => readonly string[] | null,
  identity: (code: string) => string,
): readonly ApartRepair[] {
  if (!keys.some((key) => isCrowded(key, text[key]))) return [];
  const cells = keys.map((column) => ({ column, text: text[column], codes: codesOf(column, text[column], codesIn) }));
  const counts = new Map<string, number>();
  for (const cell of cells) {
    for (const each of cell.codes ?? []) counts.set(identity(each), (counts.get(identity(each)) ?? 0) + 1);
  }
  const free = cells.map((cell) => isBlank(cell.text));
  return cells.flatMap(({ column, codes }, place): readonly ApartRepair[] => {
    if (codes === null || codes.length < 2 || codes.some((each) => counts.get(identity(each)) !== 1)) return [];
    const places = cells.flatMap((_, index) => (index > place && free[index] === true ? [index] : []));
    if (places.length < codes.length - 1) return [];
    const changes = codes.map((value, index): CellChange => {
      const target = index === 0 ? place : (places[index - 1] ?? place);
      free[target] = false;
      return { column: keys[target] ?? column, value };
    });
    return [{ code, column, changes }];
  });
}

/** Whether a cell might hold several codes, which is rare: the rest is asked only then. */
function isCrowded(column: ColumnKey, text: string): boolean {
  return text.length > 3 && !isWellFormed[columnOf(column).element.format](text) && !isBlank(text);
}

/** The code of a cell as it will be when its form is repaired, or its several codes; null where it holds none. */
function codesOf(
  column: ColumnKey,
  text: string,
  codesIn: (text: string) => readonly string[] | null,
): readonly string[] | null {
  if (isBlank(text)) return null;
  if (isWellFormed[columnOf(column).element.format](text)) return [text];
  const repair = cellRepair(column, text, '1900');
  return repair === null ? codesIn(text) : [repair.value];
}

/** Marks that stand between codes and in no code. A hyphen is none: `F10-F19` is a range. */
const betweenCodes = /[,;/|\n\r]+/;

/** The diagnosis codes of a cell; null where a part of it is no code. */
function diagnosesIn(text: string): readonly string[] | null {
  const codes = text
    .split(betweenCodes)
    .map(cleaned)
    .filter((part) => part !== '')
    .flatMap((part) => {
      const one = diagnosisForm(part);
      return one === null ? diagnosesBetweenBlanks(part) : [one];
    });
  return codes.every((each) => each !== null) && codes.length > 0 ? codes : null;
}

/** Codes with blanks between them. `E11 I10` might be one code whose dot is a blank, so it is left to a person. */
function diagnosesBetweenBlanks(text: string): readonly (string | null)[] {
  const parts = text.split(/\s+/);
  const mightBeOne = parts.some((part, index) => {
    const next = parts[index + 1];
    return next !== undefined && part.length === 3 && next.length <= 4 && !next.includes('.');
  });
  return mightBeOne ? [null] : parts.map((part) => diagnosisForm(part));
}

const knownModifiers = new Set([telehealthModifier, ...services.flatMap(({ modifiers }) => modifiers)]);

/** The modifiers of a text; null where a part of it is none. */
function modifiersIn(text: string): readonly string[] | null {
  const parts = cleaned(text.replace(/[\r\n]+/g, ' '))
    .toUpperCase()
    .split(/[\s,;:/|-]+/)
    .filter((part) => part !== '');
  const codes = parts.flatMap((part) => (isWellFormed.modifier(part) ? [part] : gluedModifiers(part)));
  return codes.every((each) => each !== null) && codes.length > 0 ? codes : null;
}

/** `U2GQ`: modifiers have two characters each. Only those of the guidance's table, for `HOME` is not HO and ME. */
function gluedModifiers(text: string): readonly (string | null)[] {
  const pairs = text.match(/../g) ?? [];
  return text.length % 2 === 0 && pairs.every((pair) => knownModifiers.has(pair)) ? pairs : [null];
}

const labels = new Set(services.map((service) => serviceLabel(service).toUpperCase()));

/** The modifiers with which the guidance's table has a code. */
const tableModifiers = new Map<string, Set<string>>();
for (const { procedureCode, modifiers } of services) {
  const known = tableModifiers.get(procedureCode) ?? new Set([telehealthModifier]);
  tableModifiers.set(procedureCode, known);
  for (const modifier of modifiers) known.add(modifier);
}

/**
 * `G9012-U2`, `G9012 U2 GQ` or the list's entry `G9012 U2 · …` in the procedure code's cell: the code stays, the
 * modifiers go into their cells where these are blank. Only modifiers that the guidance's table has with the code
 * count: `T2038 X2` might be two units.
 */
function serviceApart(text: LineText): ApartRepair | null {
  const entry = text.procedureCode;
  if (entry.length <= 5 || isBlank(entry)) return null;
  const [, code = '', rest = '', name = ''] = /^([A-V]\d{4})([^·]*)(·.*)?$/.exec(cleaned(entry).toUpperCase()) ?? [];
  // A name with a number might hold another code, unless the entry is the list's own.
  if (/\d/.test(name) && !labels.has(cleaned(entry).toUpperCase())) return null;
  const modifiers = modifiersIn(rest);
  const known = tableModifiers.get(code);
  if (modifiers === null || known === undefined || new Set(modifiers).size < modifiers.length) return null;
  if (modifiers.length > modifierKeys.length || !modifiers.every((modifier) => known.has(modifier))) return null;
  const cells = modifierKeys.filter((key) => !isBlank(text[key]));
  const present = cells.flatMap((key) => codesOf(key, text[key], modifiersIn) ?? []);
  const codeAlone: CellChange = { column: 'procedureCode', value: code };
  if (cells.length > 0 && !modifiers.every((modifier) => present.includes(modifier))) return null;
  const filled = modifierKeys.flatMap((column, index): readonly CellChange[] => {
    const value = modifiers[index];
    return cells.length > 0 || value === undefined ? [] : [{ column, value }];
  });
  return { code: 'SERVICE_APART', column: 'procedureCode', changes: [codeAlone, ...filled] };
}
