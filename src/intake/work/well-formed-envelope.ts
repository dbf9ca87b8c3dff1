import { columns } from '../../guidance/columns.ts';
import {
  columnKeySchema,
  envelopeLineSchema,
  envelopeSchema,
  maximumCellLength,
  maximumLines,
  type Envelope,
} from '../../submission/contract.ts';

const headSchema = envelopeSchema.omit({ lines: true });
const { rowKey: rowKeySchema, sourceRow: sourceRowSchema } = envelopeLineSchema.shape;
const columnKeys = columns.map(({ key }) => key);
const lineKeys = new Set(Object.keys(envelopeLineSchema.shape));

/**
 * What was parsed as an envelope, where the contract's schema takes it. The schema says the same, and where something is
 * wrong; this looks at the cells alone, of which there are tens of thousands in a large submission, in a twentieth of
 * the time. A test holds the two together.
 *
 * @returns null where the schema refuses it
 */
export function wellFormedEnvelope(json: unknown): Envelope | null {
  if (!isRecord(json)) return null;
  const { lines, ...head } = json;
  const read = headSchema.safeParse(head);
  return read.success && areLines(lines) ? { ...read.data, lines } : null;
}

function areLines(lines: unknown): lines is Envelope['lines'] {
  if (!Array.isArray(lines) || lines.length === 0 || lines.length > maximumLines) return false;
  const rowKeys = new Set<unknown>();
  for (const line of lines) {
    if (!isLine(line)) return false;
    rowKeys.add(line['rowKey']);
  }
  return rowKeys.size === lines.length;
}

function isLine(line: unknown): line is Record<string, unknown> {
  return (
    isRecord(line) &&
    Object.keys(line).every((key) => lineKeys.has(key)) &&
    rowKeySchema.safeParse(line['rowKey']).success &&
    isValues(line['values']) &&
    isDifferences(line['differences']) &&
    sourceRowSchema.safeParse(line['sourceRow']).success
  );
}

function isValues(values: unknown): boolean {
  return (
    isRecord(values) &&
    Object.keys(values).length === columnKeys.length &&
    columnKeys.every((key) => isCell(values[key]))
  );
}

function isCell(cell: unknown): boolean {
  return typeof cell === 'string' && cell.length <= maximumCellLength && cell.isWellFormed();
}

function isDifferences(differences: unknown): boolean {
  return (
    Array.isArray(differences) &&
    differences.length <= columnKeys.length &&
    differences.every((key) => columnKeySchema.safeParse(key).success)
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
