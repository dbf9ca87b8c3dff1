import { readFileSync } from 'node:fs';

/**
 * The most memory that this process has held, in MB. Linux hands the peak that `getrusage` gives on from the process
 * that started this one; what `/proc` says is this one's own.
 */
export function peakMegabytes(): number {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    if (kilobytes !== undefined) return Number(kilobytes) / 1024;
  } catch {
    // No Linux.
  }
  return process.resourceUsage().maxRSS / 1024;
}
