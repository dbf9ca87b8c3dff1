import type { Adjustment } from './adjudication.ts';
import type { Claim, ServiceLine } from './claim.ts';
import { amount, procedureOf, writeReference } from './segments.ts';
import type { EncounterTarget } from './target.ts';
import { printShortDate } from './x12/dates.ts';
import type { SegmentWriter } from './x12/segment-writer.ts';

/** Most adjustments in one CAS. */
const adjustmentsOfSegment = 6;

/** Loops 2320, 2330A and 2330B: the plan, which has paid before. */
export function writePlanAsPayer(
  out: SegmentWriter,
  { member }: Claim,
  lines: readonly ServiceLine[],
  { plan, settings }: EncounterTarget,
): void {
  // The plan pays before whoever the encounter goes to.
  const responsibility = settings.payerResponsibility === 'P' ? 'S' : 'P';
  out.add('SBR', responsibility, '18', '', '', '', '', '', '', settings.planClaimFiling);
  if (lines.some(({ adjudication }) => adjudication !== null)) {
    out.add('AMT', 'D', amount(lines.reduce((sum, line) => sum + (line.adjudication?.paidCents ?? 0), 0)));
  }
  out.add('OI', '', '', 'Y', '', '', 'Y');
  out.add('NM1', 'IL', '1', member.last, member.first, '', '', '', 'MI', member.cin);
  out.add('NM1', 'PR', '2', plan.name, '', '', '', '', 'PI', plan.identifier);
  writeReference(out, 'F8', planClaimNumber(lines));
}

/** Loop 2430: what the plan decided of a line; nothing before it has. */
export function writeDecision(out: SegmentWriter, line: ServiceLine, { plan }: EncounterTarget): void {
  if (line.adjudication === null) return;
  const { paidCents, paidUnits, adjustments, date } = line.adjudication;
  out.add('SVD', plan.identifier, amount(paidCents), procedureOf(line), line.revenueCode, paidUnits ?? line.units);
  writeAdjustments(out, adjustments);
  out.add('DTP', '573', 'D8', printShortDate(date));
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
