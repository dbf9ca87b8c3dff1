import type { Language } from '../../guidance/messages/words.ts';
import { errorAbove, escapeHtml, field, page } from './page.ts';
import { pageWords } from './page-words.ts';

/** What the sign-in page shows. */
export interface SignInPage {
  readonly language: Language;
  /** Where the form is sent. */
  readonly action: string;
  /** Name of the plan. */
  readonly planName: string;
  /** Whether a code of an authenticator app is asked for. */
  readonly asksForCode: boolean;
  /** What went wrong with the last try. */
  readonly error: 'wrongAccount' | 'tooManyTries' | null;
  /** Public account of a demonstration on this computer, or null. */
  readonly demo: { readonly email: string; readonly password: string } | null;
}

/** The sign-in page: one form, no script. It does not say which of the fields was not right. */
export function signInPage(shown: SignInPage): string {
  const words = pageWords(shown.language);
  const faulty = shown.error !== null;
  const kind = shown.error === 'wrongAccount' && shown.asksForCode ? 'wrongAccountOrCode' : shown.error;
  const email = { name: 'email', type: 'email', autocomplete: 'username', maxlength: '200' };
  const password = { name: 'password', type: 'password', autocomplete: 'current-password', maxlength: '200' };
  const heading = words.signInTo(shown.planName);
  return page(
    shown.language,
    `${faulty ? `${words.error}: ` : ''}${words.signIn}`,
    `<h1>${escapeHtml(heading)}</h1>
${errorAbove(kind === null ? null : words.errors[kind])}<form method="post" action="${escapeHtml(shown.action)}">
${field(words.email, email, { faulty, focused: true })}
${field(words.password, password, { faulty })}
${shown.asksForCode ? `${field(words.code, codeField, { faulty, hint: words.codeHint })}\n` : ''}<button class="primary" name="choice" value="sign-in">${words.signIn}</button>
<button class="plain" name="choice" value="cancel" formnovalidate>${words.cancel}</button>
</form>${shown.demo === null ? '' : demoNote(shown.demo, shown.language)}`,
  );
}

/** The field of a code of an authenticator app. */
export const codeField = {
  ...{ name: 'code', type: 'text', inputmode: 'numeric', autocomplete: 'one-time-code' },
  ...{ pattern: '[0-9 ]{6,7}', maxlength: '7' },
} as const;

function demoNote(demo: { readonly email: string; readonly password: string }, language: Language): string {
  const { demonstration, email, password } = pageWords(language);
  return `<p class="note">${demonstration} ${email}: <strong>${escapeHtml(demo.email)}</strong>, ${password}: <strong>${escapeHtml(demo.password)}</strong></p>`;
}
