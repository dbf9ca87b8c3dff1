import type { Claim, PartyName } from './claim.ts';
import { named, writeAddress } from './segments.ts';
import type { EncounterTarget } from './target.ts';
import type { SegmentWriter } from './x12/segment-writer.ts';

/** Loops above the claim, which are the same in both guides. */

/** Loop 1000: who sends and who receives. */
export function writeParties(out: SegmentWriter, { submitter, receiver }: EncounterTarget): void {
  out.add('NM1', '41', '2', submitter.name, '', '', '', '', '46', submitter.identifier);
  const mail = submitter.email === '' ? [] : ['EM', submitter.email];
  out.add('PER', 'IC', submitter.contact, 'TE', submitter.phone, ...mail);
  out.add('NM1', '40', '2', receiver.name, '', '', '', '', '46', receiver.identifier);
}

/** Loop 2000A with 2010AA and 2010AB: who is paid. */
export function writeBillingProvider(out: SegmentWriter, hierarchy: number, { billing }: Claim): void {
  out.add('HL', String(hierarchy), '', '20', '1');
  if (billing.taxonomy !== null) out.add('PRV', 'BI', 'PXC', billing.taxonomy);
  out.add('NM1', '85', ...named(billing.name), '', '', '', 'XX', billing.npi);
  writeAddress(out, billing.address);
  out.add('REF', billing.taxNumberKind, billing.taxNumber);
  if (billing.phone !== null) out.add('PER', 'IC', nameOf(billing.name), 'TE', billing.phone);
  if (billing.payTo !== null) {
    out.add('NM1', '87', billing.name.kind === 'person' ? '1' : '2');
    writeAddress(out, billing.payTo);
  }
}

/** Loop 2000B with 2010BA and 2010BB: the member, who is the subscriber, and who is to pay. */
export function writeSubscriber(
  out: SegmentWriter,
  hierarchy: number,
  parent: number,
  { member }: Claim,
  { form, settings, payer }: EncounterTarget,
): void {
  out.add('HL', String(hierarchy), String(parent), '22', '0');
  const responsibility = form === 'claim' ? 'P' : settings.payerResponsibility;
  out.add('SBR', responsibility, '18', '', '', '', '', '', '', settings.claimFiling);
  out.add('NM1', 'IL', '1', member.last, member.first, '', '', '', 'MI', member.cin);
  writeAddress(out, member.address);
  out.add('DMG', 'D8', member.birthDate, member.sex);
  out.add('NM1', 'PR', '2', payer.name, '', '', '', '', 'PI', payer.identifier);
}

function nameOf(name: PartyName): string {
  return name.kind === 'person' ? `${name.first} ${name.last}`.trim().slice(0, 60).trim() : name.name;
}
