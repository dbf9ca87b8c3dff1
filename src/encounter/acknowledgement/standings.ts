import type { Severity } from '../../guidance/finding.ts';
import type { AcknowledgementItem, Outcome } from './items.ts';
import { ownLine } from './line-reference.ts';
import {
  adjustmentFinding,
  envelopeFinding,
  reasonText,
  remarkFinding,
  statusFindings,
  syntaxFinding,
  type ReturnedFinding,
} from './returned-finding.ts';
import { sentPlace, type SentClaim, type SentTransaction } from './sent-file.ts';

/**
 * Where a claim stands, from the least that is known to the most:
 *
 * - `sent`: nothing came back yet
 * - `received`: its file is in order (999); this is no acceptance of the claim
 * - `accepted`: accepted for a decision (277CA)
 * - `returned`: refused (TA1, 999 or 277CA)
 * - `denied`, `paid`: decided (835); what was paid may be nothing, as by capitation
 */
export type StandingState = 'sent' | 'received' | 'accepted' | 'returned' | 'denied' | 'paid';

/** A state takes the place of those before it, whatever the order in which answers are read; of decisions, the last. */
const ranks: Readonly<Record<StandingState, number>> = {
  sent: 0,
  received: 1,
  accepted: 2,
  returned: 3,
  denied: 4,
  paid: 4,
};

/** Where one claim stands. */
export interface ClaimStanding {
  readonly claimNumber: string;
  readonly state: StandingState;
  /** The receiver's own number of the claim; `''` where it gave none. */
  readonly receiverNumber: string;
}

/** Where one invoice stands: as the worst of the claims that it was split into. */
export interface InvoiceStanding {
  readonly invoiceNumber: string;
  readonly billingNpi: string;
  readonly state: StandingState;
  readonly claims: readonly ClaimStanding[];
  /** What was paid so far, in cents; null before any decision. */
  readonly paidCents: number | null;
  readonly findings: readonly ReturnedFinding[];
}

/** Something that was said of what is in none of the files. */
export interface Unmatched {
  readonly kind: AcknowledgementItem['kind'];
  /** Its number there: of an interchange, group, transaction set, batch or claim. */
  readonly reference: string;
}

interface Standing {
  readonly claim: SentClaim;
  state: StandingState;
  receiverNumber: string;
  paidCents: number | null;
  readonly findings: Map<string, ReturnedFinding>;
}

/** Claims with what belongs to their transaction set. */
interface Sent {
  readonly transaction: SentTransaction;
  readonly standings: readonly Standing[];
}

/** Puts what came back together with what was sent. */
export class Standings {
  readonly #sent: readonly Sent[];
  readonly #byClaimNumber = new Map<string, Standing[]>();
  readonly #batches = new Map<string, ReadonlyMap<string, Standing>>();
  readonly #unmatched = new Map<string, Unmatched>();

