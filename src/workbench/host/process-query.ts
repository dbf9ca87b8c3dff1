import { ApiError, type ApiErrorCode, notModelled } from './api-error.ts';
import type { RequestRecord } from './journal.ts';
import { type Argument, type Effect, findMember, HostObject, type RequestScope } from './object-model.ts';
import { load } from './query.ts';
import { Refusal, type RefusalKind } from '../model/refusal.ts';
import {
  type Action,
  actionTypes,
  type ActionResult,
  type ArgumentInfo,
  type Json,
  type JsonObject,
  objectPathTypes,
  type ReferencedIds,
  type RequestBody,
  type ResponseBody,
} from './wire.ts';

/** Objects that a request makes by type name (`ObjectPathType` 2). */
export type ServiceFactory = (typeName: string) => HostObject | undefined;

/** What a request runs with. */
export interface RequestRun {
  readonly scope: RequestScope;
  readonly record: RequestRecord;
  readonly services: ServiceFactory;
  /** Minor version of ExcelApi up to which members exist. */
  readonly apiLevel: number;
}

/**
 * Carries out one request: actions in their order, up to the first that fails. What was done before it stays done.
 */
export function processQuery(run: RequestRun, body: RequestBody): ResponseBody {
  const request = new Request(run, body);
  const results: ActionResult[] = [];
  for (const [index, action] of body.Actions.entries()) {
    try {
      const value = request.perform(action);
      if (value !== undefined) results.push({ ActionId: action.Id, Value: value });
    } catch (problem) {
      const error = asApiError(problem, action.Name);
      return {
        Results: results,
        Error: {
          Code: error.code,
          Message: error.message,
          ActionIndex: index,
          HttpStatusCode: error.httpStatus,
          Location: error.location,
        },
      };
    }
  }
  return { Results: results };
}

class Request {
  readonly #run: RequestRun;
  readonly #body: RequestBody;
  /** Objects by path, made once: a path such as `Add` has an effect. */
  readonly #objects = new Map<number, HostObject | null>();

  constructor(run: RequestRun, body: RequestBody) {
    this.#run = run;
    this.#body = body;
  }

  /** Result of an action; undefined for one that gives none. */
  perform(action: Action): Json | undefined {
    const { scope, record, apiLevel } = this.#run;
    if (action.ActionType === actionTypes.trace) return null;
    const object = this.#object(action.ObjectPathId);
    switch (action.ActionType) {
      case actionTypes.instantiate:
        return object === null ? null : (object.type.identity?.(scope, object.target) ?? {});
      case actionTypes.query:
        return object === null ? null : load({ scope, record, apiLevel }, object, action.QueryInfo ?? {});
      case actionTypes.method: {
        // A method of a null object does nothing, as in `getItemOrNullObject('x').delete()`.
        if (object === null) return null;
        const result = this.#call(object, action.Name, action.ArgumentInfo);
        return result instanceof HostObject ? (result.type.identity?.(scope, result.target) ?? {}) : (result ?? null);
      }
      case actionTypes.setProperty:
        if (object !== null) this.#set(object, action.Name, action.ArgumentInfo);
        return undefined;
      default:
        throw notModelled(action.Name, `actions of type ${String(action.ActionType)}`);
    }
  }

