import { createHash } from 'node:crypto';
import { problems } from '../../submission/problem.ts';
import { describedOperations, type DescribedOperation } from './openapi.ts';

const style = `body{font:1rem/1.5 system-ui,sans-serif;max-width:70rem;margin:0 auto;padding:1rem;color:#1b1b1b;background:#fff}
h2{margin-top:2.5rem;border-top:1px solid #767676;padding-top:1rem}code{font-family:ui-monospace,monospace}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #767676;padding:.25rem .5rem;text-align:left;vertical-align:top}
a{color:#004b8d}`;

/** What the page's policy allows: its own style and nothing else. */
export const referencePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The description as a page to read, without a script. */
export function referencePage(): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>CalAIM Invoice: the plan’s endpoint</title>
<style>${style}</style></head>
<body><main>
<h1>The plan’s endpoint</h1>
<p>For programs there is <a href="/openapi.json">the same as OpenAPI 3.1</a>, with every schema.</p>
${describedOperations.map(operationIn).join('\n')}
<h2 id="problems">Refusals</h2>
<p>A refusal is <code>application/problem+json</code>. Its code is never renamed.</p>
${table(
  ['Code', 'Status', 'What happened', 'What to do'],
  Object.entries(problems).map(([code, { status, title, detail }]) => [
    `<code>${escaped(code)}</code>`,
    String(status),
    escaped(title),
    escaped(detail),
  ]),
)}
</main></body></html>
`;
}

function operationIn(operation: DescribedOperation): string {
  const { method, path, summary, permission, parameters, body, answers, everyProblem } = operation;
  const types = (content: Readonly<Record<string, string>>) =>
    Object.entries(content)
      .map(([type, name]) => `<code>${escaped(type)}</code>${name === 'file' ? '' : ` (${escaped(name)})`}`)
      .join(', ');
  return `<h2><code>${method} ${escaped(path)}</code></h2>
<p>${escaped(summary)}.</p>
${permission === null ? '' : `<p>Scope <code>${escaped(permission.scope)}</code>; roles: ${permission.roles.map(escaped).join(', ')}.</p>`}
${
  parameters.length === 0
    ? ''
    : table(
        ['Parameter', 'In', 'Says'],
        parameters.map(({ name, in: place, says }) => [`<code>${escaped(name)}</code>`, place, escaped(says)]),
      )
}
${body === null ? '' : `<p>Body: ${types(body)}.</p>`}
<p>Answers: ${Object.entries(answers)
    .map(([status, content]) => `${status} ${types(content)}`.trim())
    .join('; ')}.</p>
<p>Refusals: ${everyProblem.map((code) => `<a href="#problems"><code>${escaped(code)}</code></a>`).join(', ')}.</p>`;
}

/** Cells are HTML already. */
function table(headers: readonly string[], cells: readonly (readonly string[])[]): string {
  const head = headers.map((header) => `<th scope="col">${header}</th>`).join('');
  const body = cells.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
  return `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
