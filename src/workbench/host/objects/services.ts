import { HostObject, type ObjectType } from '../object-model.ts';

/** Part of Office that the client library tells when it has set up its command handlers. Nothing waits for it here. */
const addinInternalServiceType: ObjectType<object> = {
  name: 'Microsoft.InternalService.AddinInternalService',
  methods: { NotifyActionHandlerReady: { since: 1, call: () => undefined } },
};

/** Objects of Office itself that the client library makes by name. */
export function service(typeName: string): HostObject | undefined {
  return typeName === addinInternalServiceType.name ? HostObject.of(addinInternalServiceType, {}) : undefined;
}
