import { columns } from '../guidance/columns.ts';
import { byCodeUnits, canonicalJson, canonicalString, sha256 } from './canonical.ts';
import { contractVersion, type Envelope, type EnvelopeLine } from './contract.ts';

/** What identifies a submission's content. */
export type ContentSource = Pick<Envelope, 'planId' | 'billingProviderNpi' | 'purpose' | 'lines'>;

/** The content of a submission, in the one form that both sides hash. */
export interface CanonicalContent {
  /** SHA-256 of the canonical content, hexadecimal. */
  readonly hash: string;
  /**
   * Places of the envelope's lines in canonical order: `order[position]` is the index of the line in the envelope.
   * A finding names a line by its canonical position, so that it lands on the right line even where the answer was
   * worked out for an earlier copy of the same content, with other row keys in another order.
   */
  readonly order: readonly number[];
}

/**
 * The canonical content: plan, provider, purpose, and what each line says. Row keys, the order of lines and the
 * sender's versions stay out of it: a workbook that was recovered, sorted, saved under another name or opened by a
 * newer pane still says the same, and must not become a second submission (decision 9).
 */
export async function canonicalContent(source: ContentSource): Promise<CanonicalContent> {
  const { pieces, order } = canonicalText(source);
  return { hash: await sha256(pieces.join('')), order };
}

/**
 * The text that {@link canonicalContent} hashes, in pieces: their sum is RFC 8785's form of head and lines. Hashed one
 * by one they need not be put together, which for a large submission takes longer than the hash.
 */
export function canonicalText(
  source: ContentSource,
): Pick<CanonicalContent, 'order'> & { readonly pieces: readonly string[] } {
  const lines = source.lines.map(canonicalLine);
  const order = lines
    .map((_, index) => index)
    .sort((left, right) => byCodeUnits(lines[left] ?? '', lines[right] ?? ''));
  const head = canonicalJson({
    billingProviderNpi: source.billingProviderNpi,
    contract: contractVersion,
    planId: source.planId,
    purpose: canonicalPurpose(source.purpose),
  });
  const body = order.flatMap((index, position) => [position === 0 ? '' : ',', lines[index] ?? '']);
  return { pieces: [`[${head},[`, ...body, ']]'], order };
}

/** Columns in the order in which canonical JSON has them, each with its key as it stands before its value. */
const canonicalColumns = columns
  .map(({ key }) => key)
  .toSorted(byCodeUnits)
  .map((key, place) => ({ key, before: `${place === 0 ? '' : ','}${JSON.stringify(key)}:` }));

/** `canonicalJson` of a line, whose keys are known: it takes a tenth of the time, and a submission has thousands. */
function canonicalLine({ values, differences }: EnvelopeLine): string {
  let text = `{"differences":${canonicalJson([...new Set(differences)].sort(byCodeUnits))},"values":{`;
  for (const { key, before } of canonicalColumns) text += before + canonicalString(values[key]);
  return `${text}}}`;
}

/** Invoice numbers of a purpose are a set: their order says nothing. */
function canonicalPurpose(purpose: Envelope['purpose']) {
  switch (purpose.kind) {
    case 'new':
      return { kind: purpose.kind };
    case 'replacement':
      return { kind: purpose.kind, replaces: [...new Set(purpose.replaces)].sort(byCodeUnits) };
    case 'void':
      return { kind: purpose.kind, voids: [...new Set(purpose.voids)].sort(byCodeUnits) };
  }
}
