import type { ApiLevel, Method } from '../object-model.ts';
import { eventTypes } from '../subscriptions.ts';

type EventName = keyof typeof eventTypes;

/**
 * The pair of methods by which the client library registers for an event and takes it back. `members` names them as
 * the wire does (`DataChanged` for `_RegisterDataChangedEvent`), with the version that brought the event.
 */
export function eventMethods<Target>(
  targetId: (target: Target) => string,
  members: Readonly<Record<string, { readonly event: EventName; readonly since: ApiLevel }>>,
): Readonly<Record<string, Method<Target>>> {
  const methods: Record<string, Method<Target>> = {};
  for (const [name, { event, since }] of Object.entries(members)) {
    methods[`_Register${name}Event`] = {
      since,
      call: (scope, target) => {
        scope.subscribe(eventTypes[event], targetId(target));
      },
    };
    methods[`_Unregister${name}Event`] = {
      since,
      call: (scope, target) => {
        scope.unsubscribe(eventTypes[event], targetId(target));
      },
    };
  }
  return methods;
}
