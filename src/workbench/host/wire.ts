/** A value as JSON has it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type JsonObject = Readonly<Record<string, Json>>;

/** How an object of a request is reached (`ObjectPathType`). */
export const objectPathTypes = {
  workbook: 1,
  service: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  none: 7,
} as const;

/** What an action does (`ActionType`). Read from the client library, version 1.1.110. */
export const actionTypes = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  recursiveQuery: 6,
  queryAsJson: 7,
  ensureUnchanged: 8,
  update: 9,
} as const;

/** Bits of the number that travels beside a request. Only those that the host heeds. */
export const requestFlags = {
  /** `Excel.run({ delayForCellEdit: true }, …)`: wait until no cell is being edited. */
  delayForCellEdit: 64,
} as const;

/**
 * Arguments of a method, a property or an object path. `ReferencedObjectPathIds` runs beside `Arguments`: 0 for a
 * plain value, the id of an object path for an object, and a list of the same kind for a list. Objects that stand
 * within a plain object are written `{"_ObjectPathId": 13}`.
 */
export interface ArgumentInfo {
  readonly Arguments?: readonly Json[];
  readonly ReferencedObjectPathIds?: readonly ReferencedIds[];
}

export type ReferencedIds = number | readonly ReferencedIds[];

export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

/** What a `load` asks for: paths such as `values`, `format/fill/color` or `*`. */
export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
}

/** The body of a `ProcessQuery` request. */
export interface RequestBody {
  readonly AutoKeepReference?: boolean;
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface ActionResult {
  readonly ActionId: number;
  readonly Value: Json;
}

/** The body of a `ProcessQuery` response: results up to the failing action, and what failed. */
export interface ResponseBody {
  readonly Results: readonly ActionResult[];
  readonly Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly ActionIndex: number;
    readonly HttpStatusCode: number;
    readonly Location: string;
  };
}
