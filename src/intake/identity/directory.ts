import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { isPasswordHash, verifyPassword } from './passwords.ts';

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._@-]{0,99}$/);
const passwordHash = z.string().refine(isPasswordHash, 'is not a password hash (calaim-invoice serve --hash-password)');

/** Who may send: organisations with their billing NPIs, people, and machines. */
export const directorySchema = z
  .strictObject({
    organisations: z.array(
      z.strictObject({
        id,
        name: z.string().min(1).max(100),
        /** Element 1 of what the organisation may send. */
        billingProviderNpis: z.array(z.string().regex(/^\d{10}$/)),
        /** Ids of the plans whose staff it is: it may load their decisions. */
        plans: z.array(z.string().regex(/^[a-z0-9-]{1,40}$/)).default([]),
      }),
    ),
    accounts: z
      .array(
        z.strictObject({
          id,
          /** What a person signs in with. */
          email: z.email().max(200),
          name: z.string().min(1).max(100),
          organisation: id,
          passwordHash,
        }),
      )
      .default([]),
    /** Client credentials, for systems that send without a person. */
    machines: z.array(z.strictObject({ clientId: id, organisation: id, secretHash: passwordHash })).default([]),
  })
  .superRefine((directory, context) => {
    const known = new Set(directory.organisations.map((organisation) => organisation.id));
    for (const member of [...directory.accounts, ...directory.machines]) {
      if (!known.has(member.organisation))
        context.addIssue({ code: 'custom', message: 'names no organisation of the file' });
    }
    for (const ids of [
      directory.organisations.map((each) => each.id),
      [...directory.accounts.map((each) => each.id), ...directory.machines.map((each) => each.clientId)],
      directory.accounts.map((each) => each.email.toLowerCase()),
    ]) {
      if (new Set(ids).size !== ids.length)
        context.addIssue({ code: 'custom', message: 'an id or address stands twice' });
    }
  });

/** The content of a directory. */
export type DirectoryData = z.infer<typeof directorySchema>;
/** An organisation that sends. */
export type Organisation = DirectoryData['organisations'][number];
/** A person who signs in. */
export type Account = DirectoryData['accounts'][number];
/** A system that signs in. */
export type Machine = DirectoryData['machines'][number];

/** A directory that cannot be used. The message is for the person who runs the endpoint. */
export class DirectoryError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DirectoryError';
  }
}

/** Who may send, looked up. */
export class Directory {
  readonly machines: readonly Machine[];
  readonly #organisations: ReadonlyMap<string, Organisation>;
  readonly #accounts: ReadonlyMap<string, Account>;
  readonly #accountsByEmail: ReadonlyMap<string, Account>;

  constructor(data: DirectoryData) {
    this.machines = data.machines;
    this.#organisations = new Map(data.organisations.map((each) => [each.id, each]));
    this.#accounts = new Map(data.accounts.map((each) => [each.id, each]));
    this.#accountsByEmail = new Map(data.accounts.map((each) => [each.email.toLowerCase(), each]));
  }

  organisation(organisationId: string): Organisation | null {
    return this.#organisations.get(organisationId) ?? null;
  }

  account(accountId: string): Account | null {
    return this.#accounts.get(accountId) ?? null;
  }

  /** The account of an address and a password, or null, after the same time in either case. */
  async signIn(email: string, password: string): Promise<Account | null> {
    const account = this.#accountsByEmail.get(email.trim().toLowerCase()) ?? null;
    return (await verifyPassword(password, account?.passwordHash ?? null)) ? account : null;
  }
}

/**
 * Reads a directory file.
 *
 * @throws DirectoryError that names the place in the file and never what stands there.
 */
export async function readDirectory(path: string): Promise<Directory> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, 'utf8'));
  } catch {
    throw new DirectoryError(`${path} cannot be read as JSON.`);
  }
  const parsed = directorySchema.safeParse(json);
  if (parsed.success) return new Directory(parsed.data);
  const first = parsed.error.issues[0];
  const place = first?.path.map((part) => `/${String(part)}`).join('') ?? '';
  throw new DirectoryError(`${path}: ${place === '' ? 'the file' : place} is not as it should be.`);
}
