import { rulePackHash } from '../../scripts/generate-rule-pack.ts';
import { rulePack } from '../../src/guidance/rule-pack.ts';

test('the hash is that of the rules and tables as they stand (else: node scripts/generate-rule-pack.ts)', () => {
  expect(rulePack.hash).toBe(rulePackHash());
  expect(rulePack.version).toMatch(/^1\.1\.\d+$/);
});
