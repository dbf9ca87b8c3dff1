import type { Claim, ServiceLine } from './claim.ts';
import type { ClaimPart } from './claim-part.ts';
import type { FixedSegments } from './fixed-segments.ts';
import { writeDecision, writePlanAsPayer } from './other-payer.ts';
import { serviceDays, totalCharge, writeReference, writeRenderingProvider, writeServiceFacility } from './segments.ts';
import type { SegmentWriter } from './x12/segment-writer.ts';

/** Loop 2300 of the 837P and what is below it. */
export function writeProfessionalClaim(out: SegmentWriter, claim: Claim, part: ClaimPart, fixed: FixedSegments): void {
  const place = part.lines[0]?.service.place ?? '';
  out.put(`CLM*${part.claimNumber}*${totalCharge(part.lines)}***${place}:B:${claim.frequency}*Y*A*Y*Y~`, 1);
  writeReference(out, 'G1', part.authorization);
  writeReference(out, 'F8', part.originalReference);
  writeReference(out, 'D9', claim.controlNumber);
  writeReference(out, 'EA', claim.medicalRecordNumber);
  out.put(`HI*ABK:${claim.diagnoses.join('*ABF:')}~`, 1);
  if (claim.rendering !== null) writeRenderingProvider(out, claim.rendering);
  if (claim.facility !== null) writeServiceFacility(out, claim.facility);
  if (fixed.planAsPayer !== null) writePlanAsPayer(out, claim, part.lines, fixed.planAsPayer);
  const { lines } = part;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (line !== undefined) writeLine(out, claim.invoiceNumber, part, line, index + 1, place);
    if (line?.adjudication) writeDecision(out, line, fixed.planIdentifier);
  }
}

/** Loop 2400. */
function writeLine(
  out: SegmentWriter,
  invoiceNumber: string,
  { authorization }: ClaimPart,
  line: ServiceLine,
  number: number,
  claimPlace: string,
): void {
  const { service } = line;
  const place = service.place === claimPlace ? '' : service.place;
  const own = authorization === '' && service.authorization !== '' ? `REF*G1*${service.authorization}~` : '';
  out.put(
    `LX*${String(number)}~SV1*${service.procedure}*${service.charge}*UN*${service.units}*${place}**${line.pointers}~` +
      `${serviceDays(line)}${own}REF*6R*${invoiceNumber}-${String(line.number)}~`,
    own === '' ? 4 : 5,
  );
}
