import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { runOut } from '../../../src/intake/http/run-out.ts';

let server: Server;
let port: number;

beforeAll(async () => {
  server = createServer((incoming, outgoing) => {
    void runOut(incoming).then(() => {
      outgoing.writeHead(413, { connection: 'close' }).end('too large');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

test('a sender of a body beyond measure gets to read the answer', async () => {
  const call = request({ host: '127.0.0.1', port, method: 'POST', agent: false });
  const answered = once(call, 'response');
  const megabyte = Buffer.alloc(1024 * 1024);
  for (let count = 0; count < 40; count += 1) {
    if (!call.write(megabyte)) await once(call, 'drain');
  }
  call.end();
  const [answer] = (await answered) as [{ readonly statusCode: number; resume(): void }];
  expect(answer.statusCode).toBe(413);
  answer.resume();
});

test('a sender who hangs up in the middle holds nothing up', async () => {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1000000\r\n\r\nabc');
  const seen = once(server, 'request') as Promise<[Parameters<typeof runOut>[0]]>;
  const [incoming] = await seen;
  const ended = runOut(incoming);
  socket.destroy();
  await expect(ended).resolves.toBeUndefined();
});
