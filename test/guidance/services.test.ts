import type { CivilDate } from '../../src/guidance/civil-date.ts';
import { placeOfServiceOf } from '../../src/guidance/places-of-service.ts';
import {
  isValidOn,
  parseServiceEntry,
  serviceById,
  serviceLabel,
  services,
  unitRateOn,
} from '../../src/guidance/services.ts';
import { allServices, day } from './sample-lines.ts';

const offered = allServices.services;
const only = (...ids: string[]) => offered.filter((service) => ids.includes(service.id));

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

describe('code and modifier that mean another service from a day on', () => {
  const [service] = only('H0043-U6');
  if (service === undefined) throw new Error('no such service');
  const before = { ...service, validTo: day(2026, 12, 31) };
  const after = { ...service, name: 'Housing Navigation', validFrom: day(2027, 1, 1) };

  test.each([
    [serviceLabel(before), before],
    [serviceLabel(after).toUpperCase(), after],
    ['H0043 U6', null], // nothing is guessed
    ['H0043', null],
    ['H0043 U6 · Housing', null],
  ])('the entry %j', (text, meant) => {
    expect(parseServiceEntry(text, [before, after])).toBe(meant);
  });

  test('a label with another name counts where code and modifiers name one service', () => {
    expect(parseServiceEntry('H0043 U6 · A name of last year', [after])).toBe(after);
  });

  test('the days of a service include its first and its last', () => {
    expect([day(2026, 12, 31), day(2027, 1, 1)].map((date) => isValidOn(before, date))).toEqual([true, false]);
    expect([day(2026, 12, 31), day(2027, 1, 1)].map((date) => isValidOn(after, date))).toEqual([false, true]);
    expect(isValidOn(service, day(2030, 1, 1))).toBe(true);
  });
});

test('the rate of a day', () => {
  const [service] = only('G9012-U2');
  if (service === undefined) throw new Error('no such service');
  const one = { ...service, rates: [{ from: null, cents: 8000 }] } as const;
  expect(unitRateOn(one, null)).toEqual({ from: null, cents: 8000 });
  const rates = [
    { from: null, cents: 8000 },
    { from: day(2026, 7, 1), cents: 8200 },
    { from: day(2027, 1, 1), cents: 8500 },
  ] as const;
  const cents = (date: CivilDate | null) => unitRateOn({ ...service, rates }, date)?.cents ?? null;
  expect(cents(null)).toBeNull();
  expect([day(2026, 6, 30), day(2026, 7, 1), day(2026, 12, 31), day(2027, 1, 1)].map(cents)).toEqual([
    8000, 8200, 8200, 8500,
  ]);
});
