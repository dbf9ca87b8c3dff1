/** Longest wait in seconds that a request is granted. */
export const maximumWait = 60;

/** Seconds of `Prefer: wait=…` (RFC 7240), at most {@link maximumWait}; 0 where nothing is preferred. */
export function preferredWait(header: string | string[] | undefined): number {
  const text = Array.isArray(header) ? header.join(',') : (header ?? '');
  const match = /(?:^|[,;])\s*wait\s*=\s*"?(\d{1,4})"?\s*(?:$|[,;])/i.exec(text);
  return Math.min(Number(match?.[1] ?? 0), maximumWait);
}
