import { canInstallPackages, installPackages, thisMachine, type Machine } from './machine.ts';

/** A program that tests and pictures need, and that Debian has. */
export interface Program {
  /** Environment variable that names it. */
  readonly variable: string;
  /** The executable that a value of the variable means; the value itself where not said. */
  readonly named?: (value: string) => string;
  /** Where it usually stands, the likeliest first. */
  readonly usualPlaces: (machine: Machine) => readonly string[];
  /** Debian's packages that bring it. */
  readonly packages: readonly string[];
  /** What is said while they are installed. */
  readonly installing: string;
}

/**
 * Path of a program: the one that its environment variable names, or one in a usual place. A named one that is not
 * there is not replaced by another.
 */
export function findProgram(program: Program, machine: Machine = thisMachine): string | undefined {
  const { variable, named, usualPlaces } = program;
  const value = machine.environment[variable];
  const candidates = value === undefined || value === '' ? usualPlaces(machine) : [named?.(value) ?? value];
  return candidates.find(machine.isExecutable);
}

/** Path of a program, installed from Debian's packages where there is none and that can be done. */
export function ensureProgram(program: Program): string | undefined {
  const present = findProgram(program);
  if (present !== undefined || process.env[program.variable] || !canInstallPackages()) return present;
  console.log(program.installing);
  return installPackages(...program.packages) ? findProgram(program) : undefined;
}
