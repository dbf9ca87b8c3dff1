import type { Claim, PartyName } from './claim.ts';
import type { FixedSegments } from './fixed-segments.ts';
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
  { subscriber, payer }: FixedSegments,
): void {
  const { last, first, cin, address, birthDate, sex } = member;
  out.put(
    `HL*${String(hierarchy)}*${String(parent)}*22*0~${subscriber.text}NM1*IL*1*${last}*${first}****MI*${cin}~` +
      `N3*${address.street}~N4*${address.city}*${address.state}*${address.zip}~DMG*D8*${birthDate}*${sex}~${payer.text}`,
    5 + subscriber.count + payer.count,
  );
}

function nameOf(name: PartyName): string {
  return name.kind === 'person' ? `${name.first} ${name.last}`.trim().slice(0, 60).trim() : name.name;
}
