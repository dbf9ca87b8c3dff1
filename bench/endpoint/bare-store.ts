import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { createLog } from '../../src/intake/http/log.ts';
import { createServer } from '../../src/intake/http/server.ts';
import { uuidV7 } from '../../src/intake/identifiers.ts';
import { loadKeys } from '../../src/intake/keys.ts';
import { Metrics } from '../../src/intake/metrics.ts';
import { encrypt, Keyring } from '../../src/intake/store/seal.ts';
import { openStore } from '../../src/intake/store/store.ts';
import { transact } from '../../src/intake/store/transact.ts';

const compress = promisify(gzip);

/** The same server and the same store, which seals what comes and puts it on the disk: it reads and signs nothing. */
export async function startBareStore(stateDirectory: string): Promise<{ url: string; close: () => Promise<void> }> {
  const keyring = new Keyring(await loadKeys(stateDirectory));
  const store = await openStore(stateDirectory);
  const metrics = new Metrics({
    backlog: () => Promise.resolve({ waiting: 0, oldestSeconds: 0 }),
    waitingTasks: () => 0,
    bodyBytes: () => 0,
  });
  const app = await createServer({
    ...{
      log: createLog('none'),
      paneOrigins: [],
      requestsPerMinute: 10_000_000,
      behindProxy: false,
      tls: null,
      metrics,
    },
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, parsed) => {
    parsed(null, body);
  });
  app.post('/v1/submissions', async (request, reply) => {
    const id = uuidV7(new Date());
    const context = { tenant: 'bare', submission: id };
    const { dataKey, wrapped } = keyring.newDataKey({ ...context, kind: 'key' });
    const plain = await compress(request.body as Buffer, { level: 1 });
    const content = encrypt(dataKey, plain, { ...context, kind: 'envelope' });
    await transact(store, async (transaction) => {
      await transaction
        .insertInto('submission')
        .values({
          ...{ id, plan_id: 'bare', organisation_id: 'bare', idempotency_key: randomUUID(), content_hash: '' },
          ...{
            purpose: 'new',
            attempt: 1,
            received_at: '',
            state: 'received',
            receipt: '',
            wrapped_key: wrapped,
            part2_program: 0,
          },
        })
        .execute();
      await transaction
        .insertInto('sealed_document')
        .values({ submission_id: id, kind: 'envelope', content })
        .execute();
    });
    return reply.code(201).send({ id });
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    close: async () => {
      await app.close();
      metrics.close();
      await store.destroy();
    },
  };
}
