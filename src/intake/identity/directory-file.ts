import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import type { Account, Credentials, Directory, Machine, Organisation } from './directory.ts';
import { emailSchema, memberIdSchema, memberNameSchema, npisSchema, plansSchema } from './member-forms.ts';
import { isPasswordHash, verifyPassword } from './passwords.ts';
import { everyPersonRole, isPersonRoleOf } from './roles.ts';

const id = memberIdSchema;
const name = memberNameSchema;
const plans = plansSchema;
const passwordHash = z.string().refine(isPasswordHash, 'is not a password hash (calaim-invoice serve --hash-password)');

const organisation = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('provider'),
    id,
    name,
    plans,
    delegate: id.nullable().default(null),
    billingProviderNpis: npisSchema,
    part2Program: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal('plan'), id, name, plans }),
  z.strictObject({ kind: z.literal('delegate'), id, name, plans }),
]);

/** The form of a directory file: organisations, people and machines. */
export const directorySchema = z
  .strictObject({
    organisations: z.array(organisation),
    accounts: z
      .array(
        z.strictObject({
          id,
          email: emailSchema,
          name,
          organisation: id,
          role: z.enum(everyPersonRole),
          passwordHash,
        }),
      )
      .default([]),
    /** Client credentials, for systems that call without a person. */
    machines: z.array(z.strictObject({ clientId: id, organisation: id, secretHash: passwordHash })).default([]),
  })
  .superRefine((directory, context) => {
    const known = new Map(directory.organisations.map((each) => [each.id, each]));
    for (const member of [...directory.accounts, ...directory.machines]) {
      if (!known.has(member.organisation))
        context.addIssue({ code: 'custom', message: 'names no organisation of the file' });
    }
    for (const { organisation: of, role } of directory.accounts) {
      const kind = known.get(of)?.kind;
      if (kind !== undefined && !isPersonRoleOf(kind, role))
        context.addIssue({ code: 'custom', message: 'has a role that its organisation does not have' });
    }
    for (const each of directory.organisations) {
      if (each.kind === 'provider' && each.delegate !== null && known.get(each.delegate)?.kind !== 'delegate')
        context.addIssue({ code: 'custom', message: 'names a delegate that is none' });
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

/** The content of a directory file. */
export type DirectoryData = z.infer<typeof directorySchema>;

/** A directory that cannot be used. The message is for the person who runs the endpoint. */
export class DirectoryError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DirectoryError';
  }
}

/** A directory that is given as a whole, and stays so until the next start. */
export class FixedDirectory implements Directory {
  readonly asksForCode = false;
  readonly #organisations: ReadonlyMap<string, Organisation>;
  readonly #accounts: ReadonlyMap<string, Account>;
  readonly #machines: ReadonlyMap<string, Machine>;
  /** Hashes of passwords by address. */
  readonly #passwords: ReadonlyMap<string, { readonly accountId: string; readonly hash: string }>;

  constructor(data: DirectoryData) {
    this.#organisations = new Map(data.organisations.map((each) => [each.id, each]));
    this.#accounts = this.#membersOf(data.accounts, ({ id: accountId, email, name: fullName, role }) => [
      accountId,
      { id: accountId, email, name: fullName, role },
    ]);
    this.#machines = this.#membersOf(data.machines, ({ clientId, secretHash }) => [clientId, { clientId, secretHash }]);
    this.#passwords = new Map(
      data.accounts.map((each) => [each.email.toLowerCase(), { accountId: each.id, hash: each.passwordHash }]),
    );
  }

  organisation(organisationId: string): Promise<Organisation | null> {
    return Promise.resolve(this.#organisations.get(organisationId) ?? null);
  }

  account(accountId: string): Promise<Account | null> {
    return Promise.resolve(this.#accounts.get(accountId) ?? null);
  }

  machine(clientId: string): Promise<Machine | null> {
    return Promise.resolve(this.#machines.get(clientId) ?? null);
  }

  async signIn({ email, password }: Credentials): Promise<Account | null> {
    const known = this.#passwords.get(email.trim().toLowerCase()) ?? null;
    const isRight = await verifyPassword(password, known?.hash ?? null);
    return isRight && known !== null ? this.account(known.accountId) : null;
  }

  #membersOf<M extends { readonly organisation: string }, T>(
    members: readonly M[],
    read: (member: M) => readonly [string, T],
  ): ReadonlyMap<string, T & { readonly organisation: Organisation }> {
    return new Map(
      members.flatMap((member) => {
        const of = this.#organisations.get(member.organisation);
        const [key, rest] = read(member);
        return of === undefined ? [] : [[key, { ...rest, organisation: of }] as const];
      }),
    );
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
  if (parsed.success) return new FixedDirectory(parsed.data);
  const first = parsed.error.issues[0];
  const place = first?.path.map((part) => `/${String(part)}`).join('') ?? '';
  throw new DirectoryError(`${path}: ${place === '' ? 'the file' : place} is not as it should be.`);
}
