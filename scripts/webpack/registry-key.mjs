/**
 * The public key that the pane trusts: it verifies the registry of plans, and so every address that the pane sends to.
 * It comes from the environment variable `CALAIM_REGISTRY_KEY`, a public JWK as JSON.
 *
 * @param {string | undefined} text Value of the variable.
 * @param {boolean} production A pane for production is not built without a key; in development it trusts no plan then.
 * @returns {string} The key as JSON, or nothing.
 */
export function registryKey(text, production) {
  if (text === undefined || text === '') {
    if (production) {
      throw new Error('CALAIM_REGISTRY_KEY is not set: the pane needs the public key (JWK) of the plan registry.');
    }
    return '';
  }
  const key = parse(text);
  if (typeof key['kty'] !== 'string') {
    throw new Error('CALAIM_REGISTRY_KEY is not a JSON Web Key.');
  }
  if (['d', 'k', 'p', 'q'].some((secret) => secret in key)) {
    throw new Error('CALAIM_REGISTRY_KEY holds a private key: give the public part only.');
  }
  return JSON.stringify(key);
}

/**
 * @param {string} text
 * @returns {Readonly<Record<string, unknown>>} No member where the text is no JSON object. Its parser's message would
 *   quote the text, so it is not passed on.
 */
function parse(text) {
  try {
    /** @type {unknown} */
    const value = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
