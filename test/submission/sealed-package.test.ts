import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { parseCivilDate } from '../../src/guidance/civil-date.ts';
import { openPackage, sealPackage } from '../../src/submission/sealed-package.ts';
import { envelope, line, sampleNpi, validLine } from './envelopes.ts';

const identity = await generateX25519Identity();
const recipient = await identityToRecipient(identity);
const sample = envelope([line('row-1'), line('row-2', { memberFirstName: 'Zoë', invoiceNumber: '4100001002' })]);
const day = parseCivilDate('11/24/2026');
if (day === null) throw new Error('no day');
const sealed = await sealPackage(sample, recipient, day);

test('what was sealed for a plan is opened with its key, whatever other keys stand beside it', async () => {
  const other = await generateX25519Identity();
  expect(await openPackage(sealed.bytes, [other, identity])).toEqual({ kind: 'opened', envelope: sample });
});

test('the name says plan, provider, day and submission, and nothing of a member', () => {
  expect(sealed.fileName).toMatch(new RegExp(`^${sample.planId}_${sampleNpi}_2026-11-24_[0-9a-f]{8}[.]calaim[.]age$`));
  for (const [key, value] of Object.entries(validLine)) {
    if (key.startsWith('member') && value !== '') expect(sealed.fileName).not.toContain(value);
  }
});

test('the same content has the same name, another attempt another one', async () => {
  expect((await sealPackage(sample, recipient, day)).fileName).toBe(sealed.fileName);
  expect((await sealPackage({ ...sample, attempt: 2 }, recipient, day)).fileName).not.toBe(sealed.fileName);
});

test('the file does not show what it holds', () => {
  const text = new TextDecoder('latin1').decode(sealed.bytes);
  expect(text).not.toContain(validLine.memberCin);
  expect(text).not.toContain(sampleNpi);
});

test('it is refused for another key, and where it is no package or no submission', async () => {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const letter = await encrypter.encrypt('Dear plan');
  const others = [await generateX25519Identity()];
  expect(await openPackage(sealed.bytes, others)).toEqual({ kind: 'refused', reason: 'otherKey' });
  expect(await openPackage(letter, [identity])).toEqual({ kind: 'refused', reason: 'notASubmission' });
  for (const bytes of [new Uint8Array(), new TextEncoder().encode(JSON.stringify(sample))]) {
    expect(await openPackage(bytes, [identity])).toEqual({ kind: 'refused', reason: 'notAPackage' });
  }
});

test('a package that was altered or cut short in any place is refused', async () => {
  const place = fc.integer({ min: 22, max: sealed.bytes.length - 1 });
  await fc.assert(
    fc.asyncProperty(place, fc.integer({ min: 1, max: 255 }), fc.boolean(), async (at, change, cut) => {
      const bytes = cut
        ? sealed.bytes.slice(0, at)
        : sealed.bytes.map((byte, index) => (index === at ? byte ^ change : byte));
      expect((await openPackage(bytes, [identity])).kind).toBe('refused');
    }),
    { numRuns: 50 },
  );
});
