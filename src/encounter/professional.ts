import type { Claim, ServiceLine } from './claim.ts';
import type { ClaimPart } from './claim-part.ts';
import { writeDecision, writePlanAsPayer } from './other-payer.ts';
import {
  amount,
  procedureOf,
  totalCharge,
  writeReference,
  writeRenderingProvider,
  writeServiceDays,
  writeServiceFacility,
} from './segments.ts';
import type { EncounterTarget } from './target.ts';
import { composite, type SegmentWriter } from './x12/segment-writer.ts';

/** Loop 2300 of the 837P and what is below it. */
export function writeProfessionalClaim(
  out: SegmentWriter,
  claim: Claim,
  part: ClaimPart,
  target: EncounterTarget,
): void {
  const place = part.lines[0]?.place ?? '';
  const facility = composite(place, 'B', claim.frequency);
  out.add('CLM', part.claimNumber, totalCharge(part.lines), '', '', facility, 'Y', 'A', 'Y', 'Y');
  writeReference(out, 'G1', part.authorization);
  writeReference(out, 'F8', part.originalReference);
  writeReference(out, 'D9', claim.controlNumber);
  writeReference(out, 'EA', claim.medicalRecordNumber);
  out.add('HI', ...claim.diagnoses.map((code, index) => composite(index === 0 ? 'ABK' : 'ABF', code)));
  if (claim.rendering !== null) writeRenderingProvider(out, claim.rendering);
  if (claim.facility !== null) writeServiceFacility(out, claim.facility);
  if (target.form === 'encounter') writePlanAsPayer(out, claim, part.lines, target);
  part.lines.forEach((line, index) => {
    writeLine(out, claim, line, index + 1, place, target);
  });
}

/** Loops 2400 and 2430. */
function writeLine(
  out: SegmentWriter,
  { invoiceNumber }: Claim,
  line: ServiceLine,
  number: number,
  claimPlace: string,
  target: EncounterTarget,
): void {
  const place = line.place === claimPlace ? '' : line.place;
  const pointers = composite(...line.pointers.map(String));
  out.add('LX', String(number));
  out.add('SV1', procedureOf(line), amount(line.chargeCents), 'UN', line.units, place, '', pointers);
  writeServiceDays(out, line);
  writeReference(out, 'G1', line.authorization);
  writeReference(out, '6R', `${invoiceNumber}-${String(line.number)}`);
  writeDecision(out, line, target);
}
