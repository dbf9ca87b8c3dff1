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
  const names = [...(query.Select ?? []), ...(query.Expand ?? [])];
  if (object.type.items === undefined) return loadOne(run, object, names);
  const items = object.type.items(run.scope, object.target);
  const first = query.Skip ?? 0;
  const shown = items.slice(first, query.Top === undefined ? undefined : first + query.Top);
  return { _Items: shown.map((item) => loadOne(run, item, names)) };
}

function loadOne(run: QueryRun, object: HostObject, names: readonly string[]): JsonObject {
  const { type, target } = object;
  const selection = select(names);
  const result: Record<string, Json> = { ...type.identity?.(run.scope, target) };
  const read: string[] = [];
  const wanted = selection.all ? Object.keys(type.properties ?? {}) : selection.own;
  for (const name of wanted) {
    const scalar = findMember(type.properties, name);
    if (scalar?.member.read !== undefined && scalar.member.since <= run.apiLevel) {
      result[scalar.name] = scalar.member.read(run.scope, target);
      if (scalar.member.ofCells) read.push(scalar.name.charAt(0).toLowerCase() + scalar.name.slice(1));
    } else if (!selection.all) {
      const below = loadBelow(run, object, name, []);
      if (below === undefined) throw notModelled(`${type.name}.${name}`, `${type.name}.${name}`);
      result[below.name] = below.value;
    }
  }
  for (const [name, rest] of selection.below) {
    const below = loadBelow(run, object, name, rest);
    if (below === undefined) throw notModelled(`${type.name}.${name}`, `${type.name}.${name}`);
    result[below.name] = below.value;
  }
  if (read.length > 0) run.record.read(type.place?.(target) ?? null, `${type.name}.${read.join(',')}`);
  return result;
}

function loadBelow(
  run: QueryRun,
  { type, target }: HostObject,
  name: string,
  names: readonly string[],
): { readonly name: string; readonly value: Json } | undefined {
  const found = findMember(type.navigation, name);
  if (found === undefined || found.member.since > run.apiLevel) return undefined;
  const object = found.member.to(run.scope, target);
  return { name: found.name, value: object === null ? null : load(run, object, { Select: names }) };
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
