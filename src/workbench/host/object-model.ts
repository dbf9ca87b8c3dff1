import type { Area } from '../model/area.ts';
import type { Book } from '../model/book.ts';
import type { Sheet } from '../model/sheet.ts';
import type { RangeTarget } from './range-target.ts';
import type { Json, JsonObject } from './wire.ts';

/** Minor version of the requirement set ExcelApi that brought a member: 9 is ExcelApi 1.9. */
export type ApiLevel = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15;

/** An object as an argument: what it stands for, without what can be done with it. */
export interface ObjectArgument {
  readonly target: object;
}

/** A value that an action gives: JSON in which objects of the request are resolved. */
export type Argument =
  null | boolean | number | string | ObjectArgument | readonly Argument[] | { readonly [key: string]: Argument };

/** A scalar property of an object type. */
export interface Property<Target> {
  readonly since: ApiLevel;
  /** Reading it looks into the cells, which the journal counts as a read. */
  readonly ofCells?: true;
  readonly read?: (scope: RequestScope, target: Target) => Json;
  readonly write?: (scope: RequestScope, target: Target, value: Argument) => void;
}

/** A property that leads to another object; `null` is a null object. */
export interface Navigation<Target> {
  readonly since: ApiLevel;
  readonly to: (scope: RequestScope, target: Target) => HostObject | null;
}

/** What a call does to the workbook, for the journal. */
export type Effect = 'read' | 'write' | 'protection';

/** A method: gives an object (`null` is a null object), a value, or nothing. */
export interface Method<Target> {
  readonly since: ApiLevel;
  readonly effect?: Effect;
  readonly call: (
    scope: RequestScope,
    target: Target,
    givenArguments: readonly Argument[],
  ) => HostObject | Json | undefined;
}

/** Where an object sits, for the journal. */
export interface Place {
  readonly sheet: Sheet;
  readonly area?: Area;
}

/**
 * One type of Excel's object model: what the host knows of it. Member names are those of the wire (`NumberFormat`).
 * A member that is not listed does not exist for the add-in.
 */
export interface ObjectType<Target extends object> {
  /** Name in the API reference, for locations: `Range`. */
  readonly name: string;
  readonly properties?: Readonly<Record<string, Property<Target>>>;
  readonly navigation?: Readonly<Record<string, Navigation<Target>>>;
  readonly methods?: Readonly<Record<string, Method<Target>>>;
  /** What the client keeps so as to reach the object again: `{Id}` of a worksheet, `{_ReferenceId}` of a range. */
  readonly identity?: (scope: RequestScope, target: Target) => JsonObject;
  /** Members of a collection, in order. */
  readonly items?: (scope: RequestScope, target: Target) => readonly HostObject[];
  readonly place?: (target: Target) => Place;
}

/** An object of Excel during one request: a type and what it stands for. */
export class HostObject implements ObjectArgument {
  readonly type: ObjectType<object>;
  readonly target: object;

  private constructor(type: ObjectType<object>, target: object) {
    this.type = type;
    this.target = target;
  }

  static of<Target extends object>(type: ObjectType<Target>, target: Target): HostObject {
    // Type and target are bound here, once, and only ever used together: the one place where their tie is erased.
    return new HostObject(type as unknown as ObjectType<object>, target);
  }
}

/** Makes the objects to which objects of other types lead back. */
export interface ObjectFactory {
  readonly workbook: () => HostObject;
  readonly worksheet: (sheet: Sheet) => HostObject;
}

/** What the members of an object type may use while a request runs. */
export interface RequestScope {
  readonly book: Book;
  readonly objects: ObjectFactory;
  /** A range that follows inserted and deleted rows and columns until the request ends. */
  readonly range: (sheet: Sheet, area: Area) => HostObject;
  /** Keeps a range beyond the request; gives its reference id. */
  readonly keep: (range: RangeTarget) => string;
  /** Reference id of a range that is kept already. */
  readonly keptAs: (range: RangeTarget) => string | undefined;
  readonly release: (referenceId: string) => void;
  readonly releaseAll: () => void;
  readonly keptCount: () => number;
  /** Range of a reference id (also of one that came with an event), or null where its cells are gone. */
  readonly referenced: (referenceId: string) => HostObject | null;
  readonly subscribe: (eventType: number, targetId: string) => void;
  readonly unsubscribe: (eventType: number, targetId: string) => void;
  /** Formulas are not calculated until the request ends. */
  readonly suspendCalculation: () => void;
  /** Calculation mode as set, whatever is suspended. */
  readonly calculationMode: () => 'automatic' | 'manual';
  readonly setCalculationMode: (mode: 'automatic' | 'manual') => void;
  /** Throws where a test asked that unprotecting fails. */
  readonly beforeUnprotect: () => void;
}

/** A member by its name in either case: `load("numberFormat")` and `Name: "NumberFormat"` both arrive. */
export function findMember<Member>(
  members: Readonly<Record<string, Member>> | undefined,
  name: string,
): { readonly name: string; readonly member: Member } | undefined {
  if (members === undefined) return undefined;
  const exact = Object.hasOwn(members, name) ? members[name] : undefined;
  if (exact !== undefined) return { name, member: exact };
  const lowerCase = name.toLowerCase();
  for (const [known, member] of Object.entries(members)) {
    if (known.toLowerCase() === lowerCase) return { name: known, member };
  }
  return undefined;
}
