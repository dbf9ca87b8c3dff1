const names = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

/** Whether an address to listen on is this machine's own. */
export function isLoopback(host: string): boolean {
  return names.has(host);
}

/**
 * Whether a request's `Host` header names this machine. A page elsewhere whose name was made to lead here sends its own
 * name (DNS rebinding).
 *
 * @param host `localhost:4600`, `[::1]:4600`
 */
export function namesLoopback(host: string): boolean {
  return names.has(host.replace(/:\d+$/, ''));
}
