import { rulePackDigest } from './rule-pack-digest.ts';

/** Which rules ran, so that pane and endpoint can prove to each other that they ran the same. */
export interface RulePack {
  /** Version of the DHCS guidance, then a number that rises whenever the hash changes in a release. */
  readonly version: string;
  /** SHA-256 over the sources of rules and code tables, 64 hexadecimal digits. */
  readonly hash: string;
  /** Digests of the rules, by code, and of what else decides, by its place; enough digits to tell versions apart. */
  readonly parts: Readonly<Record<string, string>>;
}

/** The rules of this build. */
export const rulePack: RulePack = { version: '1.1.1', ...rulePackDigest };

/**
 * What differs between two versions of the rules: codes of rules, and places of tables, that only one has or that are
 * not the same in both, in order.
 */
export function changedParts(left: RulePack['parts'], right: RulePack['parts']): readonly string[] {
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].filter((name) => valueOf(left, name) !== valueOf(right, name)).sort();
}

function valueOf(parts: RulePack['parts'], name: string): string | undefined {
  return Object.hasOwn(parts, name) ? parts[name] : undefined;
}
