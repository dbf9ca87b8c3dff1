/**
 * A seal over what a template says of itself, so that a hand-made change is noticed and nothing is sent. It protects
 * against accidents and clumsy forgeries; where a submission goes never comes from the workbook in the first place.
 */
export async function sealOf(parts: {
  readonly planId: string;
  readonly profileVersion: string;
  readonly layoutVersion: string;
  readonly rows: string;
  readonly payerIdentifier: string;
  readonly payerName: string;
}): Promise<string> {
  const { planId, profileVersion, layoutVersion, rows, payerIdentifier, payerName } = parts;
  const text = JSON.stringify([planId, profileVersion, layoutVersion, rows, payerIdentifier, payerName]);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
