import { createPrivateKey, sign } from 'node:crypto';
import { receiptType, type Receipt } from '../../submission/receipt.ts';
import type { EndpointKeys } from '../keys.ts';

/** Signs a receipt as a compact JWS (ES256, RFC 7515 and RFC 7518). */
export type ReceiptSigner = (receipt: Receipt) => string;

/**
 * A signer with the plan's receipt key. It signs on the spot, in less time than another thread would be asked for it;
 * what it signs is verified by a library, in the pane and in tests.
 */
export function receiptSigner(key: EndpointKeys['receiptKey']): ReceiptSigner {
  const signingKey = createPrivateKey({ key, format: 'jwk' });
  const header = base64url(JSON.stringify({ alg: 'ES256', typ: receiptType, kid: key.kid }));
  return (receipt) => {
    const signed = `${header}.${base64url(JSON.stringify(receipt))}`;
    // The form of RFC 7518, section 3.4: both numbers, 32 bytes each.
    const signature = sign('sha256', Buffer.from(signed), { key: signingKey, dsaEncoding: 'ieee-p1363' });
    return `${signed}.${signature.toString('base64url')}`;
  };
}

function base64url(text: string): string {
  return Buffer.from(text).toString('base64url');
}
