/** `node scripts/api-reference.ts`: writes `docs/reference/api.md` from the endpoint's own description. A test holds it current. */
import { describedOperations, type DescribedOperation } from '../src/intake/api/openapi.ts';
import { problems } from '../src/submission/problem.ts';
import { markdownFile, markdownList, markdownTable, writeReference, type ReferenceFile } from './reference-file.ts';

function typesIn(content: Readonly<Record<string, string>>): string {
  return Object.entries(content)
    .map(([type, name]) => (name === 'file' ? `\`${type}\`` : `\`${type}\` (${name})`))
    .join(', ');
}

function operationBlocks(operation: DescribedOperation): readonly string[] {
  const { method, path, summary, permission, parameters, body, answers, everyProblem } = operation;
  return [
    `## ${method} ${path}`,
    `${summary}.`,
    ...(parameters.length === 0
      ? []
      : [
          markdownTable(
            ['parameter', 'in', 'says'],
            parameters.map(({ name, in: place, says }) => [`\`${name}\``, place, says]),
          ),
        ]),
    markdownList([
      ...(permission === null ? [] : [`Scope \`${permission.scope}\`; roles: ${permission.roles.join(', ')}.`]),
      ...(body === null ? [] : [`Body: ${typesIn(body)}.`]),
      `Answers: ${Object.entries(answers)
        .map(([status, content]) => `${status} ${typesIn(content)}`.trim())
        .join('; ')}.`,
      `Refusals: ${everyProblem.map((code) => `\`${code}\``).join(', ')}.`,
    ]),
  ];
}

/** The file. */
export function apiReference(): Promise<ReferenceFile> {
  return markdownFile('api.md', [
    '# The endpoint’s requests',
    'Made by `node scripts/api-reference.ts`. The endpoint serves the same as OpenAPI 3.1 with every schema, `/openapi.json`, and as a page, `/reference`.',
    ...describedOperations.flatMap(operationBlocks),
    '## Refusals',
    markdownTable(
      ['code', 'status', 'what happened', 'what to do'],
      Object.entries(problems).map(([code, { status, title, detail }]) => [
        `\`${code}\``,
        String(status),
        title,
        detail,
      ]),
    ),
  ]);
}

if (import.meta.main) writeReference([await apiReference()]);
