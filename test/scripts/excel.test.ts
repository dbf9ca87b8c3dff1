import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateCertificates } from 'office-addin-dev-certs';
import { OfficeAddinManifest } from 'office-addin-manifest';
import { missingForExcel } from '../../scripts/excel/missing.ts';
import { serveTls } from '../../scripts/excel/serve-tls.ts';

const root = join(import.meta.dirname, '..', '..');

test('the manifest reads: one add-in for Excel with its pane and icons', async () => {
  const manifest = await OfficeAddinManifest.readManifestFile(join(root, 'manifest.xml'));
  expect(manifest).toMatchObject({
    displayName: 'CalAIM Invoice',
    officeAppType: 'TaskPaneApp',
    hosts: ['Workbook'],
    defaultSettings: { sourceLocation: 'https://localhost:3000/taskpane.html' },
  });
  const text = await readFile(join(root, 'manifest.xml'), 'utf8');
  expect(text).toContain('<TaskpaneId>Office.AutoShowTaskpaneWithDocument</TaskpaneId>');
  expect(text).toContain('<Set Name="ExcelApi" MinVersion="1.9" />');
  for (const [, icon] of text.matchAll(/localhost:3000\/(assets\/icon-\d+\.png)/g)) {
    expect((await readFile(join(root, icon ?? ''))).subarray(1, 4).toString()).toBe('PNG');
  }
});

test.each<[NodeJS.Platform, RegExp | null]>([
  ['win32', null],
  ['darwin', null],
  ['linux', /^Desktop Excel is missing[^\n]*$/],
])('on %s it says in one line what is missing', (platform, words) => {
  if (words === null) expect(missingForExcel(platform)).toBeNull();
  else expect(missingForExcel(platform)).toMatch(words);
});

test('the TLS front hands requests on and answers 502 where the endpoint is gone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'calaim-invoice-test-'));
  const files = ['ca.crt', 'localhost.crt', 'localhost.key'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await generateCertificates(...files, 1, ['localhost', '127.0.0.1']);
  const [ca, cert, key] = await Promise.all(files.map((file) => readFile(file)));
  if (ca === undefined || cert === undefined || key === undefined) throw new Error('no certificate');
  const inner = createServer((incoming, outgoing) => {
    outgoing.end(`${incoming.method ?? ''} ${incoming.url ?? ''} ${String(incoming.headers['x-forwarded-proto'])}`);
  });
  await new Promise<void>((resolve) => inner.listen(0, '127.0.0.1', resolve));
  const innerAddress = inner.address();
  if (innerAddress === null || typeof innerAddress === 'string') throw new Error('no address');
  const front = await serveTls({ ca, cert, key }, 0, innerAddress.port);
  const address = front.address();
  if (address === null || typeof address === 'string') throw new Error('no address');
  const get = () =>
    new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
      const call = request({ host: 'localhost', port: address.port, path: '/v1/x?y=1', ca, agent: false }, (answer) => {
        let body = '';
        answer.setEncoding('utf8').on('data', (part: string) => (body += part));
        answer.once('end', () => {
          resolve({ status: answer.statusCode, body });
        });
      });
      call.once('error', reject);
      call.end();
    });
  expect(await get()).toEqual({ status: 200, body: 'GET /v1/x?y=1 https' });
  inner.closeAllConnections();
  await new Promise<void>((resolve) => {
    inner.close(() => {
      resolve();
    });
  });
  expect(await get()).toMatchObject({ status: 502 });
  front.close();
  await rm(folder, { recursive: true, force: true });
});
