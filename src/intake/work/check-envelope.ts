import { checkLines, findingOf } from '../../guidance/check.ts';
import { civilDateAt } from '../../guidance/civil-date.ts';
import type { Finding } from '../../guidance/finding.ts';
import { changedParts, rulePack } from '../../guidance/rule-pack.ts';
import { planFacts } from '../../plan/facts.ts';
import type { DiagnosisListIdentity, IdentifiedDiagnosisList } from '../../plan/diagnosis-lists.ts';
import type { PlanProfile } from '../../plan/profile.ts';
import { canonicalText } from '../../submission/content.ts';
import type { Envelope, EnvelopeLine } from '../../submission/contract.ts';
import { groupInvoices } from '../../submission/invoices.ts';
import type { InvoiceResult, Notice, SubmissionFinding, SubmissionResult } from '../../submission/result.ts';
import { authorizedLineOf } from '../plan-files/covers.ts';
import type { PlanKnowledge } from '../plan-files/entries.ts';
import { authorizationHash } from '../plan-files/look-ups.ts';
import type { EarlierInvoices } from '../store/earlier-invoices.ts';
import { unitsExceeded } from './authorized-units.ts';
import { concernFindings, namedInvoices, repeatedServices } from './compare-with-earlier.ts';
import { compareWithPlanFiles } from './compare-with-plan-files.ts';
import { readAccepted } from './read-envelope.ts';

/** What a check needs. */
export interface CheckInput {
  readonly body: Uint8Array;
  readonly profile: PlanProfile;
  readonly diagnosisLists: readonly IdentifiedDiagnosisList[];
  readonly receivedAt: string;
  readonly checkedAt: string;
  readonly timeZone: string;
  readonly earlier: EarlierInvoices;
  /** Of the plan's files what bears on the submission; null where none is loaded. */
  readonly knowledge: PlanKnowledge | null;
  /** Key of the hashes by which lines under an authorization are found again. */
  readonly authorizationHashKey: Uint8Array;
}

/** A line of an accepted invoice that names an authorization, to be kept: its units count from now on. */
export interface AuthorizedLineToKeep {
  readonly line: number;
  /** Place of its invoice. */
  readonly ordinal: number;
  readonly hash: string;
  /** JSON of an `AuthorizedLine`, which is sealed. */
  readonly content: string;
}

/** A check's outcome. */
export interface EnvelopeCheck {
  readonly result: SubmissionResult;
  /** Places of the invoices that the plan accepts, in order of first appearance. */
  readonly accepted: readonly number[];
  /** Places of the invoices that come back. */
  readonly returned: readonly number[];
  readonly authorizedLines: readonly AuthorizedLineToKeep[];
}

/** Checks an accepted envelope with the same rules that the pane runs, and with what the plan has already. */
export function checkEnvelope(input: CheckInput): EnvelopeCheck {
  const envelope = readAccepted(input.body);
  const positions = positionsOf(envelope);
  const byLine = new Map<number, SubmissionFinding[]>();
  for (const { line, ...rest } of findingsOf(envelope, input)) {
    const { rowKey = '', sourceRow } = envelope.lines[line] ?? {};
    const row = sourceRow === undefined ? {} : { row: sourceRow };
    byLine.set(line, [...(byLine.get(line) ?? []), { ...rest, rowKey, position: positions[line] ?? 0, ...row }]);
  }
  const grouped = groupInvoices(envelope.lines.map((line) => line.values));
  const invoices = grouped.map((invoice): InvoiceResult => {
    const findings = invoice.lines.flatMap((line) => byLine.get(line) ?? []);
    const rejected = findings.some((finding) => finding.severity === 'error');
    return {
      invoiceNumber: invoice.invoiceNumber,
      state: rejected ? 'rejected' : 'accepted',
      lines: invoice.lines.length,
      chargeCents: invoice.chargeCents,
      findings,
    };
  });
  const ordinalsOf = (state: InvoiceResult['state']) =>
    invoices.flatMap((invoice, ordinal) => (invoice.state === state ? [ordinal] : []));
  const accepted = ordinalsOf('accepted');
  return {
    result: { checkedAt: input.checkedAt, ...handshake(envelope, input), invoices },
    accepted,
    returned: ordinalsOf('rejected'),
    authorizedLines: accepted.flatMap((ordinal) =>
      authorizedLines(envelope, grouped[ordinal]?.lines ?? [], ordinal, input.authorizationHashKey),
    ),
  };
}

