import { readFileSync } from 'node:fs';
import { rulePackDigestSource } from '../../scripts/generate-rule-pack.ts';
import { changedParts, rulePack } from '../../src/guidance/rule-pack.ts';
import { rules } from '../../src/guidance/rules/index.ts';

test('the digest is that of the rules and tables as they stand (else: npm run rule-pack)', async () => {
  const file = readFileSync(new URL('../../src/guidance/rule-pack-digest.ts', import.meta.url), 'utf8');
  expect(file).toBe(await rulePackDigestSource());
  expect(rulePack.version).toMatch(/^1\.1\.\d+$/);
  expect(rulePack.hash).toMatch(/^[0-9a-f]{64}$/);
});

test('each rule has a digest of its own, and so has each table', () => {
  for (const { code } of rules) expect(rulePack.parts[code]).toMatch(/^[0-9a-f]{12}$/);
  expect(Object.keys(rulePack.parts)).toEqual(
    expect.arrayContaining(['service-table', 'diagnosis-codes', 'states', 'rules/dates']),
  );
});

test.each([
  [{}, {}, []],
  [{ A: '1', B: '2' }, { B: '2', A: '1' }, []],
  [{ A: '1', B: '2' }, { A: '1', B: '3' }, ['B']],
  [{ B: '2' }, { A: '1' }, ['A', 'B']],
  [{ constructor: '1' }, {}, ['constructor']],
])('between %j and %j differs %j', (left, right, changed) => {
  expect(changedParts(left, right)).toEqual(changed);
});
