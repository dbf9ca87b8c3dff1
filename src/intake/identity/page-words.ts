import { languages, type Language } from '../../guidance/messages/words.ts';

/** What the pages of the embedded issuer say. */
export interface PageWords {
  readonly signInTo: (planName: string) => string;
  readonly signIn: string;
  readonly cancel: string;
  readonly email: string;
  readonly password: string;
  readonly code: string;
  readonly codeHint: string;
  readonly error: string;
  readonly errors: {
    readonly wrongAccount: string;
    readonly wrongAccountOrCode: string;
    readonly tooManyTries: string;
    readonly passwordShort: string;
    readonly passwordsDiffer: string;
    readonly wrongCode: string;
  };
  readonly failed: string;
  readonly failedMore: (code: string) => string;
  readonly demonstration: string;
  readonly invitation: (planName: string) => string;
  readonly choosePassword: string;
  readonly newPassword: string;
  readonly newPasswordHint: string;
  readonly repeatPassword: string;
  readonly addKey: string;
  readonly addKeyMore: string;
  readonly openApp: string;
  readonly firstCode: string;
  readonly finish: string;
  readonly ready: string;
  readonly readyMore: string;
  readonly invitationOver: string;
  readonly invitationOverMore: string;
  readonly signOut: string;
  readonly signOutMore: string;
  readonly signedOut: string;
  readonly signedOutMore: string;
}

const english: PageWords = {
  signInTo: (planName) => `Sign in to ${planName}`,
  signIn: 'Sign in',
  cancel: 'Cancel',
  email: 'Email address',
  password: 'Password',
  code: 'Code',
  codeHint: 'The 6 digits that your authenticator app shows now.',
  error: 'Error',
  errors: {
    wrongAccount: 'The email address or the password is not right. Check both and try again.',
    wrongAccountOrCode:
      'The email address, the password or the code is not right. Check them, wait for a new code and try again. After 5 wrong tries, wait 15 minutes.',
    tooManyTries: 'Too many tries. Wait five minutes, then try again.',
    passwordShort: 'The password is too short. Choose one of at least 12 characters.',
    passwordsDiffer: 'The two passwords are not the same. Type the same password in both.',
    wrongCode:
      'The code is not right. Check that the time of your phone is right, and type the code that it shows now.',
  },
  failed: 'Sign-in did not work',
  failedMore: (code) =>
    `Close this window and sign in again from the workbook. If this returns, tell the plan this code: ${code}.`,
  demonstration: 'This is a demonstration on this computer only.',
  invitation: (planName) => `Set up your account at ${planName}`,
  choosePassword: '1. Choose a password',
  newPassword: 'New password',
  newPasswordHint: 'At least 12 characters. A sentence is easy to remember.',
  repeatPassword: 'The same password again',
  addKey: '2. Add this account to your authenticator app',
  addKeyMore: 'In the app, choose to enter a key by hand, and type this key. Capital and small letters are the same.',
  openApp: 'On this phone: open the authenticator app',
  firstCode: '3. Type the code that the app shows',
  finish: 'Set up the account',
  ready: 'Your account is ready',
  readyMore: 'Close this page and sign in from the workbook.',
  invitationOver: 'This invitation is over',
  invitationOverMore: 'It was used before, or it is too old. Ask the person who sent it for a new one.',
  signOut: 'Sign out',
  signOutMore: 'Do you want to sign out of this browser?',
  signedOut: 'You are signed out',
  signedOutMore: 'You may close this page.',
};

const spanish: PageWords = {
  signInTo: (planName) => `Iniciar sesión en ${planName}`,
  signIn: 'Iniciar sesión',
  cancel: 'Cancelar',
  email: 'Correo electrónico',
  password: 'Contraseña',
  code: 'Código',
  codeHint: 'Los 6 dígitos que su aplicación de autenticación muestra ahora.',
  error: 'Error',
  errors: {
    wrongAccount: 'El correo electrónico o la contraseña no son correctos. Revise ambos e intente de nuevo.',
    wrongAccountOrCode:
      'El correo electrónico, la contraseña o el código no son correctos. Revíselos, espere un código nuevo e intente de nuevo. Después de 5 intentos fallidos, espere 15 minutos.',
    tooManyTries: 'Demasiados intentos. Espere cinco minutos e intente de nuevo.',
    passwordShort: 'La contraseña es demasiado corta. Elija una de al menos 12 caracteres.',
    passwordsDiffer: 'Las dos contraseñas no son iguales. Escriba la misma contraseña en ambos campos.',
    wrongCode:
      'El código no es correcto. Revise que la hora de su teléfono sea correcta y escriba el código que muestra ahora.',
  },
  failed: 'No se pudo iniciar sesión',
  failedMore: (code) =>
    `Cierre esta ventana e inicie sesión de nuevo desde el libro. Si se repite, diga este código al plan: ${code}.`,
  demonstration: 'Esto es una demostración solo en esta computadora.',
  invitation: (planName) => `Prepare su cuenta en ${planName}`,
  choosePassword: '1. Elija una contraseña',
  newPassword: 'Contraseña nueva',
  newPasswordHint: 'Al menos 12 caracteres. Una frase es fácil de recordar.',
  repeatPassword: 'La misma contraseña otra vez',
  addKey: '2. Agregue esta cuenta a su aplicación de autenticación',
  addKeyMore:
    'En la aplicación, elija ingresar una clave a mano y escriba esta clave. Las mayúsculas y minúsculas son iguales.',
  openApp: 'En este teléfono: abrir la aplicación de autenticación',
  firstCode: '3. Escriba el código que muestra la aplicación',
  finish: 'Preparar la cuenta',
  ready: 'Su cuenta está lista',
  readyMore: 'Cierre esta página e inicie sesión desde el libro.',
  invitationOver: 'Esta invitación ya no es válida',
  invitationOverMore: 'Ya se usó o es demasiado antigua. Pida una nueva a la persona que se la envió.',
  signOut: 'Cerrar sesión',
  signOutMore: '¿Quiere cerrar la sesión en este navegador?',
  signedOut: 'Se cerró su sesión',
  signedOutMore: 'Puede cerrar esta página.',
};

const catalogues: Readonly<Record<Language, PageWords>> = { en: english, es: spanish };

/** The words of a language. */
export function pageWords(language: Language): PageWords {
  return catalogues[language];
}

/**
 * The language of a page, English where none of those asked for is ours.
 *
 * @param asked what the pane asked for (`ui_locales`), then what the browser is set to (`Accept-Language`), each in the
 *   order of preference
 */
export function pageLanguage(...asked: readonly (string | undefined)[]): Language {
  for (const list of asked) {
    for (const tag of (list ?? '').split(/[\s,]+/)) {
      const found = languages.find((language) => tag.toLowerCase().split(/[-;]/)[0] === language);
      if (found !== undefined) return found;
    }
  }
  return 'en';
}
