import { readFile } from 'node:fs/promises';
import { groupInvoices } from '../../submission/invoices.ts';
import { identitiesIn, openPackage, type OpenedPackage } from '../../submission/sealed-package.ts';
import { PackageError, writePrivate } from './package-error.ts';

type Refusal = Extract<OpenedPackage, { kind: 'refused' }>['reason'];

const refusals: Readonly<Record<Refusal, string>> = {
  notAPackage: 'is no sealed package',
  otherKey: 'is sealed for another key than those in the identity file',
  damaged: 'was altered or cut short on its way: have it sent again',
  notASubmission: 'opens, but holds no submission that this version reads',
};

/**
 * Opens a package into a file.
 *
 * @returns what it holds, in one sentence without member data
 * @throws PackageError
 */
export async function openSealed(file: string, identityFile: string, out: string): Promise<string> {
  const identities = identitiesIn((await readNamed(identityFile)).toString('utf8'));
  if (identities.length === 0) {
    throw new PackageError(`${identityFile} holds no key: a line has to begin with AGE-SECRET-KEY-1`);
  }
  const opened = await openPackage(await readNamed(file), identities).catch(() => null);
  if (opened === null) throw new PackageError(`${identityFile} holds a key that is not well formed`);
  if (opened.kind === 'refused') throw new PackageError(`${file} ${refusals[opened.reason]}`);
  const { envelope } = opened;
  await writePrivate(out, `${JSON.stringify(envelope)}\n`);
  const invoices = groupInvoices(envelope.lines.map(({ values }) => values)).length;
  return `${out}: ${String(invoices)} invoices with ${String(envelope.lines.length)} lines of provider ${envelope.billingProviderNpi} for ${envelope.planId}.`;
}

async function readNamed(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch {
    throw new PackageError(`${path} cannot be read`);
  }
}
