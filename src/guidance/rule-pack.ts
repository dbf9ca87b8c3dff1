/** Which rules ran, so that pane and endpoint can prove to each other that they ran the same. */
export interface RulePack {
  /** Version of the DHCS guidance, then a number that rises whenever the hash changes in a release. */
  readonly version: string;
  /** SHA-256 over the sources of rules and code tables, 64 hexadecimal digits. */
  readonly hash: string;
}

/** The rules of this build. `scripts/generate-rule-pack.ts` writes the hash; a test holds it current. */
export const rulePack: RulePack = {
  version: '1.1.1',
  hash: '75a368b9fe16a9abd309e2ec7926e43e96ea69bd60cde0967c99739354a24e55',
};
