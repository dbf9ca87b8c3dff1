import type { Claim, InstitutionalClaim, ServiceLine } from './claim.ts';
import type { ClaimPart } from './claim-part.ts';
import type { FixedSegments } from './fixed-segments.ts';
import { writeDecision, writePlanAsPayer } from './other-payer.ts';
import { serviceDays, totalCharge, writeReference, writeRenderingProvider, writeServiceFacility } from './segments.ts';
import { composite, type SegmentWriter } from './x12/segment-writer.ts';

/** Most codes in one HI. */
const codesOfSegment = 12;

/** The condition code (NUBC) of a member who is homeless. */
const homelessCondition = '17';

/** Loop 2300 of the 837I and what is below it. */
export function writeInstitutionalClaim(
  out: SegmentWriter,
  claim: Claim & { readonly institutional: InstitutionalClaim },
  part: ClaimPart,
  fixed: FixedSegments,
): void {
  const { typeOfBill, admissionType, admissionSource, patientStatus, attending, isHomeless } = claim.institutional;
  const facility = composite(typeOfBill, 'A', claim.frequency);
  out.add('CLM', part.claimNumber, totalCharge(part.lines), '', '', facility, '', 'A', 'Y', 'Y');
  out.add('DTP', '434', 'RD8', statementDays(part.lines));
  out.add('CL1', admissionType, admissionSource, patientStatus);
  writeReference(out, 'G1', part.authorization);
  writeReference(out, 'F8', part.originalReference);
  writeReference(out, 'D9', claim.controlNumber);
  writeReference(out, 'EA', claim.medicalRecordNumber);
  const [principal = '', ...others] = claim.diagnoses;
  out.add('HI', composite('ABK', principal));
  for (let from = 0; from < others.length; from += codesOfSegment) {
    out.add('HI', ...others.slice(from, from + codesOfSegment).map((code) => composite('ABF', code)));
  }
  if (isHomeless) out.add('HI', composite('BG', homelessCondition));
  out.add('NM1', '71', '1', attending.last, attending.first, '', '', '', 'XX', attending.npi);
  if (claim.rendering !== null) writeRenderingProvider(out, claim.rendering);
  if (claim.facility !== null) writeServiceFacility(out, claim.facility);
  if (fixed.planAsPayer !== null) writePlanAsPayer(out, claim, part.lines, fixed.planAsPayer);
  part.lines.forEach((line, index) => {
    writeLine(out, claim, line, index + 1);
    writeDecision(out, line, fixed.planIdentifier);
  });
}

/** Loop 2400. */
function writeLine(out: SegmentWriter, { invoiceNumber }: Claim, line: ServiceLine, number: number): void {
  const { revenueCode, procedure, charge, units } = line.service;
  out.put(
    `LX*${String(number)}~SV2*${revenueCode}*${procedure}*${charge}*UN*${units}~` +
      `${serviceDays(line)}REF*6R*${invoiceNumber}-${String(line.number)}~`,
    4,
  );
}

/** From the first day of any line to the last. */
function statementDays(lines: readonly ServiceLine[]): string {
  let [first, last] = ['99999999', '00000000'];
  for (const { start, end } of lines) {
    if (start < first) first = start;
    if (end > last) last = end;
  }
  return `${first}-${last}`;
}
