import { createHash } from 'node:crypto';

const style = `
:root{color-scheme:light}
body{margin:0;background:#f5f5f5;color:#1b1b1b;font:1rem/1.5 "Segoe UI",system-ui,sans-serif}
main{max-width:24rem;margin:0 auto;padding:2rem 1.25rem}
h1{font-size:1.5rem;line-height:1.3;margin:0 0 1rem}
label{display:block;font-weight:600;margin:1rem 0 .25rem}
input{box-sizing:border-box;width:100%;font:inherit;padding:.5rem;border:1px solid #616161;border-radius:4px;background:#fff;color:inherit}
button{font:inherit;padding:.5rem 1.25rem;border-radius:4px;border:1px solid #0f5b78;cursor:pointer;margin:1.5rem .5rem 0 0}
button.primary{background:#0f5b78;color:#fff}
button.plain{background:#fff;color:#0f5b78}
:focus-visible{outline:3px solid #1b1b1b;outline-offset:2px}
.error{border-left:4px solid #a4262c;background:#fff;padding:.5rem .75rem;margin:0 0 1rem}
.note{background:#fff;border:1px solid #616161;border-radius:4px;padding:.5rem .75rem;margin-top:1.5rem}
`;

/** Source expression of the pages' only style sheet, for a content security policy. */
export const pageStyleSource = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

/** What the sign-in page shows. */
export interface SignInPage {
  /** Where the form is sent. */
  readonly action: string;
  /** Name of the plan. */
  readonly planName: string;
  /** What went wrong with the last try. */
  readonly error: 'wrongAccount' | 'tooManyTries' | null;
  /** Public account of a demonstration on this computer, or null. */
  readonly demo: { readonly email: string; readonly password: string } | null;
}

const errors = {
  wrongAccount: 'The email address or the password is not right. Check both and try again.',
  tooManyTries: 'Too many tries. Wait five minutes, then try again.',
} as const;

/** The sign-in page: one form, no script. */
export function signInPage(page: SignInPage): string {
  const error = page.error === null ? '' : `<p class="error" role="alert" id="error">${errors[page.error]}</p>`;
  const described = page.error === null ? '' : ' aria-describedby="error" aria-invalid="true"';
  return document(
    `${page.error === null ? '' : 'Error: '}Sign in`,
    `<h1>Sign in to ${escapeHtml(page.planName)}</h1>${error}
<form method="post" action="${escapeHtml(page.action)}">
<label for="email">Email address</label>
<input id="email" name="email" type="email" autocomplete="username" maxlength="200" required autofocus${described}>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" maxlength="200" required${described}>
<button class="primary" name="choice" value="sign-in">Sign in</button>
<button class="plain" name="choice" value="cancel" formnovalidate>Cancel</button>
</form>${page.demo === null ? '' : demoNote(page.demo)}`,
  );
}

/** A page for what the issuer refuses. The code is one of OAuth's. */
export function errorPage(code: string): string {
  return document(
    'Sign-in did not work',
    `<h1>Sign-in did not work</h1>
<p class="error" role="alert">Close this window and sign in again from the workbook. If this returns, tell the plan this code: ${escapeHtml(code)}.</p>`,
  );
}

function demoNote(demo: { readonly email: string; readonly password: string }): string {
  return `<p class="note">This is a demonstration on this computer only. Email address: <strong>${escapeHtml(demo.email)}</strong>, password: <strong>${escapeHtml(demo.password)}</strong></p>`;
}

function document(title: string, main: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(title)} – CalAIM Invoice</title><style>${style}</style></head><body><main>${main}</main></body></html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
