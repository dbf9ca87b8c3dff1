/** What an eligibility file says of a member that an invoice does not. */
export interface MemberFacts {
  /** DMG03; null where the file does not say. */
  readonly sex: 'F' | 'M' | 'U' | null;
  /** Null where the file has no address with state and ZIP code. */
  readonly address: { readonly city: string; readonly state: string; readonly zip: string } | null;
}

/** Where members are looked up by CIN. */
export interface MemberSource {
  readonly find: (cin: string) => MemberFacts | null;
}

/** No eligibility file: every default is used, and reported. */
export const noMembers: MemberSource = { find: () => null };