  /** @param transactions in the order in which they were sent */
  constructor(transactions: readonly SentTransaction[]) {
    this.#sent = transactions.map((transaction) => ({
      transaction,
      standings: transaction.claims.map((claim): Standing => {
        return { claim, state: 'sent', receiverNumber: '', paidCents: null, findings: new Map() };
      }),
    }));
    for (const { transaction, standings } of this.#sent) {
      this.#batches.set(transaction.batch, new Map(standings.map((each) => [each.claim.claimNumber, each])));
      for (const standing of standings) {
        const { claimNumber } = standing.claim;
        const same = this.#byClaimNumber.get(claimNumber);
        if (same === undefined) this.#byClaimNumber.set(claimNumber, [standing]);
        else same.push(standing);
      }
    }
  }

  /** What was said of nothing that was sent, each once. */
  get unmatched(): readonly Unmatched[] {
    return [...this.#unmatched.values()];
  }

  /** Takes one thing that came back. */
  take(item: AcknowledgementItem): void {
    switch (item.kind) {
      case 'interchange':
        this.#takeOutcome(
          item.kind,
          item.interchange,
          ({ interchange }) => sameNumber(interchange, item.interchange),
          item.outcome,
          [item.note],
        );
        return;
      case 'group':
        this.#takeOutcome(
          item.kind,
          item.group,
          ({ group }) => sameNumber(group, item.group),
          // Which of its transaction sets were refused, these say themselves.
          item.outcome === 'partlyAccepted' ? 'unknown' : item.outcome,
          item.errors,
        );
        return;
      case 'transaction':
        this.#takeOutcome(item.kind, item.transaction, isOf(item), item.outcome, item.errors);
        return;
      case 'syntax':
        this.#takeSyntax(item);
        return;
      case 'batchStatus':
        this.#takeBatchStatus(item);
        return;
      case 'claimStatus':
        this.#takeClaimStatus(item);
        return;
      case 'claimPayment':
        this.#takePayment(item);
        return;
      case 'payment':
      case 'providerAdjustment':
      // Of no claim.
    }
  }

  /** Where every invoice stands, in the order of the files; an invoice that was sent again stands as its last sending. */
  *invoices(): Generator<InvoiceStanding> {
    const invoices = new Map<string, { readonly interchange: string; readonly claims: Standing[] }>();
    for (const { transaction, standings } of this.#sent) {
      const { interchange } = transaction;
      for (const standing of standings) {
        const key = `${standing.claim.billingNpi} ${standing.claim.invoiceNumber}`;
        const known = invoices.get(key);
        if (known?.interchange === interchange) known.claims.push(standing);
        else invoices.set(key, { interchange, claims: [standing] });
      }
    }
    for (const { claims } of invoices.values()) {
      const standing = invoiceStanding(claims);
      if (standing !== null) yield standing;
    }
  }

  #takeOutcome(
    kind: 'interchange' | 'group' | 'transaction',
    reference: string,
    isMeant: (transaction: SentTransaction) => boolean,
    outcome: Outcome,
    errors: readonly string[],
  ): void {
    const meant = this.#sent.filter(({ transaction }) => isMeant(transaction));
    if (meant.length === 0) this.#miss(kind, reference);
    const state = stateOf[outcome];
    for (const standing of meant.flatMap(({ standings }) => standings)) {
      advance(standing, state);
      if (kind === 'transaction' && state === 'received') forgiveFaults(standing);
      // A claim that was told what is wrong with it is not told that something is.
      const isTold = [...standing.findings.values()].some(({ severity }) => severity === 'error');
      if (state !== 'returned' || isTold) continue;
      for (const code of errors.length === 0 ? [''] : errors) {
        addFinding(standing, envelopeFinding(kind, code, 'error'));
      }
    }
  }

  #takeSyntax(item: Extract<AcknowledgementItem, { kind: 'syntax' }>): void {
    const sent = this.#sent.find(({ transaction }) => isOf(item)(transaction));
    if (sent === undefined) {
      this.#miss(item.kind, item.transaction);
      return;
    }
    const place = sentPlace(sent.transaction, item.place);
    const named = sent.standings.filter(({ claim }) => claim.claimNumber === item.claimNumber);
    const there = new Set(place.claims);
    const standings = named.length > 0 ? named : sent.standings.filter(({ claim }) => there.has(claim));
    // A place where another segment stands says nothing of which cell it is.
    const kind = place.kind?.name === item.segmentName ? place.kind : null;
    for (const standing of standings) {
      const line = there.has(standing.claim) ? (place.line?.number ?? null) : null;
      addFinding(standing, syntaxFinding(item, kind, 'error', line));
    }
  }

  #takeBatchStatus(item: Extract<AcknowledgementItem, { kind: 'batchStatus' }>): void {
    const meant = this.#sent.filter(({ transaction }) => transaction.batch === item.batch);
    if (meant.length === 0) this.#miss(item.kind, item.batch);
    for (const standing of meant.flatMap(({ standings }) => standings)) {
      if (item.billingNpi !== null && item.billingNpi !== standing.claim.billingNpi) continue;
      const { outcome } = item.information;
      // That a batch arrived is no acceptance of its claims.
      advance(standing, outcome === 'rejected' ? 'returned' : outcome === 'accepted' ? 'received' : 'sent');
      for (const finding of statusFindings(item.information, null)) addFinding(standing, finding);
    }
  }

  #takeClaimStatus(item: Extract<AcknowledgementItem, { kind: 'claimStatus' }>): void {
    const standing = this.#find(item.claimNumber, item.batch);
    if (standing === null) {
      this.#miss(item.kind, item.claimNumber);
      return;
    }
    if (item.receiverNumber !== '') standing.receiverNumber = item.receiverNumber;
    const information = [...item.information, ...item.lines.flatMap((line) => line.information)];
    if (information.some(({ outcome }) => outcome === 'rejected')) advance(standing, 'returned');
    else if (information.some(({ outcome }) => outcome === 'accepted')) advance(standing, 'accepted');
    for (const each of item.information)
      for (const finding of statusFindings(each, null)) addFinding(standing, finding);
    for (const line of item.lines) {
      const number = lineOf(standing.claim, line);
      for (const each of line.information) {
        for (const finding of statusFindings(each, number)) addFinding(standing, finding);
      }
    }
  }

  #takePayment(item: Extract<AcknowledgementItem, { kind: 'claimPayment' }>): void {
    const standing = this.#find(item.claimNumber, '');
    if (standing === null) {
      this.#miss(item.kind, item.claimNumber);
      return;
    }
    if (forecasts.has(item.status)) return;
    if (item.receiverNumber !== '') standing.receiverNumber = item.receiverNumber;
    standing.paidCents = (standing.paidCents ?? 0) + item.paidCents;
    if (item.status === reversal) {
      forgetPayments(standing);
      return;
    }
    const adjustments = [
      ...item.adjustments.map((each) => adjustmentFinding(each, null)),
      ...item.lines.flatMap((line) => {
        const number = lineOf(standing.claim, line);
        return line.adjustments.map((each) => adjustmentFinding(each, number));
      }),
    ].filter((finding) => finding !== null);
    advance(standing, item.status === denied || (item.paidCents === 0 && adjustments.length > 0) ? 'denied' : 'paid');
    const severity: Severity = adjustments.length > 0 || item.status === denied ? 'error' : 'warning';
    for (const finding of adjustments) addFinding(standing, finding);
    for (const code of item.remarks) addFinding(standing, remarkFinding(code, severity, null));
    for (const line of item.lines) {
      const number = lineOf(standing.claim, line);
      for (const code of line.remarks) addFinding(standing, remarkFinding(code, severity, number));
    }
  }

  /** The claim of a number: in its batch, where it is named, else as it was sent last. */
  #find(claimNumber: string, batch: string): Standing | null {
    const ofBatch = this.#batches.get(batch);
    if (ofBatch !== undefined) return ofBatch.get(claimNumber) ?? null;
    return this.#byClaimNumber.get(claimNumber)?.at(-1) ?? null;
  }

  #miss(kind: AcknowledgementItem['kind'], reference: string): void {
    this.#unmatched.set(`${kind} ${reference}`, { kind, reference });
  }
}

