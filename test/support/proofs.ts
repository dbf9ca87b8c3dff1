import fc from 'fast-check';

/** Whether this run is `npm run soak`: long proofs at full counts, each time from another seed. */
export const soaking = process.env['CALAIM_SOAK'] === '1';

/**
 * How often a proof repeats what it does (kills, hostile requests, cases of a law).
 *
 * @param small In `npm test`.
 * @param full In `npm run soak`.
 */
export function proofCount(small: number, full: number): number {
  return soaking ? full : small;
}

/** Says how far a long proof has come, where this run is a soak. */
export function tell(line: string): void {
  if (soaking) process.stderr.write(`${new Date().toISOString()} ${line}\n`);
}

// Laws: the same cases in every `npm test`, so that a failure is the change's; new and many ones in a soak.
fc.configureGlobal({ numRuns: proofCount(100, 10_000), ...(soaking ? {} : { seed: 20_261_001 }) });
