import { once } from 'node:events';
import { request, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { Certificates } from './serve-pane.ts';

/** Ends TLS before the endpoint, as the proxy of a deployment does, and hands each request on to it on loopback. */
export async function serveTls(certificates: Certificates, port: number, endpointPort: number): Promise<Server> {
  const server = createServer({ ...certificates }, (incoming, outgoing) => {
    handOn(incoming, outgoing, endpointPort);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function handOn(incoming: IncomingMessage, outgoing: ServerResponse, port: number): void {
  const headers = { ...incoming.headers, 'x-forwarded-proto': 'https', 'x-forwarded-host': incoming.headers.host };
  const { method, url } = incoming;
  const onward = request({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  onward.once('error', () => {
    if (!outgoing.headersSent) outgoing.writeHead(502);
    outgoing.end();
  });
  incoming.pipe(onward);
}
