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
  hash: '11b1544fd4475e8fee7acec333c93c071f022f5874cb4eab9e67ee83ba53c234',
};
