import { readFileSync } from 'node:fs';

/** The synthetic sample month, the project's own copy. */
export function sampleMonth(name: 'harbor-care-2026-10' | 'harbor-care-2026-10-dirty'): string {
  return readFileSync(new URL(`../../plans/sample/${name}.csv`, import.meta.url), 'utf8');
}
