import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Submissions } from '../../src/intake/store/submissions.ts';
import { submissionStatusSchema } from '../../src/submission/result.ts';
import { envelope } from '../submission/envelopes.ts';
import { storeOf } from './database.ts';
import { emptyFolder, keyOf, post, running, signedIn } from './running.ts';

/** An answer as it came over a connection. */
interface Answer {
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

/** A connection on which a request is written in pieces; it is answered once, and then closed by the endpoint. */
async function open(url: string): Promise<{ socket: Socket; answer: Promise<Answer> }> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  const answer = once(socket, 'close').then((): Answer => {
    const text = Buffer.concat(chunks)
      .toString('utf8')
      .replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/, '');
    const [head = '', body = ''] = text.split('\r\n\r\n');
    return { status: Number(head.slice(9, 12)), head: head.toLowerCase(), body };
  });
  return { socket, answer };
}

/** Waits until nobody can connect any more. */
async function untilClosed(url: string): Promise<void> {
  for (;;) {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    const connected = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (!connected) return;
  }
}

test('while it closes: what was begun is finished and kept, what comes then is told to come again', async () => {
  const stateDirectory = await emptyFolder();
  const endpoint = await running({ stateDirectory });
  const { token } = await signedIn(endpoint);
  const sent = envelope();
  const body = JSON.stringify(sent);
  const half = Math.floor(body.length / 2);
  const requestTo = (path: string, ...more: string[]) => [path, 'host: localhost', ...more].join('\r\n');

  const begun = await open(endpoint.url);
  const headers = [
    'content-type: application/json',
    `authorization: Bearer ${token}`,
    `idempotency-key: ${await keyOf(sent)}`,
    `content-length: ${String(Buffer.byteLength(body))}`,
    'prefer: wait=20',
    // Told before the body is wanted: the request has come this far.
    'expect: 100-continue',
  ];
  const goOn = once(begun.socket, 'data');
  begun.socket.write(`${requestTo('POST /v1/submissions HTTP/1.1', ...headers)}\r\n\r\n`);
  await goOn;
  begun.socket.write(body.slice(0, half));
  // Connected before, and its request not yet whole when the endpoint begins to close.
  const late = await open(endpoint.url);
  late.socket.write(requestTo('POST /v1/submissions HTTP/1.1', ...headers.slice(0, 2), 'content-length: 2'));
  const asked = await open(endpoint.url);
  asked.socket.write(requestTo('GET /ready HTTP/1.1'));

  const closing = endpoint.close();
  await untilClosed(endpoint.url);
  late.socket.write('\r\n\r\n{}');
  asked.socket.write('\r\n\r\n');
  for (const { answer } of [late, asked]) {
    const { status, head, body: problem } = await answer;
    expect([status, JSON.parse(problem)]).toMatchObject([503, { code: 'busy' }]);
    expect(head).toContain('retry-after: 5');
    expect(head).toContain('connection: close');
  }
  begun.socket.write(body.slice(half));
  const answered = await begun.answer;
  expect(answered.status).toBe(201);
  const { receipt } = submissionStatusSchema.parse(JSON.parse(answered.body));
  await closing;

  const after = await running({ stateDirectory });
  const { token: again } = await signedIn(after);
  const replay = await post(after, again, body, { 'idempotency-key': await keyOf(sent), prefer: 'wait=30' });
  expect(replay.status).toBe(200);
  const known = submissionStatusSchema.parse(await replay.json());
  expect(known).toMatchObject({ state: 'checked', receipt });
  const store = await storeOf(stateDirectory);
  expect(await new Submissions(store).document(known.submissionId, 'envelope')).not.toBeNull();
  await store.destroy();
});
