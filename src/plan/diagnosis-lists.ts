import * as z from 'zod';
import { parseDiagnosisList, printDiagnosisList, type DiagnosisList } from '../guidance/diagnosis-list.ts';

/**
 * How a plan's lists of ICD-10-CM reach those who check: the endpoint reads them from the plan's folder, the pane gets
 * them as files at its own origin, which the signed registry names with their fingerprints.
 */

/** Which list ran, so that both sides can see that they ran the same. */
export const diagnosisListIdentitySchema = z.strictObject({
  /** Federal fiscal year. */
  fiscalYear: z.int().min(2016).max(2099),
  /** SHA-256 of the list's text, hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** A list at the pane's origin, as the registry names it. */
export const diagnosisListReferenceSchema = diagnosisListIdentitySchema.extend({
  /** Path below the pane's own folder. It can lead nowhere else: it has no scheme, no host and no dots at a start. */
  file: z
    .string()
    .max(200)
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/),
});

/** Which list ran. */
export type DiagnosisListIdentity = Readonly<z.infer<typeof diagnosisListIdentitySchema>>;

/** A list at the pane's origin. */
export type DiagnosisListReference = Readonly<z.infer<typeof diagnosisListReferenceSchema>>;

/** A list with the fingerprint of its text. */
export interface IdentifiedDiagnosisList {
  readonly list: DiagnosisList;
  readonly identity: DiagnosisListIdentity;
}

/** The lists of a plan as a web server delivers them to panes. */
export interface DiagnosisListDelivery {
  /** For the plan's entry in the registry. */
  readonly references: DiagnosisListReference[];
  /** Texts by path. A path holds a fingerprint: a list that has changed is another file. */
  readonly files: ReadonlyMap<string, string>;
}

/** Works out the fingerprints of lists. */
export function identifyDiagnosisLists(lists: readonly DiagnosisList[]): Promise<readonly IdentifiedDiagnosisList[]> {
  return Promise.all(
    lists.map(async (list) => {
      const bytes = new TextEncoder().encode(printDiagnosisList(list));
      return { list, identity: { fiscalYear: list.fiscalYear, sha256: await sha256(bytes) } };
    }),
  );
}

/** What a registry says of a plan's lists, and the files that have to stand beside it. */
export async function deliverDiagnosisLists(lists: readonly DiagnosisList[]): Promise<DiagnosisListDelivery> {
  const named = (await identifyDiagnosisLists(lists)).map(({ list, identity }) => {
    const file = `icd10cm/fy${String(identity.fiscalYear)}.${identity.sha256.slice(0, 12)}.txt`;
    return { reference: { ...identity, file }, text: printDiagnosisList(list) };
  });
  return {
    references: named.map(({ reference }) => reference),
    files: new Map(named.map(({ reference, text }) => [reference.file, text])),
  };
}

/** The list that bytes hold, or null where they are not those that the registry names. */
export async function verifyDiagnosisList(
  bytes: Uint8Array<ArrayBuffer>,
  expected: DiagnosisListIdentity,
): Promise<DiagnosisList | null> {
  if ((await sha256(bytes)) !== expected.sha256) return null;
  const list = parseDiagnosisList(new TextDecoder().decode(bytes));
  return list?.fiscalYear === expected.fiscalYear ? list : null;
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
