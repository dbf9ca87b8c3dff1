/** @jest-environment ./test/taskpane/support/browser-environment.mjs */
import { connectPolicy } from '../../../src/taskpane/effects/connect-policy.ts';
import { plan } from '../support/plan.ts';

const page = () => document.implementation.createHTMLDocument();
const policies = (of: Document) =>
  [...of.head.querySelectorAll('meta')].map(({ content, httpEquiv }) => `${httpEquiv}: ${content}`);

test('the page may call its own origin and those of the registry, and no others', () => {
  const own = page();
  connectPolicy(own).narrow({ kind: 'known', plans: [plan] });
  expect(policies(own)).toEqual([
    `Content-Security-Policy: connect-src 'self' ${[...new Set(plan.origins)].sort().join(' ')}`,
  ]);
});

test('without a registry nothing is narrowed: it may still come', () => {
  const own = page();
  connectPolicy(own).narrow({ kind: 'unavailable', reason: 'unreachable' });
  expect(policies(own)).toEqual([]);
});

test('a plan that has moved since may not be called by this page', () => {
  const own = page();
  const policy = connectPolicy(own);
  expect(policy.allows({ origins: ['https://elsewhere.example'] })).toBe(true);
  policy.narrow({ kind: 'known', plans: [plan] });
  policy.narrow({ kind: 'known', plans: [] });
  expect(policies(own)).toHaveLength(1);
  expect(policy.allows(plan)).toBe(true);
  expect(policy.allows({ origins: [...plan.origins, 'https://elsewhere.example'] })).toBe(false);
});