/** Everything that is found in an envelope. */
function findingsOf(envelope: Envelope, input: CheckInput): readonly Finding[] {
  const lines = envelope.lines.map((line) => line.values);
  const today = civilDateAt(new Date(input.receivedAt), input.timeZone);
  const facts = planFacts(
    input.profile,
    input.diagnosisLists.map(({ list }) => list),
  );
  // An invoice that is to be replaced or voided has to be one that was accepted.
  const acceptedBefore = new Set(envelope.purpose.kind === 'new' ? input.earlier.accepted : []);
  const found = [...checkLines(lines, facts, today, acceptedBefore), ...differences(envelope)];
  const concerned = concernFindings(envelope, input.earlier);
  const known = [...found, ...concerned];
  // What is voided asks for no payment.
  if (input.knowledge === null || envelope.purpose.kind === 'void') {
    return [...known, ...repeatedServices(envelope, input.earlier, known)];
  }
  const compared = compareWithPlanFiles(lines, input.knowledge, input.profile);
  known.push(...compared.findings);
  const exceeded = unitsExceeded(
    {
      ...{ lines, covered: compared.covered, knowledge: input.knowledge, profile: input.profile },
      ...{ replaced: namedInvoices(envelope.purpose), billingNpi: envelope.billingProviderNpi },
    },
    [...known, ...repeatedServices(envelope, input.earlier, known)],
  );
  known.push(...exceeded);
  // Once more: an invoice that comes back over its units does not free the services of the one that it would replace.
  return [...known, ...repeatedServices(envelope, input.earlier, known)];
}

/** What of an accepted invoice names an authorization. What is voided asks for no payment. */
function authorizedLines(
  { planId, purpose, lines }: Envelope,
  places: readonly number[],
  ordinal: number,
  authorizationHashKey: Uint8Array,
): readonly AuthorizedLineToKeep[] {
  if (purpose.kind === 'void') return [];
  return places.flatMap((place) => {
    const values = lines[place]?.values;
    const line = values === undefined ? null : authorizedLineOf(values);
    if (line === null) return [];
    const hash = authorizationHash(authorizationHashKey, planId, line.number);
    return [{ line: place, ordinal, hash, content: JSON.stringify(line) }];
  });
}

/**
 * What the file says beside what the sheet derives. For the billing NPI it is an error, whatever the file listed: the
 * account may send for the provider of the envelope only, and a line for another one would slip past that.
 */
function differences(envelope: Envelope): Finding[] {
  return envelope.lines.flatMap((line, index) => {
    const other = line.values.billingProviderNpi !== envelope.billingProviderNpi;
    const columns = new Set(other ? [...line.differences, 'billingProviderNpi' as const] : line.differences);
    return [...columns].map((column) => differenceFinding(line, index, column, other));
  });
}

function differenceFinding(
  line: EnvelopeLine,
  index: number,
  column: EnvelopeLine['differences'][number],
  otherProvider: boolean,
): Finding {
  const finding = findingOf('DERIVED_DIFFERENCE', column, index, line.values);
  return column === 'billingProviderNpi' && otherProvider ? { ...finding, severity: 'error' } : finding;
}

/** Which rules, which profile and which lists each side used, and whether that is the same. */
function handshake(
  envelope: Envelope,
  { profile, diagnosisLists }: Pick<CheckInput, 'profile' | 'diagnosisLists'>,
): Pick<SubmissionResult, 'rulePack' | 'rulePackChanges' | 'profileVersion' | 'diagnosisLists' | 'notices'> {
  const applied = { version: rulePack.version, hash: rulePack.hash };
  const notices: Notice[] = [];
  if (envelope.rulePack.hash !== applied.hash) notices.push('RULE_PACK_DIFFERS');
  if (envelope.profileVersion !== profile.version) notices.push('PROFILE_VERSION_DIFFERS');
  const lists = { submitted: envelope.diagnosisLists ?? [], applied: diagnosisLists.map(({ identity }) => identity) };
  if (inOneText(lists.submitted) !== inOneText(lists.applied)) notices.push('DIAGNOSIS_LISTS_DIFFER');
  return {
    rulePack: { submitted: envelope.rulePack, applied },
    ...(envelope.rulePackParts === undefined
      ? {}
      : { rulePackChanges: [...changedParts(envelope.rulePackParts, rulePack.parts)] }),
    profileVersion: { submitted: envelope.profileVersion, applied: profile.version },
    diagnosisLists: lists,
    notices,
  };
}

function inOneText(lists: readonly DiagnosisListIdentity[]): string {
  return lists
    .map(({ fiscalYear, sha256 }) => `${String(fiscalYear)} ${sha256}`)
    .sort()
    .join();
}

/** Canonical position of each line. */
function positionsOf(envelope: Envelope): number[] {
  const { order } = canonicalText(envelope);
  const positions: number[] = [];
  order.forEach((index, position) => {
    positions[index] = position;
  });
  return positions;
}
