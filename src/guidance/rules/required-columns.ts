import { columns, type ColumnKey } from '../columns.ts';
import { elementsWhere } from '../elements.ts';

/** Elements whose blank depends on the homelessness indicator, or is an answer itself (footnotes 18 to 21). */
const spokenOfElsewhere = new Set<string>(['memberHomelessnessIndicator', 'memberAddress', 'memberCity', 'memberZip']);

/** Required wherever a line is. Modifiers are left to the services: one without a modifier would need none. */
export const requiredElements = elementsWhere(
  ({ key, required }) => required && key !== 'procedureCodeModifier' && !spokenOfElsewhere.has(key),
);

/** Their cells; of the diagnoses the first stands for all. */
export const requiredColumns: ReadonlySet<ColumnKey> = new Set(
  columns
    .filter(({ element, occurrence }) => occurrence === 1 && requiredElements.some((key) => key === element.key))
    .map((column) => column.key),
);
