import { readFileSync } from 'node:fs';
import { encounterSettingsReference } from '../../scripts/encounter-settings-reference.ts';
import { referenceUrl } from '../../scripts/reference-file.ts';
import { encounterSettingsSchema } from '../../src/encounter/settings.ts';

/** The paths at which the settings are refused. */
function refusedAt(settings: unknown): readonly string[] {
  return (encounterSettingsSchema.safeParse(settings).error?.issues ?? []).map(({ path }) => path.join('.'));
}

test.each([
  ['submitter.identifier', { submitter: { identifier: '7' } }],
  ['receiver.identifier', { receiver: { identifier: '7' } }],
  ['payer.identifier', { payer: { identifier: '7' } }],
  ['planIdentifier', { planIdentifier: '7' }],
  ['planIdentifier', { planIdentifier: 'PLAN~1' }],
  ['planIdentifier', { planIdentifier: 'P'.repeat(81) }],
  ['interchange.sender', { interchange: { sender: '7' } }],
  ['interchange.receiver', { interchange: { receiver: 'SIXTEENLETTERSXX' } }],
  ['interchange.senderQualifier', { interchange: { senderQualifier: '*Z' } }],
  ['claimFiling', { claimFiling: 'M~' }],
  ['receiver.name', { receiver: { name: 'DHCS*' } }],
])('settings with an element at %s that no 837 may have are refused there', (path, settings) => {
  expect(refusedAt(settings)).toEqual([path]);
});

test('identifiers may be left for later, and are written in upper case', () => {
  expect(refusedAt({})).toEqual([]);
  expect(encounterSettingsSchema.parse({ planIdentifier: 'shp01' }).planIdentifier).toBe('SHP01');
});

test('docs/reference/encounter-settings.md is current (else: node scripts/encounter-settings-reference.ts)', async () => {
  const file = await encounterSettingsReference();
  expect(readFileSync(referenceUrl(file.path), 'utf8').replaceAll('\r\n', '\n')).toBe(file.text);
});
