import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What goes wrong with one request. */
export type NetworkFault =
  /** The connection ends before the plan sees the request. */
  | 'beforeRequest'
  /** The plan has done what it was asked, and the connection ends before the first byte of its answer. */
  | 'beforeAnswer'
  /** The connection ends in the middle of the answer's body. */
  | 'withinAnswer'
  /** Somebody between answers in the plan's place: the sign-in page of a hotel's network. */
  | 'foreignAnswer'
  /** The plan no longer takes the access token. */
  | 'tokenRefused'
  /** The plan answers before it is done with its check, whatever wait it was asked for. */
  | 'stillChecking';

/** A network between a pane and its plan's endpoint, on loopback, that fails where a test says so. */
export interface FaultProxy {
  /** Origin at which the pane finds the endpoint. */
  readonly url: string;
  /** Requests that the plan has seen since the last look, in their order: `POST /v1/submissions`. */
  takeSeen(): readonly string[];
  /** Lets the next request whose method and path begin so fail; faults of one kind of request follow each other. */
  failNext(request: string, fault: NetworkFault): void;
  /** Every request fails before the plan sees it, from now on or after the faults that were named, until it is mended. */
  cut(): void;
  mend(): void;
  /** Keeps every answer back that comes from now on, until the returned function is called. */
  holdAnswers(): () => void;
  close(): Promise<void>;
}

/** Headers that belong to one connection (RFC 9110, section 7.6.1). */
const hopByHop = new Set(['connection', 'keep-alive', 'transfer-encoding', 'host', 'content-length']);

/** @param target origin of the endpoint */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const faults: { readonly request: string; readonly fault: NetworkFault }[] = [];
  const seen: string[] = [];
  let isCut = false;
  let held: Promise<void> = Promise.resolve();

  const faultOf = (name: string): NetworkFault | null => {
    const place = faults.findIndex((each) => name.startsWith(each.request));
    if (place >= 0) return faults.splice(place, 1)[0]?.fault ?? null;
    // What was asked for by name happens first: a cut begins with it.
    return isCut && faults.length === 0 ? 'beforeRequest' : null;
  };

  const serve = async (incoming: IncomingMessage, reply: ServerResponse): Promise<void> => {
    const name = `${incoming.method ?? ''} ${incoming.url ?? ''}`;
    const body = await bodyOf(incoming);
    const isPreflight = incoming.method === 'OPTIONS';
    const fault = isPreflight ? null : faultOf(name);
    if (fault === 'beforeRequest') {
      incoming.socket.destroy();
      return;
    }
    if (fault === 'foreignAnswer') {
      reply.writeHead(200, { 'content-type': 'text/html' }).end('<title>Welcome to our network</title>');
      return;
    }
    if (fault === 'tokenRefused') incoming.headers.authorization = 'Bearer expired';
    if (!isPreflight) seen.push(name);
    const answer = await forward(target, incoming, body);
    await held;
    if (fault === 'beforeAnswer') {
      incoming.socket.destroy();
      return;
    }
    const answered = fault === 'stillChecking' ? withoutResult(answer.body) : answer.body;
    reply.writeHead(answer.status, { ...answer.headers, 'content-length': answered.length });
    if (fault === 'withinAnswer') {
      reply.write(answered.subarray(0, answered.length / 2), () => incoming.socket.destroy());
      return;
    }
    reply.end(answered);
  };

  const server = createServer((incoming, reply) => {
    // A plan that is not there looks to the pane like a network that is not there.
    serve(incoming, reply).catch(() => incoming.socket.destroy());
  });
  const url = await listen(server);
  return {
    url,
    takeSeen: () => seen.splice(0),
    failNext: (name, fault) => {
      faults.push({ request: name, fault });
    },
    cut: () => {
      isCut = true;
    },
    mend: () => {
      isCut = false;
      faults.splice(0);
    },
    holdAnswers: () => {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      held = promise;
      return () => {
        resolve(undefined);
      };
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

async function forward(target: string, incoming: IncomingMessage, body: Buffer): Promise<Answer> {
  const outgoing = request(new URL(incoming.url ?? '/', target), {
    method: incoming.method ?? 'GET',
    headers: { ...endToEnd(incoming.headers), 'content-length': body.length },
    agent: false,
  });
  outgoing.end(body);
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
  return { status: response.statusCode ?? 502, headers: endToEnd(response.headers), body: await bodyOf(response) };
}

function endToEnd(headers: IncomingMessage['headers']): Answer['headers'] {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !hopByHop.has(name)));
}

/** A submission's status as it was a moment earlier. */
function withoutResult(body: Buffer): Buffer {
  const status = JSON.parse(body.toString()) as { readonly submissionId: string; readonly receipt: string };
  const { submissionId, receipt } = status;
  return Buffer.from(JSON.stringify({ state: 'received', submissionId, receipt }));
}
