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
  hash: '7fbb9356dc1cb0607f956983223ad3c112384732f83081d5d3e4ee623ea2d85c',
};
