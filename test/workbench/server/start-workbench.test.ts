import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWorkbench, type WorkbenchServer } from '../../../src/workbench/server/start-workbench.ts';

const registry = 'eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl';

let distFolder: string;
let server: WorkbenchServer;

beforeAll(async () => {
  distFolder = await mkdtemp(join(tmpdir(), 'workbench-server-'));
  const files = {
    'workbench/index.html': '<!doctype html><title>workbench</title>',
    'workbench/pane.html': '<!doctype html><title>pane</title>',
    'workbench/bridge.js': 'void 0;',
    'workbench/assets/index.0123456789ab.css': 'body{}',
    'pane/assets/taskpane.0123456789ab.js': 'void 0;',
    'pane/assets/icon-16.png': '',
    'secret.txt': 'not to be served',
  };
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(distFolder, path, '..'), { recursive: true });
    await writeFile(join(distFolder, path), content);
  }
  const named = new Map([['icd10cm/fy2027.0123456789ab.txt', 'ICD-10-CM 2027 0\n']]);
  server = await startWorkbench({ distFolder, registry, files: named, port: 0, host: '127.0.0.1' });
});

afterAll(async () => {
  await server.close();
  await rm(distFolder, { recursive: true });
});

test.each([
  ['/', 'text/html; charset=utf-8', 'no-store'],
  ['/pane.html', 'text/html; charset=utf-8', 'no-store'],
  ['/bridge.js', 'application/javascript; charset=utf-8', 'no-store'],
  ['/assets/index.0123456789ab.css', 'text/css; charset=utf-8', 'public, max-age=31536000, immutable'],
  [
    '/pane/assets/taskpane.0123456789ab.js',
    'application/javascript; charset=utf-8',
    'public, max-age=31536000, immutable',
  ],
  ['/icd10cm/fy2027.0123456789ab.txt', 'text/plain; charset=utf-8', 'public, max-age=31536000, immutable'],
  ['/pane/assets/icon-16.png', 'image/png', 'no-store'],
])('%s is served as %s, cached %s', async (path, type, caching) => {
  const response = await fetch(server.url + path);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe(type);
  expect(response.headers.get('cache-control')).toBe(caching);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});

test('the registry is the given text and is never kept', async () => {
  const response = await fetch(`${server.url}/plan-registry.jws`);
  expect(await response.text()).toBe(registry);
  expect(response.headers.get('cache-control')).toBe('no-store');
});

test('the pane may be framed by the workbench, the workbench by nobody', async () => {
  const policy = async (path: string): Promise<string | null> =>
    (await fetch(server.url + path)).headers.get('content-security-policy');
  expect(await policy('/pane.html')).toBe("frame-ancestors 'self'");
  expect(await policy('/')).toContain("frame-ancestors 'none'");
});

test.each(['/secret.txt', '/../secret.txt', '/%2e%2e/secret.txt', '/pane/%2e%2e/secret.txt', '/none.html'])(
  '%s is not there',
  async (path) => {
    expect((await fetch(server.url + path)).status).toBeGreaterThanOrEqual(400);
  },
);

test("another name than this machine's is not answered", async () => {
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const asked = request(`${server.url}/plan-registry.jws`, { headers: { host: 'elsewhere.example' } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on('error', reject).end();
  });
  expect(status).toBe(421);
});

test('any other address than loopback is refused', async () => {
  const anywhere = { distFolder, registry, port: 0, host: '0.0.0.0' as '127.0.0.1' };
  await expect(startWorkbench(anywhere)).rejects.toThrow('loopback');
});
