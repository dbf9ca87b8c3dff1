import { isBlank } from '../guidance/clean-text.ts';
import type { ColumnKey, LineText } from '../guidance/columns.ts';
import { billingKeys } from '../workbook/geometry.ts';
import type { Address, BillingProvider, Member, PartyName, RenderingProvider, ServiceFacility } from './claim.ts';
import type { Guide } from './guide.ts';
import type { Cells, InvoiceReader } from './invoice-reader.ts';

/** `PO Box 7`, `P. O. BOX 7`, `Post Office Box 7`: an address for mail, where 2010AA wants a street. */
const postOfficeBox = /^(?:P\.?\s*O\.?|POST\s+OFFICE)\s*BOX\b/;

/** ZIP codes of California begin with 900 to 961. */
const californianZip = /^9(?:[0-5]\d|6[01])/;

/**
 * Places of service that are not the rendering provider's: the member's home, the street, a shelter, a vehicle, a
 * telephone. There the provider's address says nothing of where the service was.
 */
const placesElsewhere = new Set(['02', '04', '10', '12', '13', '14', '15', '16', '18', '27', '33', '99']);

/** The cells of a line that say who is paid, who gave the service and where. */
export const providerKeys = [
  ...billingKeys,
  'renderingProviderNpi',
  'renderingProviderName',
  'renderingProviderFirstName',
  'renderingProviderLastName',
  'renderingProviderAddress',
  'renderingProviderCity',
  'renderingProviderState',
  'renderingProviderZip',
  'placeOfService',
] as const satisfies readonly ColumnKey[];

type BillingCells = Cells<(typeof billingKeys)[number]>;
type ProviderCells = Cells<(typeof providerKeys)[number]>;

/** Who is paid, who gave the service and where. */
export interface Providers {
  readonly billing: BillingProvider;
  readonly rendering: RenderingProvider | null;
  readonly facility: ServiceFacility | null;
  /** NPI of who gave the service, as invoiced, and the billing provider's where none is. */
  readonly servingNpi: string;
}

/**
 * The providers of an invoice.
 *
 * @param attendingNpi in an 837I that of the attending provider; null in an 837P
 */
export function providersOf(
  line: ProviderCells,
  guide: Guide,
  attendingNpi: string | null,
  reader: InvoiceReader,
): Providers {
  const billing = billingProvider(line, guide, reader);
  const servingNpi = reader.code(line, 'renderingProviderNpi') || billing.npi;
  const rendering = renderingProvider(line, attendingNpi, reader);
  return { billing, servingNpi, rendering, facility: serviceFacility(line, billing, attendingNpi, reader) };
}

/** 2010AA and 2010AB. */
function billingProvider(line: BillingCells, guide: Guide, reader: InvoiceReader): BillingProvider {
  const npi = reader.requiredCode(line, 'billingProviderNpi');
  const known = reader.target.providers.get(npi);
  const invoiced: Address = {
    street: reader.requiredText(line, 'billingProviderAddress'),
    city: reader.requiredText(line, 'billingProviderCity', 2),
    state: reader.requiredCode(line, 'billingProviderState'),
    zip: providerZip(line, 'billingProviderZip', reader),
  };
  const byMail = postOfficeBox.test(invoiced.street);
  const street = known?.street;
  const moved = byMail && street !== undefined;
  if (byMail && !moved) reader.note('BILLING_STREET_UNKNOWN', 'billingProviderAddress');
  const phone = reader.code(line, 'billingProviderPhone');
  if (phone.length !== 10) reader.note('BILLING_PHONE_LEFT_OUT', 'billingProviderPhone');
  return {
    npi,
    name:
      guide === 'institutional'
        ? { kind: 'organization', name: reader.requiredText(line, 'billingProviderName') }
        : billingName(line, reader),
    taxNumber: reader.requiredCode(line, 'billingProviderTin'),
    taxNumberKind: known?.taxNumber === 'socialSecurity' ? 'SY' : 'EI',
    taxonomy: known?.taxonomy ?? null,
    address: moved ? { street: street.address, city: street.city, state: street.state, zip: street.zip } : invoiced,
    payTo: moved ? invoiced : null,
    phone: phone.length === 10 ? phone : null,
  };
}

/**
 * 2310B; null where the billing provider gave the service, or has to stand for one without an NPI. In an 837I 2310D: a
 * person with an NPI, and another one than the attending provider.
 */
function renderingProvider(
  line: ProviderCells,
  attendingNpi: string | null,
  reader: InvoiceReader,
): RenderingProvider | null {
  const npi = reader.code(line, 'renderingProviderNpi');
  if (npi === line.billingProviderNpi) return null;
  const name = renderingName(line, reader);
  if (attendingNpi !== null) {
    if (npi === attendingNpi) return null;
    if (npi !== '' && name.kind === 'person') return { npi, name };
    reader.note('RENDERING_PROVIDER_NOT_A_PERSON', 'renderingProviderName');
    return null;
  }
  if (npi !== '') return { npi, name };
  const billingName = reader.text(line, 'billingProviderName');
  if (name.kind === 'organization' && name.name === billingName) return null;
  if (reader.target.settings.renderingWithoutNpi === 'sendName') {
    reader.note('RENDERING_PROVIDER_BY_NAME', 'renderingProviderNpi');
    return { npi: null, name };
  }
  reader.note('RENDERING_PROVIDER_LEFT_OUT', 'renderingProviderNpi');
  return null;
}

