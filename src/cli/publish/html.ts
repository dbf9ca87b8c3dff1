import type { PlanProfile } from '../../plan/profile.ts';

/** Markup that may stand in a page as it is. */
export interface Html {
  readonly html: string;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

type Part = string | Html | readonly Html[];

function markup(part: Part): string {
  if (typeof part === 'string') return part.replace(/[&<>"']/g, (character) => entities[character] ?? character);
  return 'html' in part ? part.html : part.map(({ html }) => html).join('');
}

/** Markup from a template; whatever is put into it is text, unless it is markup itself. */
export function html(template: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return {
    html: template.map((text, index) => text + (index < parts.length ? markup(parts[index] ?? '') : '')).join(''),
  };
}

/** A page: a plan's brand at the top, its people to ask at the end. It needs no other file and prints on Letter. */
export function page(profile: PlanProfile, title: string, lead: string, body: Html): string {
  const { brand, support, name } = profile;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – ${name}</title>
        <style>
          ${{ html: styles(brand) }}
        </style>
      </head>
      <body>
        <header><img src="${brand.logo}" alt="${name}" /><span>CalAIM Invoice for Excel</span></header>
        <main>
          <h1>${title}</h1>
          <p class="lead">${lead}</p>
          ${body}
        </main>
        <footer>
          <p>
            <strong>Questions?</strong> ${support.name} · ${support.phone} ·
            <a href="mailto:${support.email}">${support.email}</a><br />${support.hours}
          </p>
        </footer>
      </body>
    </html> `.html;
}

function styles({ color, tint }: PlanProfile['brand']): string {
  return `
:root { --brand: ${color}; --tint: ${tint}; }
* { box-sizing: border-box; }
body { margin: 0; color: #202020; background: #fff; font: 16px/1.55 "Segoe UI", Calibri, Carlito, Arial, sans-serif; }
header { border-bottom: 4px solid var(--brand); }
header div { display: flex; align-items: center; justify-content: space-between; gap: 24px; }
header div, main, footer p { max-width: 46rem; margin: 0 auto; padding: 0 32px; }
header div { padding-block: 20px; }
header img { height: 44px; }
header span { color: #505050; }
h1 { color: var(--brand); font-size: 1.9rem; line-height: 1.2; margin: 36px 0 8px; }
h2 { color: var(--brand); font-size: 1.25rem; margin: 32px 0 8px; }
.lead { font-size: 1.1rem; color: #404040; margin: 0 0 24px; }
ol { padding-left: 1.6rem; }
li { margin: 8px 0; }
li::marker { color: var(--brand); font-weight: 600; }
a { color: var(--brand); }
code { font: 0.92em Consolas, "Liberation Mono", monospace; background: var(--tint); padding: 1px 5px; border-radius: 3px; overflow-wrap: anywhere; }
.note { background: var(--tint); border-left: 4px solid var(--brand); padding: 12px 18px; margin: 20px 0; }
table { border-collapse: collapse; width: 100%; margin: 12px 0 20px; }
th, td { text-align: left; vertical-align: top; padding: 9px 12px; border-bottom: 1px solid #d4d4d4; }
td:first-child { width: 40%; }
th { background: var(--brand); color: #fff; font-weight: 600; }
footer { margin-top: 44px; padding: 18px 0; background: var(--tint); }
@page { size: letter; margin: 0.7in; }
@media print {
  body { font-size: 10.5pt; }
  header div, main, footer p { max-width: none; padding: 0; }
  header div { padding-bottom: 12px; }
  footer { background: none; border-top: 1px solid #b0b0b0; }
  h2 { break-after: avoid; }
  li, tr, .note { break-inside: avoid; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
}
