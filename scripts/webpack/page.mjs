/** Microsoft's own address of Office.js, the only supported one in production. */
export const officeJsAddress = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/** SHA-256 of nothing: the content of an empty style element. */
const emptyStyle = 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';

/**
 * Content security policy of a page of the pane. Who may frame it is the server's word: a page cannot say it.
 *
 * Fluent UI puts empty style elements into the page and adds its rules to them through the object model, which a policy
 * does not look at: the one inline style that is allowed is the empty one, by its hash. Inline scripts never are.
 *
 * @param {{ scripts: string, connect: string }} sources Where scripts come from, beside the page's own origin, and
 *   where data may go. Plans' endpoints have addresses of their own, which the signed registry names.
 */
function contentSecurityPolicy({ scripts, connect }) {
  return [
    "default-src 'none'",
    `script-src 'self' ${scripts}`.trim(),
    `style-src 'self' '${emptyStyle}'`,
    "img-src 'self' data:",
    "font-src 'self' data:",
    `connect-src 'self' ${connect}`,
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/**
 * What stands in the page until the program runs; it stays where the program cannot be loaded. No script can choose the
 * language here, so it says everything in each.
 */
const opening = `<p>Opening CalAIM Invoice …</p>
      <p>If this does not change within half a minute, Excel cannot reach the network. Nothing is lost: the workbook
      works without this pane. You can fill in lines, the lists offer their entries, and badly formed cells turn red.
      Only checking and sending wait for the pane: when you are online, close it and open it again.</p>
      <p lang="es">Abriendo CalAIM Invoice …</p>
      <p lang="es">Si esto no cambia en medio minuto, Excel no puede conectarse a la red. No se pierde nada: el libro
      funciona sin este panel. Puede llenar líneas, las listas ofrecen sus entradas y las celdas mal escritas se ponen
      rojas. Solo revisar y enviar esperan al panel: cuando tenga conexión, ciérrelo y ábralo de nuevo.</p>`;

/** The same for the sign-in window. */
const openingSignIn = `<p>Opening the sign-in page …</p>
      <p lang="es">Abriendo la página de inicio de sesión …</p>`;

/**
 * A page that runs under Office.js.
 *
 * @param {{ title: string, root: string, scripts: readonly string[], policy: { scripts: string, connect: string } }} page
 *   `scripts` are loaded in this order before the program's own; `root` is what stands in the root element at first.
 */
function officePage({ title, root, scripts, policy }) {
  const tags = scripts.map((address) => `    <script defer src="${address}"></script>`).join('\n');
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(policy)}">
    <title>${title}</title>
${tags}
  </head>
  <body>
    <div id="root">
      ${root}
    </div>
  </body>
</html>
`;
}

/** @typedef {'excel' | 'workbench'} Host Where a page runs: in Excel, or in the workbench that plays Excel. */

/** @param {Host} host */
function hosting(host) {
  return host === 'excel'
    ? { scripts: [officeJsAddress], policy: { scripts: new URL(officeJsAddress).origin, connect: 'https:' } }
    : {
        scripts: ['bridge.js', 'office-js/office.js'],
        policy: { scripts: '', connect: 'https: http://127.0.0.1:* http://localhost:*' },
      };
}

/** @param {Host} host */
export function panePage(host) {
  return officePage({ title: 'CalAIM Invoice', root: opening, ...hosting(host) });
}

/** @param {Host} host */
export function signInPage(host) {
  return officePage({ title: 'CalAIM Invoice: sign in', root: openingSignIn, ...hosting(host) });
}

/** The development page that plays Excel, with the pane beside its grid. */
export function workbenchPage() {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>CalAIM Invoice workbench</title>
  </head>
  <body>
    <div id="root"></div>
  </body>
</html>
`;
}
