import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { writePrivate } from './package-error.ts';

/**
 * Makes a plan's key for sealed packages, in the form of age-keygen.
 *
 * @param path of the file for the private half
 * @returns the public half
 * @throws PackageError where the file is there already or cannot be written
 */
export async function makeIdentity(path: string): Promise<string> {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  await writePrivate(path, `# public key: ${recipient}\n${identity}\n`);
  return recipient;
}
