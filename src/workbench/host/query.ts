import { notModelled } from './api-error.ts';
import type { RequestRecord } from './journal.ts';
import { findMember, type HostObject, type RequestScope } from './object-model.ts';
import type { Json, JsonObject, QueryInfo } from './wire.ts';

interface QueryRun {
  readonly scope: RequestScope;
  readonly record: RequestRecord;
  readonly apiLevel: number;
}

/** Names to load of one object: its own properties, and names below each property that leads on. */
interface Selection {
  readonly all: boolean;
  readonly own: readonly string[];
  readonly below: ReadonlyMap<string, readonly string[]>;
}

/**
 * Answers a `load`. Without names, or with `*`, all scalar properties come; those that the workbench lacks then stay
 * away, and the client library throws PropertyNotLoaded where the add-in reads one. A property that is asked for by
 * name and not modelled is refused.
 */
export function load(run: QueryRun, object: HostObject, query: QueryInfo): Json {
  const readCells: string[] = [];
  const result = loadObject(run, object, query, (path) => readCells.push(path));
  const { name, place } = object.type;
  if (readCells.length > 0) run.record.read(place?.(object.target) ?? null, `${name}.${readCells.join(',')}`);
  return result;
}

/** Told of every property that looks into cells, by its path: `format/fill/color`. */
type NoteCells = (path: string) => void;

function loadObject(run: QueryRun, object: HostObject, query: QueryInfo, note: NoteCells): Json {
  const names = [...(query.Select ?? []), ...(query.Expand ?? [])];
  if (object.type.items === undefined) return loadOne(run, object, names, note);
  const items = object.type.items(run.scope, object.target);
  const first = query.Skip ?? 0;
  const shown = items.slice(first, query.Top === undefined ? undefined : first + query.Top);
  return { _Items: shown.map((item) => loadOne(run, item, names, note)) };
}

function loadOne(run: QueryRun, object: HostObject, names: readonly string[], note: NoteCells): JsonObject {
  const { type, target } = object;
  const selection = select(names);
  const result: Record<string, Json> = { ...type.identity?.(run.scope, target) };
  for (const name of selection.all ? Object.keys(type.properties ?? {}) : selection.own) {
    const scalar = findMember(type.properties, name);
    if (scalar?.member.read !== undefined && scalar.member.since <= run.apiLevel) {
      result[scalar.name] = scalar.member.read(run.scope, target);
      if (scalar.member.ofCells) note(camelCase(scalar.name));
    } else if (!selection.all) {
      Object.assign(result, loadBelow(run, object, name, [], note));
    }
  }
  for (const [name, rest] of selection.below) Object.assign(result, loadBelow(run, object, name, rest, note));
  return result;
}

function loadBelow(
  run: QueryRun,
  { type, target }: HostObject,
  name: string,
  names: readonly string[],
  note: NoteCells,
): JsonObject {
  const found = findMember(type.navigation, name);
  const location = `${type.name}.${name}`;
  if (found === undefined || found.member.since > run.apiLevel) throw notModelled(location, location);
  const object = found.member.to(run.scope, target);
  if (object === null) return { [found.name]: null };
  const noteBelow: NoteCells = (path) => {
    note(`${camelCase(found.name)}/${path}`);
  };
  return { [found.name]: loadObject(run, object, { Select: names }, noteBelow) };
}

function camelCase(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function select(names: readonly string[]): Selection {
  const own: string[] = [];
  const below = new Map<string, string[]>();
  for (const name of names) {
    const [head = '', ...rest] = name.split('/');
    if (rest.length === 0) own.push(head);
    else below.set(head, [...(below.get(head) ?? []), rest.join('/')]);
  }
  return { all: (own.length === 0 && below.size === 0) || own.includes('*'), own, below };
}
