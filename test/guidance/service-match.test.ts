import fc from 'fast-check';
import type { CivilDate } from '../../src/guidance/civil-date.ts';
import { matchOn, matchService, serviceCandidates, type ServiceMatch } from '../../src/guidance/service-match.ts';
import { isValidOn, type OfferedService } from '../../src/guidance/services.ts';
import { allServices, day } from './sample-lines.ts';
import '../support/proofs.ts';

const offered = allServices.services;
const date = day(2026, 10, 14);
const only = (...ids: string[]) => offered.filter((service) => ids.includes(service.id));

function match(
  procedureCode: string,
  modifiers: readonly string[],
  change: { offered?: readonly OfferedService[]; extra?: readonly string[]; date?: CivilDate | null } = {},
): ServiceMatch | null {
  const line = { procedureCode, modifiers, date: change.date === undefined ? date : change.date };
  return matchService(line, change.offered ?? offered, change.extra ?? []);
}

test.each([
  ['G9012', ['U2'], 'G9012-U2'],
  ['G9012', ['U2', 'GQ'], 'G9012-U2-GQ'],
  ['G9012', ['GQ', 'U2'], 'G9012-U2-GQ'],
  ['H0043', ['U6', 'GQ'], 'H0043-U6'], // telehealth is allowed
  ['S9977', ['U9'], 'S9977-U9'],
])('%s with %j is %s', (code, modifiers, id) => {
  expect(match(code, modifiers)).toMatchObject({ kind: 'service', service: { id } });
});

test.each([
  ['G9012', ['U1'], 'U1'],
  ['G9012', [], null],
  ['G9012', ['GQ'], null],
  ['H0043', ['GQ'], null],
  ['T2033', ['U6', 'GQ'], 'GQ'], // telehealth never
  ['G9012', ['U2', '95'], '95'],
  ['S9452', ['U5', 'U6'], null],
])('%s with %j fits nothing', (code, modifiers, stray) => {
  expect(match(code, modifiers)).toEqual({ kind: 'modifiersDoNotFit', stray });
});

test('a code that no offered service has', () => {
  expect(match('H0040', ['U1'], { offered: only('G9012-U2') })).toEqual({ kind: 'codeNotOffered' });
});

test('modifiers that the plan allows are left aside; the more specific service is meant', () => {
  expect(match('G9012', ['95', 'U2'], { extra: ['95'] })).toMatchObject({ service: { id: 'G9012-U2' } });
  expect(match('G9012', ['GQ', 'U2'], { extra: ['GQ'] })).toMatchObject({ service: { id: 'G9012-U2-GQ' } });
});

test('where several services fit equally, none is chosen', () => {
  expect(match('S9452', ['U5', 'U6'], { extra: ['U5', 'U6'] })).toEqual({ kind: 'ambiguous' });
});

describe('a code and modifier that mean another service from a day on', () => {
  const [service] = only('H0043-U6');
  if (service === undefined) throw new Error('no such service');
  const until: OfferedService = { ...service, validTo: day(2026, 12, 31) };
  const after: OfferedService = { ...service, name: 'Housing Navigation', validFrom: day(2027, 2, 1) };
  const both = { offered: [after, until] };

  test.each([
    [day(2026, 12, 31), until],
    [day(2027, 2, 1), after],
  ])('on day %i the service of the day', (on, meant) => {
    expect(match('H0043', ['U6'], { ...both, date: on })).toEqual({ kind: 'service', service: meant });
  });

  test('between them, none is in use, and which was meant is not guessed', () => {
    expect(match('H0043', ['U6'], { ...both, date: day(2027, 1, 1) })).toEqual({
      kind: 'notValidOnDate',
      service: null,
    });
    expect(match('H0043', ['U6'], { offered: [until], date: day(2027, 1, 1) })).toEqual({
      kind: 'notValidOnDate',
      service: until,
    });
  });

  test('without a day nothing can be said, unless there is one service only', () => {
    expect(match('H0043', ['U6'], { ...both, date: null })).toBeNull();
    expect(match('H0043', ['U6'], { offered: [until], date: null })).toEqual({ kind: 'service', service: until });
  });

  test('what is not in use on the day does not win by being more specific', () => {
    const telehealth: OfferedService = { ...after, id: 'H0043-U6-GQ', modifiers: ['U6', 'GQ'], telehealth: 'always' };
    const candidates = serviceCandidates('H0043', ['GQ', 'U6'], [service, telehealth], []);
    expect(matchOn(candidates, date)).toEqual({ kind: 'service', service });
    expect(matchOn(candidates, day(2027, 2, 1))).toEqual({ kind: 'service', service: telehealth });
  });
});

test('the order of modifiers does not matter, and what is matched is in use on the day and wholly there', () => {
  const anyModifiers = fc.uniqueArray(fc.constantFrom('U1', 'U2', 'U5', 'U6', 'U8', 'GQ', '95'), { maxLength: 4 });
  const anyCode = fc.constantFrom('G9012', 'H0043', 'S9452', 'T1016', 'H0040', 'A0001');
  const anyDay = fc.constantFrom(day(2024, 3, 1), day(2025, 12, 31), date);
  fc.assert(
    fc.property(
      anyCode,
      anyDay,
      fc.subarray(['U5', '95']),
      anyModifiers.chain((modifiers) =>
        fc.tuple(fc.constant(modifiers), fc.shuffledSubarray(modifiers, { minLength: modifiers.length })),
      ),
      (code, on, extra, [modifiers, shuffled]) => {
        const found = match(code, modifiers, { extra, date: on });
        const again = match(code, shuffled, { extra, date: on });
        if (found?.kind === 'modifiersDoNotFit') expect(again?.kind).toBe(found.kind);
        else expect(again).toEqual(found);
        if (found?.kind !== 'service') return;
        expect(isValidOn(found.service, on)).toBe(true);
        expect(modifiers).toEqual(expect.arrayContaining([...found.service.modifiers]));
      },
    ),
  );
});
