import type { Adjustment } from './adjudication.ts';
import type { Claim, ServiceLine } from './claim.ts';
import { amount, writeReference } from './segments.ts';
import type { EncounterTarget } from './target.ts';
import { printShortDate } from './x12/dates.ts';
import { segmentsOf, type Segments, type SegmentWriter } from './x12/segment-writer.ts';

/** Most adjustments in one CAS. */
const adjustmentsOfSegment = 6;

/** What of loops 2320 to 2330B is the same in all claims of a file. */
export interface PlanAsPayer {
  /** 2320 SBR. */
  readonly subscriber: Segments;
  /** 2320 OI. */
  readonly release: Segments;
  /** 2330B NM1. */
  readonly name: Segments;
}

/** The plan, which has paid before whoever the encounter goes to. */
export function planAsPayer({ plan, settings }: EncounterTarget): PlanAsPayer {
  const responsibility = settings.payerResponsibility === 'P' ? 'S' : 'P';
  const subscriber = ['', '', '', '', '', '', settings.planClaimFiling];
  return {
    subscriber: segmentsOf((out) => {
      out.add('SBR', responsibility, '18', ...subscriber);
    }),
    release: segmentsOf((out) => {
      out.add('OI', '', '', 'Y', '', '', 'Y');
    }),
    name: segmentsOf((out) => {
      out.add('NM1', 'PR', '2', plan.name, '', '', '', '', 'PI', plan.identifier);
    }),
  };
}

/** Loops 2320, 2330A and 2330B. */
export function writePlanAsPayer(
  out: SegmentWriter,
  { member }: Claim,
  lines: readonly ServiceLine[],
  { subscriber, release, name }: PlanAsPayer,
): void {
  const isDecided = lines.some(({ adjudication }) => adjudication !== null);
  const paid = isDecided ? `AMT*D*${amount(lines.reduce(addPaid, 0))}~` : '';
  out.put(
    `${subscriber.text}${paid}${release.text}NM1*IL*1*${member.last}*${member.first}****MI*${member.cin}~${name.text}`,
    subscriber.count + (isDecided ? 1 : 0) + release.count + 1 + name.count,
  );
  if (isDecided) writeReference(out, 'F8', planClaimNumber(lines));
}

function addPaid(sum: number, { adjudication }: ServiceLine): number {
  return sum + (adjudication?.paidCents ?? 0);
}

/** Loop 2430: what the plan decided of a line; nothing before it has. */
export function writeDecision(
  out: SegmentWriter,
  { service, adjudication }: ServiceLine,
  planIdentifier: string,
): void {
  if (adjudication === null) return;
  const { paidCents, paidUnits, adjustments, date } = adjudication;
  out.add('SVD', planIdentifier, amount(paidCents), service.procedure, service.revenueCode, paidUnits ?? service.units);
  if (adjustments.length > 0) writeAdjustments(out, adjustments);
  out.put(`DTP*573*D8*${printShortDate(date)}~`, 1);
}

/** The plan's own number, where the lines have one and the same. */
function planClaimNumber(lines: readonly ServiceLine[]): string {
  const [number = '', ...others] = new Set(lines.map(({ adjudication }) => adjudication?.planClaimNumber ?? ''));
  return others.length === 0 ? number : '';
}

function writeAdjustments(out: SegmentWriter, adjustments: readonly Adjustment[]): void {
  const given = adjustments.filter(({ cents }) => cents !== 0);
  for (const [group, ofGroup] of Map.groupBy(given, (each) => each.group)) {
    for (let from = 0; from < ofGroup.length; from += adjustmentsOfSegment) {
      const some = ofGroup.slice(from, from + adjustmentsOfSegment);
      // Reason, amount, quantity; the last one's quantity is blank and left out.
      out.add('CAS', group, ...some.flatMap(({ reason, cents }) => [reason, amount(cents), '']));
    }
  }
}
