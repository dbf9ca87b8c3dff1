import type { CivilDate } from '../guidance/civil-date.ts';
import type { ColumnKey, LineText } from '../guidance/columns.ts';
import { rulePack } from '../guidance/rule-pack.ts';
import type { DiagnosisListIdentity } from '../plan/diagnosis-lists.ts';
import type { PlanProfile } from '../plan/profile.ts';
import type { ProviderSetup, RowKey } from '../workbook/model.ts';
import { layoutVersion } from '../workbook/layout-version.ts';
import { isoDate } from './iso-date.ts';
import { contractVersion, envelopeSchema, maximumLines, type Envelope, type SubmissionPurpose } from './contract.ts';

/** A line that is ready to be sent. */
export interface LineToSend {
  readonly rowKey: RowKey;
  readonly text: LineText;
  /** Derived elements where a source file said otherwise; empty for a line of the workbook itself. */
  readonly differences: readonly ColumnKey[];
  /** 1-based row in the biller's own file, where the line comes from one. */
  readonly sourceRow?: number;
}

/** What a submission is made from. */
export interface EnvelopeOrder {
  readonly profile: PlanProfile;
  readonly setup: Pick<ProviderSetup, 'attested' | 'purpose' | 'concerns'> & {
    readonly billing: Pick<ProviderSetup['billing'], 'billingProviderNpi'>;
  };
  readonly lines: readonly LineToSend[];
  /** The lists of ICD-10-CM that the lines were checked with. */
  readonly diagnosisLists: readonly DiagnosisListIdentity[];
  readonly attempt: number;
  readonly productVersion: string;
  readonly today: CivilDate;
}

/** Why nothing can be sent yet; each is mended on Setup, or by filling in a line. */
export type EnvelopeRefusal =
  | 'noLines'
  | 'tooManyLines'
  /** A cell is far longer than any element, or its text is damaged (half a character): a rule says which one. */
  | 'unsendableText'
  /** Element 1 on Setup is not ten digits: nobody could be named as the sender. */
  | 'billingProvider'
  /** Replacements or voids without the invoice numbers that they concern. */
  | 'concerns'
  | 'notAttested';

/** The envelope of an order, or why there is none. */
export type PreparedEnvelope =
  | { readonly kind: 'prepared'; readonly envelope: Envelope }
  | { readonly kind: 'refused'; readonly reason: EnvelopeRefusal };

/**
 * Puts the submission of a workbook together. What an invoice lacks is for the rules to say; this refuses only what has
 * no sender, or whose sender has not said on Setup that it cannot produce 837 claims.
 */
export function prepareEnvelope(order: EnvelopeOrder): PreparedEnvelope {
  const composed = composeEnvelope(order);
  return composed.kind === 'prepared' && !order.setup.attested ? refused('notAttested') : composed;
}

/** The same for lines that come without a Setup that asks: the attestation is told as it is. */
export function composeEnvelope(order: EnvelopeOrder): PreparedEnvelope {
  const { profile, setup, lines } = order;
  if (lines.length === 0) return refused('noLines');
  if (lines.length > maximumLines) return refused('tooManyLines');
  if (!/^\d{10}$/.test(setup.billing.billingProviderNpi)) return refused('billingProvider');
  const purpose = purposeOf(setup);
  if (purpose === null) return refused('concerns');
  const parsed = envelopeSchema.safeParse({
    contract: contractVersion,
    planId: profile.id,
    profileVersion: profile.version,
    layoutVersion,
    rulePack: { version: rulePack.version, hash: rulePack.hash },
    rulePackParts: rulePack.parts,
    diagnosisLists: order.diagnosisLists.map(({ fiscalYear, sha256 }) => ({ fiscalYear, sha256 })),
    purpose,
    attempt: order.attempt,
    billingProviderNpi: setup.billing.billingProviderNpi,
    attestation: { cannotProduce837: setup.attested, on: isoDate(order.today) },
    productVersion: order.productVersion,
    lines: lines.map(({ rowKey, text, differences, sourceRow }) => ({
      ...{ rowKey, values: text, differences: [...differences] },
      ...(sourceRow === undefined ? {} : { sourceRow }),
    })),
  });
  return parsed.success ? { kind: 'prepared', envelope: parsed.data } : refused('unsendableText');
}

function refused(reason: EnvelopeRefusal): PreparedEnvelope {
  return { kind: 'refused', reason };
}

function purposeOf(setup: Pick<ProviderSetup, 'purpose' | 'concerns'>): SubmissionPurpose | null {
  if (setup.purpose === 'new') return { kind: 'new' };
  const numbers = [...setup.concerns];
  if (numbers.length === 0 || numbers.some((number) => !/^\d{10}$/.test(number))) return null;
  return setup.purpose === 'replacement'
    ? { kind: 'replacement', replaces: numbers }
    : { kind: 'void', voids: numbers };
}
