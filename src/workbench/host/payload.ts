/** 5 MB for a request and for a response: Excel on the web. */
export const webPayloadLimit = 5 * 1024 * 1024;

const encoder = new TextEncoder();

/** Size of a text in UTF-8 bytes, which is what travels. */
export function byteLength(text: string): number {
  return encoder.encode(text).length;
}