  #object(id: number): HostObject | null {
    const known = this.#objects.get(id);
    if (known !== undefined) return known;
    const made = this.#make(id);
    this.#objects.set(id, made);
    return made;
  }

  #make(id: number): HostObject | null {
    const path = this.#body.ObjectPaths[String(id)];
    if (path === undefined) throw new ApiError('InvalidObjectPath', '');
    const { scope, services } = this.#run;
    switch (path.ObjectPathType) {
      case objectPathTypes.workbook:
        return scope.objects.workbook();
      case objectPathTypes.service: {
        const service = services(path.Name);
        if (service === undefined) throw notModelled(path.Name, `the service ${path.Name}`);
        return service;
      }
      case objectPathTypes.reference: {
        const object = scope.referenced(path.Name);
        if (object === null) throw new ApiError('InvalidReference', 'Range');
        return object;
      }
      case objectPathTypes.none:
        return null;
      default: {
        const parent = path.ParentObjectPathId === undefined ? null : this.#object(path.ParentObjectPathId);
        return parent === null ? null : this.#child(parent, path.ObjectPathType, path.Name, path.ArgumentInfo);
      }
    }
  }

  #child(parent: HostObject, pathType: number, name: string, info: ArgumentInfo | undefined): HostObject | null {
    if (pathType === objectPathTypes.property) {
      const found = findMember(parent.type.navigation, name);
      const location = `${parent.type.name}.${name}`;
      if (found === undefined || found.member.since > this.#run.apiLevel) throw notModelled(location, location);
      return found.member.to(this.#run.scope, parent.target);
    }
    if (pathType !== objectPathTypes.method && pathType !== objectPathTypes.indexer) {
      throw notModelled(parent.type.name, `object paths of type ${String(pathType)}`);
    }
    const result = this.#call(parent, pathType === objectPathTypes.indexer ? 'GetItem' : name, info);
    if (result !== null && !(result instanceof HostObject)) throw new ApiError('InvalidObjectPath', parent.type.name);
    return result;
  }

  #call(object: HostObject, name: string, info: ArgumentInfo | undefined): HostObject | Json | undefined {
    const found = findMember(object.type.methods, name);
    const location = `${object.type.name}.${name}()`;
    if (found === undefined || found.member.since > this.#run.apiLevel) throw notModelled(location, location);
    const givenArguments = this.#arguments(info);
    this.#note(object, found.member.effect, camelCase(found.name));
    return found.member.call(this.#run.scope, object.target, givenArguments);
  }

  #set(object: HostObject, name: string, info: ArgumentInfo | undefined): void {
    const found = findMember(object.type.properties, name);
    const location = `${object.type.name}.${name}`;
    if (found?.member.write === undefined || found.member.since > this.#run.apiLevel) {
      throw notModelled(location, `setting ${location}`);
    }
    const [value = null] = this.#arguments(info);
    this.#note(object, 'write', camelCase(found.name));
    found.member.write(this.#run.scope, object.target, value);
  }

  #note(object: HostObject, effect: Effect | undefined, member: string): void {
    if (effect === undefined) return;
    const place = object.type.place?.(object.target) ?? null;
    const name = `${object.type.name}.${member}`;
    if (effect === 'write') this.#run.record.write(place, name);
    else if (effect === 'protection') this.#run.record.protectionCall(place, name);
    else this.#run.record.read(place, name);
  }

  #arguments(info: ArgumentInfo | undefined): readonly Argument[] {
    const ids = info?.ReferencedObjectPathIds;
    return (info?.Arguments ?? []).map((value, index) => this.#argument(value, ids?.[index]));
  }

  #argument(value: Json, ids: ReferencedIds | undefined): Argument {
    if (typeof ids === 'number' && ids !== 0) return this.#argumentObject(ids);
    if (isList(value)) {
      // Blocks of values hold no objects and may be large: they are taken as they are.
      if (typeof ids !== 'object') return value;
      return value.map((item, index) => this.#argument(item, ids[index]));
    }
    return typeof value === 'object' && value !== null ? this.#plain(value) : value;
  }

  /** A plain object, in which `{"_ObjectPathId": 13}` stands for an object. */
  #plain(value: JsonObject): Argument {
    const id = value['_ObjectPathId'];
    if (typeof id === 'number') return this.#argumentObject(id);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.#nested(item)]));
  }

  #nested(value: Json): Argument {
    if (isList(value)) return value.map((item) => this.#nested(item));
    return typeof value === 'object' && value !== null ? this.#plain(value) : value;
  }

  #argumentObject(id: number): HostObject {
    const object = this.#object(id);
    if (object === null) throw new ApiError('InvalidArgument', '');
    return object;
  }
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function camelCase(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

const codesOfRefusals: Readonly<Record<RefusalKind, ApiErrorCode>> = {
  notModelled: 'ApiNotFound',
  invalidArgument: 'InvalidArgument',
  invalidFormula: 'InvalidArgument',
  invalidName: 'InvalidArgument',
  invalidFormat: 'InvalidArgument',
  tooLarge: 'InvalidArgument',
  nameTaken: 'ItemAlreadyExists',
  lastVisibleSheet: 'InvalidOperation',
  alreadyProtected: 'AccessDenied',
  wrongPassword: 'InvalidArgument',
};

/** The model's refusals in Excel's codes; a fault of the workbench itself is told as such, never swallowed. */
function asApiError(problem: unknown, location: string): ApiError {
  if (problem instanceof ApiError) return problem;
  if (problem instanceof Refusal) return new ApiError(codesOfRefusals[problem.kind], location, problem.message);
  const cause = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
  return new ApiError('GeneralException', location, `The workbench failed. ${cause}`);
}