/** CLP02. */
const denied = '4';
const reversal = '22';
const forecasts: ReadonlySet<string> = new Set(['23', '25']);

const stateOf: Readonly<Record<Outcome, StandingState>> = {
  accepted: 'received',
  acceptedWithErrors: 'received',
  partlyAccepted: 'received',
  rejected: 'returned',
  unknown: 'sent',
};

function isOf(item: { readonly group: string; readonly transaction: string }) {
  return ({ group, transaction }: SentTransaction) =>
    sameNumber(group, item.group) && sameNumber(transaction, item.transaction);
}

/** Control numbers are compared as numbers: some receivers give them back without their zeros. */
function sameNumber(one: string, other: string): boolean {
  return one === other || (/^\d+$/.test(one) && /^\d+$/.test(other) && Number(one) === Number(other));
}

function advance(standing: Standing, state: StandingState): void {
  if (ranks[state] >= ranks[standing.state]) standing.state = state;
}

/** What was decided is undone; what was said before stands again. */
function forgetPayments(standing: Standing): void {
  standing.state = 'accepted';
  for (const [key, { reason }] of standing.findings) {
    if (reason.list === 'adjustment' || reason.list === 'remark') standing.findings.delete(key);
  }
}

/** What is wrong with the form of a set that was accepted all the same, is no error. */
function forgiveFaults({ findings }: Standing): void {
  for (const [key, finding] of findings) {
    const { list } = finding.reason;
    if (list === 'segment' || list === 'element') findings.set(key, { ...finding, severity: 'warning' });
  }
}

function addFinding({ findings }: Standing, finding: ReturnedFinding): void {
  const { reason, line, column } = finding;
  findings.set([reason.list, reasonText(reason), String(line), String(column)].join(' '), finding);
}

/** The line of the invoice: by our number, or by the only line of the claim with the procedure code. */
function lineOf(
  { lines }: SentClaim,
  { reference, procedureCode }: { readonly reference: string; readonly procedureCode: string },
): number | null {
  const own = ownLine(reference);
  if (own !== null) return own.line;
  const [only, ...others] = lines.filter((line) => line.procedureCode === procedureCode);
  return others.length === 0 ? (only?.number ?? null) : null;
}

/** How bad a state is for the invoice that a claim is a part of. */
const severities: readonly StandingState[] = ['returned', 'denied', 'sent', 'received', 'accepted', 'paid'];

function invoiceStanding(standings: readonly Standing[]): InvoiceStanding | null {
  const [first] = standings;
  const state = severities.find((each) => standings.some((standing) => standing.state === each));
  if (first === undefined || state === undefined) return null;
  const paid = standings.flatMap(({ paidCents }) => paidCents ?? []);
  return {
    invoiceNumber: first.claim.invoiceNumber,
    billingNpi: first.claim.billingNpi,
    state,
    claims: standings.map(({ claim, state: ofClaim, receiverNumber }) => {
      return { claimNumber: claim.claimNumber, state: ofClaim, receiverNumber };
    }),
    paidCents: paid.length === 0 ? null : paid.reduce((sum, cents) => sum + cents, 0),
    // What was found in all of its claims alike is one finding.
    findings: [...new Map(standings.flatMap(({ findings }) => [...findings])).values()],
  };
}
