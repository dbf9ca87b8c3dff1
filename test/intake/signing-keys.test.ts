import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeProtectedHeader } from 'jose';
import { keysCommand } from '../../src/cli/keys.ts';
import { demoMachine } from '../../src/intake/identity/demo-directory.ts';
import { keysFile, loadKeys } from '../../src/intake/keys.ts';
import type { Endpoint } from '../../src/intake/endpoint.ts';
import { submit } from '../../src/submission/client.ts';
import { describeSent, verifyReceipt } from '../../src/submission/receipt.ts';
import { connect } from '../submission/connections.ts';
import { manyInvoices } from '../submission/envelopes.ts';
import { printedBy } from '../support/printed-by.ts';
import { emptyFolder, get, running, signedIn } from './running.ts';
import { tokenOf } from './tokens.ts';

const hour = 60 * 60_000;
const later = () => new Date(Date.now() + hour);

function order(stateDirectory: string, words: string, now = new Date()) {
  return printedBy(() => keysCommand([...words.split(' '), '--state', stateDirectory], now));
}

async function receive(endpoint: Endpoint, first: number) {
  const { connection, token } = await signedIn(endpoint);
  const sent = manyInvoices(1, first);
  const outcome = await submit(sent, connection, { token, wait: 0 });
  if (outcome.kind !== 'received') throw new Error(outcome.kind);
  return { sent, receipt: outcome.jws, kid: decodeProtectedHeader(outcome.jws).kid };
}

test('a next receipt key is handed out before it signs; what the one before signed is verified for ever', async () => {
  const stateDirectory = await emptyFolder();
  const { receiptKey } = await loadKeys(stateDirectory);
  const before = await running({ stateDirectory });
  const old = await receive(before, 4_100_000_000);
  expect(old.kid).toBe(receiptKey.kid);
  expect((await order(stateDirectory, 'switch receipts')).stderr).toContain('no next receipt key');

  expect((await order(stateDirectory, 'rotate receipts')).status).toBe(0);
  expect((await order(stateDirectory, 'rotate receipts')).stderr).toContain('next receipt key already');
  const next = (await loadKeys(stateDirectory)).nextReceiptKey?.key.kid;
  const meanwhile = await running({ stateDirectory });
  expect(meanwhile.facts.receiptKeys.map(({ kid }) => kid)).toEqual([receiptKey.kid, next]);
  expect((await receive(meanwhile, 4_100_000_010)).kid).toBe(receiptKey.kid);

  expect((await order(stateDirectory, 'switch receipts')).stderr).toContain('younger than an hour');
  expect((await order(stateDirectory, 'switch receipts', later())).stdout).toContain(next);
  const after = await running({ stateDirectory });
  expect(after.facts.receiptKeys.map(({ kid }) => kid)).toEqual([next, receiptKey.kid]);
  expect(JSON.stringify(await loadKeys(stateDirectory))).not.toContain(receiptKey.d);
  const fresh = await receive(after, 4_100_000_020);
  expect(fresh.kid).toBe(next);
  const connection = await connect(after.facts);
  for (const { sent, receipt } of [old, fresh]) {
    expect((await verifyReceipt(receipt, connection, await describeSent(sent))).kind).toBe('verified');
  }
  // A pane with the registry of between verifies what comes now.
  const early = await connect(meanwhile.facts);
  expect((await verifyReceipt(fresh.receipt, early, await describeSent(fresh.sent))).kind).toBe('verified');
});

test('keys of the sign-in are rotated: tokens of either are good until the older keys are retired', async () => {
  const stateDirectory = await emptyFolder();
  const before = await running({ stateDirectory });
  const oldKeys = await emptyFolder();
  await copyFile(join(stateDirectory, keysFile), join(oldKeys, keysFile));
  const statusBy = async (endpoint: Endpoint, keys: string): Promise<number> => {
    const token = await tokenOf(endpoint, keys, demoMachine.clientId);
    return (await get(endpoint, token, '/v1/invoices')).status;
  };
  expect((await order(stateDirectory, 'retire sign-in', later())).stderr).toContain('no older keys');
  expect((await order(stateDirectory, 'rotate sign-in')).status).toBe(0);
  // Another endpoint signs with the new keys already: this one reads them.
  expect(await statusBy(before, stateDirectory)).toBe(200);
  expect(await statusBy(before, oldKeys)).toBe(200);
  const meanwhile = await running({ stateDirectory });
  expect(await statusBy(meanwhile, oldKeys)).toBe(200);
  const { token } = await signedIn(meanwhile);
  expect(decodeProtectedHeader(token).kid).toBe((await loadKeys(stateDirectory)).issuerKey.kid);

  expect((await order(stateDirectory, 'retire sign-in')).stderr).toContain('younger than an hour');
  expect((await order(stateDirectory, 'retire sign-in', later())).status).toBe(0);
  const { cookieKeys, earlierIssuerKeys } = await loadKeys(stateDirectory);
  expect([cookieKeys.length, earlierIssuerKeys]).toEqual([1, undefined]);
  const after = await running({ stateDirectory });
  expect(await statusBy(after, oldKeys)).toBe(401);
  expect(await statusBy(after, stateDirectory)).toBe(200);
});

test('a token of a key that nobody has stays refused', async () => {
  const stateDirectory = await emptyFolder();
  const endpoint = await running({ stateDirectory });
  const strange = await emptyFolder();
  await loadKeys(strange);
  const token = await tokenOf(endpoint, strange, demoMachine.clientId);
  expect((await get(endpoint, token, '/v1/invoices')).status).toBe(401);
});
