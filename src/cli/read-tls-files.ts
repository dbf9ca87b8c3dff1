import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { platform } from 'node:os';
import type { TlsFiles } from '../intake/options.ts';

/** Certificate or key that TLS cannot use. The message is for the person who starts the endpoint. */
export class TlsFilesError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'TlsFilesError';
  }
}

/**
 * Reads a certificate and its key; null where neither is named.
 *
 * @throws TlsFilesError where one of them is missing, others may read the key, or they do not belong together
 */
export async function readTlsFiles(certificate: string | undefined, key: string | undefined): Promise<TlsFiles | null> {
  if (certificate === undefined && key === undefined) return null;
  if (certificate === undefined || key === undefined) {
    throw new TlsFilesError('--tls-certificate and --tls-key stand together (see --help)');
  }
  const files = { certificate: await readNamed(certificate), key: await readNamed(key) };
  if (platform() !== 'win32' && ((await stat(key)).mode & 0o007) !== 0) {
    throw new TlsFilesError(`${key} may be read by everybody: take their rights away (chmod o= ${key})`);
  }
  if (!belongTogether(files))
    throw new TlsFilesError(`${key} is not the key of ${certificate}, or one of them is no PEM`);
  return files;
}

async function readNamed(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new TlsFilesError(`${path} cannot be read`);
  }
}

function belongTogether({ certificate, key }: TlsFiles): boolean {
  try {
    return new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key));
  } catch {
    return false;
  }
}
