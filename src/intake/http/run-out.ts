import type { IncomingMessage } from 'node:http';

/** Bytes of a refused body that are still read. */
const limit = 64 * 1024 * 1024;

/**
 * Reads what is still to come of a refused body and forgets it. A server that answers and closes while the sender is
 * writing resets the connection: the sender then sees a broken network, tries again, and never the reason. Beyond the
 * limit that is what a sender deserves.
 */
export function runOut(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    if (request.readableEnded || request.destroyed) {
      resolve();
      return;
    }
    let left = limit;
    request.on('data', (part: Buffer) => {
      left -= part.length;
      if (left >= 0) return;
      request.pause();
      resolve();
    });
    for (const event of ['end', 'close', 'error'] as const) {
      request.once(event, () => {
        resolve();
      });
    }
    request.resume();
  });
}
