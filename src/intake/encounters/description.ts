import type { EncounterFileDescription } from '../../submission/encounters.ts';
import { planTimeZone } from '../receipt/compose.ts';
import { zonedInstant } from '../receipt/zoned-instant.ts';
import type { EncounterFileEntry } from '../store/encounter-files.ts';

/** A file as the plan's staff is told of it. */
export function descriptionOf(file: EncounterFileEntry): EncounterFileDescription {
  const { id, planId, guide, usage, controlNumber, madeAt, madeBy, claims, invoices } = file;
  return {
    ...{ id, planId, guide, usage, controlNumber },
    madeAt: zonedInstant(new Date(madeAt), planTimeZone),
    ...{ madeBy, claims, invoices },
  };
}
