import { problems, problemSchema, problemType, type ProblemCode } from '../../src/submission/problem.ts';

test('codes and statuses are frozen: programmes at other places rely on them', () => {
  expect(Object.fromEntries(Object.entries(problems).map(([code, problem]) => [code, problem.status]))).toEqual({
    'malformed-json': 400,
    'malformed-envelope': 400,
    'malformed-request': 400,
    'unknown-contract': 400,
    'idempotency-key-missing': 400,
    'not-signed-in': 401,
    'scope-missing': 403,
    'role-missing': 403,
    'emergency-not-open': 403,
    'provider-not-yours': 403,
    'plan-not-yours': 403,
    'not-found': 404,
    'already-there': 409,
    'people-elsewhere': 409,
    'too-large': 413,
    'unsupported-media-type': 415,
    'idempotency-key-reused': 422,
    'idempotency-key-mismatch': 422,
    'unknown-plan': 422,
    'file-refused': 422,
    'decisions-refused': 422,
    'plan-file-refused': 422,
    'encounter-settings-blank': 422,
    'answer-refused': 422,
    'too-many-requests': 429,
    'internal-error': 500,
    busy: 503,
  });
});

test.each(Object.entries(problems))('%s says what happened and what to do', (code, problem) => {
  expect(problem.title).toMatch(/^[A-Z].*[^.]$/);
  expect(problem.detail).toMatch(/^[A-Z].*\.$/);
  expect(problemSchema.safeParse({ type: problemType(code as ProblemCode), code, ...problem }).success).toBe(true);
});
