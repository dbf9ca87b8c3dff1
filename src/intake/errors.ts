/**
 * Code of a system or library error (`ENOENT`, `FST_ERR_BAD_URL`), or null. Asked of the shape alone: fastify's errors
 * are no native errors, and those of another realm are of another class.
 */
export function errorCode(error: unknown): string | null {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : null;
}
