import { createHash } from 'node:crypto';
import type { Language } from '../../guidance/messages/words.ts';
import { pageWords } from './page-words.ts';

const style = `
:root{color-scheme:light}
body{margin:0;background:#f5f5f5;color:#1b1b1b;font:1rem/1.5 "Segoe UI",system-ui,sans-serif}
main{max-width:24rem;margin:0 auto;padding:2rem 1.25rem}
h1{font-size:1.5rem;line-height:1.3;margin:0 0 1rem}
h2{font-size:1.125rem;line-height:1.3;margin:2rem 0 0}
label{display:block;font-weight:600;margin:1rem 0 .25rem}
input{box-sizing:border-box;width:100%;font:inherit;padding:.5rem;border:1px solid #616161;border-radius:4px;background:#fff;color:inherit}
button{font:inherit;padding:.5rem 1.25rem;border-radius:4px;border:1px solid #0f5b78;cursor:pointer;margin:1.5rem .5rem 0 0}
button.primary{background:#0f5b78;color:#fff}
button.plain{background:#fff;color:#0f5b78}
a{color:#0f5b78}
code{display:block;font:1.125rem/1.5 Consolas,monospace;overflow-wrap:anywhere;background:#fff;border:1px solid #616161;border-radius:4px;padding:.5rem .75rem}
.hint{margin:0 0 .25rem}
:focus-visible{outline:3px solid #1b1b1b;outline-offset:2px}
.error{border-left:4px solid #a4262c;background:#fff;padding:.5rem .75rem;margin:0 0 1rem}
.note{background:#fff;border:1px solid #616161;border-radius:4px;padding:.5rem .75rem;margin-top:1.5rem}
`;

/** Source expression of the pages' only style sheet, for a content security policy. */
export const pageStyleSource = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

/** A whole page around its main part, which is HTML already. */
export function page(language: Language, title: string, main: string): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(title)} – CalAIM Invoice</title><style>${style}</style></head><body><main>${main}</main></body></html>`;
}

/** A page that says one thing. */
export function messagePage(language: Language, title: string, text: string, role: 'alert' | null = null): string {
  const attributes = role === null ? '' : ' class="error" role="alert"';
  return page(language, title, `<h1>${escapeHtml(title)}</h1>\n<p${attributes}>${escapeHtml(text)}</p>`);
}

/** A page for what the issuer refuses. The code is one of OAuth's. */
export function errorPage(language: Language, code: string): string {
  const words = pageWords(language);
  return messagePage(language, words.failed, words.failedMore(code), 'alert');
}

/** Text in HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}

/** A field with its label, tied to its hint and to the page's error where there is one. */
export function field(
  label: string,
  attributes: Readonly<Record<string, string>> & { readonly name: string },
  more: { readonly hint?: string; readonly faulty?: boolean; readonly focused?: boolean } = {},
): string {
  const { name } = attributes;
  const hint = more.hint === undefined ? '' : `<p class="hint" id="${name}-hint">${escapeHtml(more.hint)}</p>\n`;
  const described = [more.hint === undefined ? '' : `${name}-hint`, more.faulty === true ? 'error' : '']
    .filter((id) => id !== '')
    .join(' ');
  const all = {
    id: name,
    ...attributes,
    ...(described === '' ? {} : { 'aria-describedby': described }),
    ...(more.faulty === true ? { 'aria-invalid': 'true' } : {}),
  };
  const written = Object.entries(all).map(([key, value]) => `${key}="${escapeHtml(value)}"`);
  return `<label for="${name}">${escapeHtml(label)}</label>\n${hint}<input ${written.join(' ')} required${more.focused === true ? ' autofocus' : ''}>`;
}

/** A page's error, in a place that its fields refer to; nothing where there is none. */
export function errorAbove(text: string | null): string {
  return text === null ? '' : `<p class="error" role="alert" id="error">${escapeHtml(text)}</p>\n`;
}
