import { chmod, readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { join } from 'node:path';
import { generateCertificates } from 'office-addin-dev-certs';
import { readTlsFiles, TlsFilesError } from '../../../src/cli/read-tls-files.ts';
import { emptyFolder, running } from '../running.ts';

const folder = await emptyFolder();
const at = (name: string): string => join(folder, name);
await generateCertificates(at('ca.crt'), at('localhost.crt'), at('localhost.key'), 2, ['127.0.0.1', 'localhost']);
await chmod(at('localhost.key'), 0o600);
const ca = await readFile(at('ca.crt'), 'utf8');

/** Asks an endpoint for its health. */
function ask(url: string, options: { maxVersion?: 'TLSv1.1' } = {}): Promise<{ status: number; hsts: unknown }> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/health`, { ca, agent: false, ...options }, (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, hsts: response.headers['strict-transport-security'] });
    });
    sent.on('error', reject);
    sent.end();
  });
}

test('an endpoint with a certificate speaks TLS 1.2 and later, says so for the next time, and nothing else', async () => {
  const tls = await readTlsFiles(at('localhost.crt'), at('localhost.key'));
  const endpoint = await running(tls === null ? {} : { tls });
  expect(endpoint.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
  expect(endpoint.facts.issuer).toBe(`${endpoint.url}/oidc`);
  expect(await ask(endpoint.url)).toEqual({ status: 200, hsts: expect.stringContaining('max-age=') as string });
  await expect(ask(endpoint.url, { maxVersion: 'TLSv1.1' })).rejects.toThrow();
  await expect(fetch(endpoint.url.replace('https:', 'http:'))).rejects.toThrow();
});

test.each<[string, string | undefined, string | undefined, string]>([
  ['a certificate alone', 'localhost.crt', undefined, 'stand together'],
  ['a key alone', undefined, 'localhost.key', 'stand together'],
  ['a file that is not there', 'none.crt', 'localhost.key', 'cannot be read'],
  ['a key of another certificate', 'ca.crt', 'localhost.key', 'is not the key of'],
  ['no PEM', 'nonsense', 'localhost.key', 'is no PEM'],
  ['a key that everybody reads', 'localhost.crt', 'open.key', 'may be read by everybody'],
])('%s is refused', async (_, certificate, key, words) => {
  await writeFile(at('nonsense'), 'nonsense');
  await writeFile(at('open.key'), await readFile(at('localhost.key')), { mode: 0o644 });
  const read = readTlsFiles(certificate && at(certificate), key && at(key));
  await expect(read).rejects.toThrow(TlsFilesError);
  await expect(read).rejects.toThrow(words);
});

test('neither is no TLS', async () => {
  expect(await readTlsFiles(undefined, undefined)).toBeNull();
});
