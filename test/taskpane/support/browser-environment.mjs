import { TestEnvironment } from 'jest-environment-jsdom';

/** What a web view has and jsdom lacks, from Node. */
const borrowed = {
  crypto,
  fetch,
  Response,
  Request,
  Headers,
  AbortController,
  AbortSignal,
  URL,
  URLSearchParams,
  TextEncoder,
  TextDecoder,
  setImmediate,
  Uint8Array,
  ArrayBuffer,
  ReadableStream,
  TransformStream,
  WritableStream,
};

/** jsdom with the parts of a web view that the pane uses. */
export default class BrowserEnvironment extends TestEnvironment {
  /** @override */
  async setup() {
    await super.setup();
    for (const [name, value] of Object.entries(borrowed)) {
      Object.defineProperty(this.global, name, { value, configurable: true, writable: true });
    }
  }
}
