import { Refusal } from '../../model/refusal.ts';
import { arithmeticFunctions } from './arithmetic.ts';
import { calendarFunctions } from './calendar.ts';
import { conditionalFunctions } from './conditional.ts';
import type { FunctionDefinition } from './definition.ts';
import { informationFunctions } from './information.ts';
import { logicalFunctions } from './logical.ts';
import { lookupFunctions } from './lookup.ts';
import { statisticFunctions } from './statistics.ts';
import { textFunctions } from './text.ts';

const definitions = new Map<string, FunctionDefinition>(
  [
    arithmeticFunctions,
    calendarFunctions,
    conditionalFunctions,
    informationFunctions,
    logicalFunctions,
    lookupFunctions,
    statisticFunctions,
    textFunctions,
  ].flatMap((group) => Object.entries(group)),
);

/** Functions that the compiler itself knows, because they do not work out all of their arguments. */
export const specialForms = ['IF', 'IFERROR', 'CHOOSE', 'INDEX'] as const;

/** Names of all functions that the workbench knows. */
export const functionNames: readonly string[] = [...definitions.keys(), ...specialForms].sort();

const volatileNames = ['OFFSET', 'INDIRECT', 'NOW', 'RAND', 'RANDBETWEEN', 'CELL', 'INFO'];

/**
 * The function of a name in upper case.
 * @throws Refusal `notModelled` with the name, for any other: what Excel would calculate is not guessed.
 */
export function functionDefinition(name: string): FunctionDefinition {
  const definition = definitions.get(name);
  if (definition !== undefined) return definition;
  const reason = volatileNames.includes(name)
    ? 'it recalculates with every change'
    : 'it is not among the functions of Excel 2010 that the workbench models';
  throw new Refusal('notModelled', `The workbench refuses the function ${name}: ${reason}.`);
}
