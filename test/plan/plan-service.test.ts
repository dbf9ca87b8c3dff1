import { serviceById, type OfferedService } from '../../src/guidance/services.ts';
import { offeredServices } from '../../src/plan/facts.ts';
import { planProfileSchema } from '../../src/plan/profile.ts';
import { day } from '../guidance/sample-lines.ts';
import { samplePlan } from '../support/sample-plan.ts';

const sample = await samplePlan();

const navigation = { id: 'H0043-U6', unitRateCents: 15_000 };
const own = {
  id: 'H2015-U6',
  name: 'Peer Mentoring',
  unitBasis: 'session',
  unitRateCents: 4500,
  own: { program: 'communitySupports' },
};

function offered(...services: readonly object[]): readonly OfferedService[] {
  return offeredServices(planProfileSchema.parse({ ...sample, services }));
}

/** Where and why a list of services is refused. */
function refusals(...services: readonly object[]): readonly string[] {
  const parsed = planProfileSchema.safeParse({ ...sample, services });
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.slice(1).join('.')} ${message}`);
}

test('a service of the guidance carries the plan’s rate and span, and is else as the guidance has it', () => {
  expect(offered({ id: 'H0044-U3', unitRateCents: 185_000, spansDays: true, expectsAuthorization: true })).toEqual([
    {
      ...serviceById('H0044-U3'),
      rates: [{ from: null, cents: 185_000 }],
      spansDays: true,
      expectsAuthorization: true,
    },
  ]);
});

test('a plan hides what it does not list, and switches on what is off', () => {
  expect(offered({ id: 'H0043-U2', unitRateCents: 9000 }).map(({ id }) => id)).toEqual(['H0043-U2']);
});

test('a plan’s own name; the guidance’s names are still understood', () => {
  const [service] = offered({ id: 'T2038-U4', name: 'ALF Move-In', unitRateCents: 45_000 });
  expect(service).toMatchObject({
    name: 'ALF Move-In',
    formerNames: [
      'Assisted Living Facility (ALF) Transitions',
      'Nursing Facility Transition/Diversion to Assisted Living Facilities',
    ],
  });
});

test('what a unit is, where the guidance leaves it to the contract; then its unit rules hold', () => {
  const [service] = offered({ id: 'G9012-U2', unitRateCents: 2000, unitBasis: 'fifteenMinutes' });
  expect(service).toMatchObject({ unitBasis: 'fifteenMinutes', unitsConfigurable: false });
});

test('rates that change with the day of service', () => {
  const [service] = offered({
    ...navigation,
    rateChanges: [
      { from: '07/01/2026', unitRateCents: 15_500 },
      { from: '01/01/2027', unitRateCents: 16_000 },
    ],
  });
  expect(service?.rates).toEqual([
    { from: null, cents: 15_000 },
    { from: day(2026, 7, 1), cents: 15_500 },
    { from: day(2027, 1, 1), cents: 16_000 },
  ]);
});

test('the days of the plan’s offer lie within the guidance’s own', () => {
  const [service] = offered({
    id: 'T1016-U8',
    unitRateCents: 4500,
    validFrom: '07/01/2025',
    validTo: '06/30/2026',
  });
  expect(service).toMatchObject({ validFrom: day(2026, 1, 1), validTo: day(2026, 6, 30) });
});

test('a service of the plan’s own', () => {
  expect(offered(own)).toEqual([
    {
      id: 'H2015-U6',
      program: 'communitySupports',
      category: 'Peer Mentoring',
      name: 'Peer Mentoring',
      formerNames: [],
      procedureCode: 'H2015',
      modifiers: ['U6'],
      unitBasis: 'session',
      unitsConfigurable: false,
      telehealth: 'never',
      actualBilledAmount: false,
      validFrom: null,
      validTo: null,
      usualPlaces: null,
      enabledByDefault: false,
      rates: [{ from: null, cents: 4500 }],
      spansDays: false,
      expectsAuthorization: false,
    },
  ]);
});

test('a code and modifier that mean another service from a day on', () => {
  const services = [
    { ...navigation, validTo: '12/31/2026' },
    {
      ...own,
      id: 'H0043-U6',
      name: 'Housing Navigation',
      validFrom: '01/01/2027',
    },
  ];
  expect(offered(...services).map(({ id, name }) => [id, name])).toEqual([
    ['H0043-U6', 'Housing Transition Navigation Services'],
    ['H0043-U6', 'Housing Navigation'],
  ]);
});

const notCarried = 'has characters or spaces that an 837 does not carry';
const noId = '0.id is no procedure code with one or two modifiers, such as G9012-U2';

test.each<readonly [string, readonly string[], readonly object[]]>([
  ['no such service', ['0.id names no service of the guidance'], [{ ...navigation, id: 'G9012-U9' }]],
  ['a code of another shape', [noId, '0.id names no service of the guidance'], [{ ...navigation, id: 'X1234-U6' }]],
  ['an own service without modifiers', [noId], [{ ...own, id: 'H2015' }]],
  ['three modifiers', [noId], [{ ...own, id: 'H2015-U6-U7-U8' }]],
  ['a modifier twice', [noId], [{ ...own, id: 'H2015-U6-U6' }]],
  ['GQ alone', [noId], [{ ...own, id: 'H2015-GQ', own: { program: 'communitySupports', telehealth: 'always' } }]],
  [
    'an own service that says too little',
    ['0.name is needed where the plan adds the service', '0.unitBasis is needed where the plan adds the service'],
    [{ ...own, name: undefined, unitBasis: undefined }],
  ],
  [
    'telehealth that is not said',
    ['0.own has to say telehealth "always" exactly where GQ is one of the modifiers'],
    [{ ...own, id: 'H2015-U6-GQ' }],
  ],
  [
    'telehealth without GQ',
    ['0.own has to say telehealth "always" exactly where GQ is one of the modifiers'],
    [{ ...own, own: { program: 'ecm', telehealth: 'always' } }],
  ],
  [
    'a place that is none',
    ['0.own.usualPlaces.0 is no place of service'],
    [{ ...own, own: { program: 'ecm', usualPlaces: ['00'] } }],
  ],
  [
    'another unit where the guidance sets it',
    ['0.unitBasis is set by the guidance for this service'],
    [{ ...navigation, unitBasis: 'month' }],
  ],
  ['a name with a delimiter', [`0.name ${notCarried}`], [{ ...navigation, name: 'Housing: navigation' }]],
  ['a name with outer spaces', [`0.name ${notCarried}`], [{ ...navigation, name: 'Housing ' }]],
  [
    'a rate where the actual cost is billed',
    ['0.unitRateCents has to be null: this service is billed at its actual cost'],
    [{ id: 'H0044-U2', unitRateCents: 100_000 }],
  ],
  [
    'rates that do not rise by date',
    ['0.rateChanges do not rise by their dates'],
    [{ ...navigation, rateChanges: ['07/01/2026', '07/01/2026'].map((from) => ({ from, unitRateCents: 1 })) }],
  ],
  [
    'a rate of no day',
    ['0.rateChanges.0.from is no MM/DD/YYYY date'],
    [{ ...navigation, rateChanges: [{ from: '7/1/2026', unitRateCents: 1 }] }],
  ],
  [
    'no day left',
    ['0.validTo leaves no day on which the service is offered'],
    [{ id: 'T1016-U8', unitRateCents: 1, validTo: '12/31/2025' }],
  ],
  ['a service twice', ['1.id names a service twice for the same days'], [navigation, navigation]],
  [
    'a service twice, its modifiers in another order',
    ['1.id names a service twice for the same days'],
    [
      { ...own, id: 'H2015-U6-U7' },
      { ...own, id: 'H2015-U7-U6', name: 'Another' },
    ],
  ],
  [
    'a service twice on one day',
    ['1.id names a service twice for the same days'],
    [
      { ...navigation, validTo: '01/01/2027' },
      { ...navigation, name: 'Another', validFrom: '01/01/2027' },
    ],
  ],
  [
    'one name for two services of a code',
    ['1.name is that of another entry of this code: on other days it needs another name'],
    [
      { ...navigation, validTo: '12/31/2026' },
      { ...navigation, validFrom: '01/01/2027' },
    ],
  ],
])('refused: %s', (_, expected, services) => {
  expect(refusals(...services)).toEqual(expected);
});

test('a rate in dollars, or below zero, is refused', () => {
  for (const unitRateCents of [12.5, -1]) expect(refusals({ ...navigation, unitRateCents })).toHaveLength(1);
});
