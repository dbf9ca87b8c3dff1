import { planFacts } from '../../src/plan/facts.ts';
import { planProfileSchema } from '../../src/plan/profile.ts';
import { samplePlan } from '../support/sample-plan.ts';

const sample = await samplePlan();

test.each([
  ['no service', { services: [] }],
  ['a filing limit of no days', { filingLimitDays: 0 }],
  ['a confirmation through no date', { servicesConfirmedThrough: '06/31/2027' }],
  ['a diagnosis of another shape', { offeredDiagnoses: ['homeless'] }],
  ['a logo from elsewhere', { brand: { ...sample.brand, logo: 'https://plan.example/logo.png' } }],
  ['a logo with something behind it', { brand: { ...sample.brand, logo: 'data:image/png;base64,AAAA"onload="x' } }],
  ['a logo that is too large', { brand: { ...sample.brand, logo: `data:image/png;base64,${'A'.repeat(70_000)}` } }],
  ['a payer identifier of one character', { payerIdentifier: '7' }],
  ['a payer identifier with a delimiter of the 837', { payerIdentifier: 'SHP*01' }],
  ['a payer identifier with a space behind it', { payerIdentifier: 'SHP01 ' }],
  ['a name in letters that no 837 carries', { name: '健康计划' }],
  ['a name of marks alone', { name: '\u0301' }],
  ['a name that grows beyond 60 letters', { name: 'Æ'.repeat(31) }],
  ['an entry that the schema does not know', { endpoint: 'https://elsewhere.example' }],
])('a profile with %s is refused', (_, change) => {
  expect(planProfileSchema.safeParse({ ...sample, ...change }).success).toBe(false);
});

test.each(['Plan de Salud Niños', 'Æ'.repeat(30), 'L.A. Care'])('a profile may be called %s', (name) => {
  expect(planProfileSchema.safeParse({ ...sample, name }).success).toBe(true);
});

test('facts for rules', () => {
  const facts = planFacts({ ...sample, spansDays: true, extraModifiers: ['95'] });
  expect(facts).toMatchObject({
    payerIdentifier: 'SHP01',
    payerName: 'Sample Health Plan',
    spansDays: true,
    fractionalUnits: false,
    extraModifiers: ['95'],
  });
  expect(facts.servicesConfirmedThrough).toBe(
    planFacts({ ...sample, servicesConfirmedThrough: '12/31/2026' }).servicesConfirmedThrough,
  );
  expect(planFacts({ ...sample, servicesConfirmedThrough: '12/31/2027' }).servicesConfirmedThrough).toBe(
    facts.servicesConfirmedThrough + 365,
  );
  expect(facts).toMatchObject({ filingLimitDays: null, expectsControlNumber: false, expectsPlanRates: false });
  expect(planFacts({ ...sample, filingLimitDays: 180 }).filingLimitDays).toBe(180);
});
