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
  hash: '123fd5b64e041324c216d6c71c6bd7c0d513a4435f8aebf39bc2c0dbda3c8877',
};
