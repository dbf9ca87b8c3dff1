import { printCivilDate } from '../../src/guidance/civil-date.ts';
import { placeOfServiceOf } from '../../src/guidance/places-of-service.ts';
import { matchService, parseServiceEntry, serviceById, serviceLabel, services } from '../../src/guidance/services.ts';
import { allServices } from './sample-lines.ts';

const offered = allServices.services;
const only = (...ids: string[]) => offered.filter((service) => ids.includes(service.id));

test('the table has 8 ECM services and 46 Community Supports, four of which a plan has to switch on', () => {
  expect(services.filter((service) => service.program === 'ecm')).toHaveLength(8);
  expect(services.filter((service) => service.program === 'communitySupports')).toHaveLength(46);
  expect(services.filter((service) => !service.enabledByDefault).map((service) => service.category)).toEqual(
    Array.from({ length: 4 }, () => 'Transitional Rent'),
  );
});

test('ids, codes with modifiers, and labels are each unique', () => {
  for (const keyOf of [(each: (typeof services)[number]) => each.id, serviceLabel]) {
    expect(new Set(services.map(keyOf)).size).toBe(services.length);
  }
});

test.each(services.map((service) => [service.id, service] as const))('%s is well-formed', (id, service) => {
  expect(service.procedureCode).toMatch(/^[A-V]\d{4}$/);
  expect(service.modifiers[0]).toMatch(/^U\d$/);
  expect(service.modifiers.slice(1).every((modifier) => modifier === 'GQ')).toBe(true);
  expect([service.procedureCode, ...service.modifiers].join('-')).toBe(id);
  expect(serviceLabel(service).startsWith(`${id.replaceAll('-', ' ')} · ${service.category}`)).toBe(true);
  expect(serviceLabel(service).length).toBeLessThanOrEqual(255);
  expect(service.telehealth === 'always').toBe(service.modifiers.includes('GQ'));
  expect((service.usualPlaces ?? []).every((code) => placeOfServiceOf(code) !== null)).toBe(true);
  expect(serviceById(id)).toBe(service);
});

test('dates are known only where a source says them', () => {
  const dated = services.filter((service) => service.validFrom !== null);
  expect(dated.map(({ id, validFrom }) => [id, validFrom === null ? '' : printCivilDate(validFrom)])).toEqual([
    ['T1016-U8', '01/01/2026'],
    ['T1016-U8-GQ', '01/01/2026'],
    ['H0044-U5', '01/01/2026'],
    ['H0043-U2', '07/01/2025'],
    ['H0044-U6', '07/01/2025'],
    ['H0040-U2', '01/01/2026'],
    ['H0040-U1', '01/01/2026'],
  ]);
});

test('the services whose actual cost is reported', () => {
  expect(services.filter((service) => service.actualBilledAmount).map((service) => service.id)).toEqual([
    'H0044-U2',
    'T2038-U5',
    'H0044-U5',
    'S5165-U6',
    'S5165-U5',
    'H0044-U6',
  ]);
});

test.each(services.map((service) => [serviceLabel(service), service.id] as const))(
  'the entry %s is %s',
  (label, id) => {
    expect(parseServiceEntry(label, offered)?.id).toBe(id);
  },
);

test.each([
  ['H0014', 'H0014-U6'],
  ['h0014 ', 'H0014-U6'],
  ['G9012 U2', 'G9012-U2'],
  ['G9012 GQ U2', 'G9012-U2-GQ'],
  ['G9012', null], // names several
  ['G9012 U1', null],
  ['X9999', null],
  ['', null],
])('the entry %j is %s', (text, id) => {
  expect(parseServiceEntry(text, offered)?.id ?? null).toBe(id);
});

test('a bare code counts where the plan offers one service of it', () => {
  expect(parseServiceEntry('G9012', only('G9012-U2', 'H0014-U6'))?.id).toBe('G9012-U2');
});

test.each([
  ['G9012', ['U2'], 'G9012-U2'],
  ['G9012', ['U2', 'GQ'], 'G9012-U2-GQ'],
  ['G9012', ['GQ', 'U2'], 'G9012-U2-GQ'],
  ['H0043', ['U6', 'GQ'], 'H0043-U6'], // telehealth is allowed
  ['S9977', ['U9'], 'S9977-U9'],
])('%s with %j is %s', (code, modifiers, id) => {
  const match = matchService(code, modifiers, offered, []);
  expect(match.kind === 'service' ? match.service.id : match).toBe(id);
});

test.each([
  ['G9012', ['U1'], 'U1'],
  ['G9012', [], null],
  ['G9012', ['GQ'], null],
  ['T2033', ['U6', 'GQ'], 'GQ'], // telehealth never
  ['G9012', ['U2', '95'], '95'],
  ['S9452', ['U5', 'U6'], null],
])('%s with %j fits nothing', (code, modifiers, stray) => {
  expect(matchService(code, modifiers, offered, [])).toEqual({ kind: 'modifiersDoNotFit', stray });
});

test('modifiers that the plan allows are left aside; where several services fit, none is chosen', () => {
  expect(matchService('G9012', ['95', 'U2'], offered, ['95'])).toMatchObject({ service: { id: 'G9012-U2' } });
  expect(matchService('S9452', ['U5', 'U6'], offered, ['U5', 'U6'])).toEqual({
    kind: 'modifiersDoNotFit',
    stray: null,
  });
  expect(matchService('G9012', ['GQ', 'U2'], offered, ['GQ'])).toMatchObject({ service: { id: 'G9012-U2-GQ' } });
});

test('a code that no offered service has', () => {
  expect(matchService('H0040', ['U1'], only('G9012-U2'), [])).toEqual({ kind: 'codeNotOffered' });
});
