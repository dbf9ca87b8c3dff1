/** Where the pane's pages are for Office in Node and for the plan's endpoint. */
export const paneOrigin = 'https://localhost';

/** The page in the sign-in window, to which the issuer sends people back. */
export const signInPage = `${paneOrigin}/sign-in.html`;
