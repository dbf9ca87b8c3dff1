import { parseCents } from '../../src/guidance/money.ts';
import { services } from '../../src/guidance/services.ts';
import { planFacts } from '../../src/plan/facts.ts';
import { parseCsv } from '../../src/xlsx/csv.ts';
import { samplePlan } from '../support/sample-plan.ts';
import { sampleMonth } from '../support/samples.ts';

const plan = await samplePlan();

/** Relative luminance of a colour (WCAG 2.2). */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((place) => {
    const channel = parseInt(color.slice(place, place + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((left, right) => left - right);
  return (lighter + 0.05) / (darker + 0.05);
}

test('white on its colour and black on its tint can be read (WCAG 2.2, 1.4.3)', () => {
  expect(contrast(plan.brand.color, '#ffffff')).toBeGreaterThanOrEqual(4.5);
  expect(contrast(plan.brand.tint, '#000000')).toBeGreaterThanOrEqual(4.5);
  expect(contrast(plan.brand.tint, plan.brand.color)).toBeGreaterThanOrEqual(4.5);
});

test('it offers every service that is enabled by default, with a rate unless the actual cost is billed', () => {
  expect(plan.services.map((service) => service.id)).toEqual(
    services.filter((service) => service.enabledByDefault).map((service) => service.id),
  );
  for (const service of planFacts(plan).services)
    expect(service.rates[0].cents === null).toBe(service.actualBilledAmount);
});

test('its contact is synthetic', () => {
  expect(plan.support.phone).toMatch(/555-01\d\d$/);
  expect(plan.support.email).toMatch(/\.example\.org$/);
});

test('its rates are the unit costs of the sample month where that has one cost for a service', () => {
  const csv = parseCsv(sampleMonth('harbor-care-2026-10'));
  const lines = csv.kind === 'lines' ? csv.lines : [];
  const costs = new Map<string, Set<number | null>>();
  for (const line of lines) {
    const modifiers = [line.procedureCodeModifier1, line.procedureCodeModifier2].filter((modifier) => modifier !== '');
    const id = [line.procedureCode, ...modifiers].join('-');
    const cost = parseCents(line.serviceUnitCost);
    if (cost !== 0) costs.set(id, (costs.get(id) ?? new Set()).add(cost));
  }
  const agreed = planFacts(plan).services.filter(
    ({ id, actualBilledAmount }) => !actualBilledAmount && costs.get(id)?.size === 1,
  );
  expect(agreed.length).toBeGreaterThanOrEqual(6);
  for (const { id, rates } of agreed) expect([...(costs.get(id) ?? [])]).toEqual(rates.map(({ cents }) => cents));
});
