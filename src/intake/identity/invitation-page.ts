import type { Language } from '../../guidance/messages/words.ts';
import { errorAbove, escapeHtml, field, page } from './page.ts';
import { pageWords } from './page-words.ts';
import { codeField } from './sign-in-page.ts';

/** What was wrong with a form of an invitation. */
export type InvitationFault = 'passwordShort' | 'passwordsDiffer' | 'wrongCode';

/** What the page of an invitation shows. */
export interface InvitationPage {
  readonly language: Language;
  readonly planName: string;
  /** What the person will sign in with. */
  readonly email: string;
  /** Secret of the authenticator app, in base 32. */
  readonly secret: string;
  /** The same as an address that an authenticator app on this device opens. */
  readonly secretAddress: string;
  /** The secret again, sealed, to come back with the form. */
  readonly sealedSecret: string;
  readonly error: InvitationFault | null;
}

/** The page on which an invited person chooses a password and adds the account to an authenticator app; no script. */
export function invitationPage(shown: InvitationPage): string {
  const words = pageWords(shown.language);
  const { error } = shown;
  const title = words.invitation(shown.planName);
  const inGroups = (shown.secret.match(/.{1,4}/g) ?? []).join(' ');
  const password = { type: 'password', autocomplete: 'new-password', minlength: '12', maxlength: '200' };
  return page(
    shown.language,
    `${error === null ? '' : `${words.error}: `}${title}`,
    `<h1>${escapeHtml(title)}</h1>
${errorAbove(error === null ? null : words.errors[error])}<form method="post">
<p>${words.email}: <strong>${escapeHtml(shown.email)}</strong></p>
<input type="hidden" name="email" value="${escapeHtml(shown.email)}" autocomplete="username">
<input type="hidden" name="secret" value="${escapeHtml(shown.sealedSecret)}">
<h2>${words.choosePassword}</h2>
${field(words.newPassword, { name: 'password', ...password }, { hint: words.newPasswordHint, faulty: error === 'passwordShort' || error === 'passwordsDiffer' })}
${field(words.repeatPassword, { name: 'repeated', ...password }, { faulty: error === 'passwordsDiffer' })}
<h2>${words.addKey}</h2>
<p>${words.addKeyMore}</p>
<code>${inGroups}</code>
<p><a href="${escapeHtml(shown.secretAddress)}">${words.openApp}</a></p>
<h2>${words.firstCode}</h2>
${field(words.code, codeField, { hint: words.codeHint, faulty: error === 'wrongCode' })}
<button class="primary">${words.finish}</button>
</form>`,
  );
}