/**
 * 2310C, in an 837I 2310E; null where the service was given at the billing provider's address, or at no address of the
 * provider's. An 837I has no organization as rendering provider: it is named here wherever the service was given, since
 * the same service of two sites would be one twice without it.
 */
function serviceFacility(
  line: ProviderCells,
  billing: BillingProvider,
  attendingNpi: string | null,
  reader: InvoiceReader,
): ServiceFacility | null {
  const npi = reader.code(line, 'renderingProviderNpi');
  const isOther = npi !== '' && npi !== billing.npi;
  const isPerson = reader.text(line, 'renderingProviderLastName') !== '';
  const standsForProvider = attendingNpi !== null && isOther && !isPerson;
  if (placesElsewhere.has(line.placeOfService) && !standsForProvider) return null;
  const street = reader.requiredText(line, 'renderingProviderAddress');
  const city = reader.requiredText(line, 'renderingProviderCity', 2);
  const state = reader.requiredCode(line, 'renderingProviderState');
  const { address } = billing;
  const five = reader.requiredCode(line, 'renderingProviderZip').slice(0, 5);
  const isThere =
    street === address.street && city === address.city && state === address.state && address.zip.startsWith(five);
  if ((isThere || postOfficeBox.test(street)) && !standsForProvider) return null;
  const name = renderingName(line, reader);
  return {
    npi: isOther && !isPerson ? npi : null,
    // A person is not a place: then it is the organization's.
    name: name.kind === 'organization' ? name.name : reader.requiredText(line, 'billingProviderName'),
    address: { street, city, state, zip: providerZip(line, 'renderingProviderZip', reader) },
  };
}

/** 2010BA. */
export function member(line: LineText, reader: InvoiceReader): Member {
  const cin = reader.requiredCode(line, 'memberCin');
  const known = reader.members.find(cin);
  const sex = known?.sex ?? null;
  if (sex === null) reader.note('MEMBER_SEX_ASSUMED', null);
  return {
    cin,
    last: reader.requiredText(line, 'memberLastName'),
    first: reader.requiredText(line, 'memberFirstName'),
    address: { street: reader.requiredText(line, 'memberAddress'), ...memberPlace(line, known, reader) },
    birthDate: reader.date(line, 'memberDateOfBirth'),
    sex: sex ?? reader.target.settings.unknownSex,
  };
}

function memberPlace(
  line: LineText,
  known: ReturnType<InvoiceReader['members']['find']>,
  reader: InvoiceReader,
): Omit<Address, 'street'> {
  const eligible = known?.address ?? null;
  const zip = reader.code(line, 'memberZip').replace('-', '');
  if (isBlank(line.memberCity) || zip === '') {
    if (!reader.code(line, 'memberHomelessnessIndicator')) {
      reader.unacceptable ??= isBlank(line.memberCity) ? 'memberCity' : 'memberZip';
    }
    if (eligible !== null) {
      reader.note('MEMBER_PLACE_FROM_ELIGIBILITY', 'memberCity');
      return eligible;
    }
    // City, state and ZIP code have to be of one place.
    reader.note('MEMBER_PLACE_FROM_PROVIDER', 'memberCity');
    return {
      city: reader.requiredText(line, 'billingProviderCity', 2),
      state: reader.requiredCode(line, 'billingProviderState'),
      zip: reader.requiredCode(line, 'billingProviderZip').replace('-', ''),
    };
  }
  const city = reader.requiredText(line, 'memberCity', 2);
  if (eligible?.zip.slice(0, 5) === zip.slice(0, 5)) return { city, state: eligible.state, zip };
  reader.note(californianZip.test(zip) ? 'MEMBER_STATE_ASSUMED' : 'MEMBER_STATE_DOUBTFUL', 'memberZip');
  return { city, state: 'CA', zip };
}

function providerZip<Key extends 'billingProviderZip' | 'renderingProviderZip'>(
  line: Cells<Key>,
  key: Key,
  reader: InvoiceReader,
): string {
  const zip = reader.requiredCode(line, key).replace('-', '');
  if (zip.length !== 5) return zip;
  reader.note('PROVIDER_ZIP_EXTENDED', key);
  return zip + reader.target.settings.zipExtension;
}

/** A person where a last name is given (footnotes 11 and 16), otherwise an organization. */
function billingName(line: BillingCells, reader: InvoiceReader): PartyName {
  const last = reader.text(line, 'billingProviderLastName');
  if (last !== '') return { kind: 'person', last, first: reader.text(line, 'billingProviderFirstName') };
  return { kind: 'organization', name: reader.requiredText(line, 'billingProviderName') };
}

function renderingName(line: ProviderCells, reader: InvoiceReader): PartyName {
  const last = reader.text(line, 'renderingProviderLastName');
  if (last !== '') return { kind: 'person', last, first: reader.text(line, 'renderingProviderFirstName') };
  return { kind: 'organization', name: reader.requiredText(line, 'renderingProviderName') };
}
