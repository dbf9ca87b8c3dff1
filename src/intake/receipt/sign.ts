import { CompactSign, importJWK } from 'jose';
import { receiptType, type Receipt } from '../../submission/receipt.ts';
import type { EndpointKeys } from '../keys.ts';

/** Signs a receipt as a compact JWS (ES256). */
export type ReceiptSigner = (receipt: Receipt) => Promise<string>;

/** A signer with the plan's receipt key. */
export async function receiptSigner(key: EndpointKeys['receiptKey']): Promise<ReceiptSigner> {
  const signingKey = await importJWK(key, 'ES256');
  return (receipt) =>
    new CompactSign(new TextEncoder().encode(JSON.stringify(receipt)))
      .setProtectedHeader({ alg: 'ES256', typ: receiptType, kid: key.kid })
      .sign(signingKey);
}
