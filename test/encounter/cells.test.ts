import { columns, type ColumnKey } from '../../src/guidance/columns.ts';
import { cellOfElement } from '../../src/encounter/cells.ts';
import type { Invoice } from '../../src/encounter/invoice.ts';
import { line } from '../guidance/sample-lines.ts';
import { write } from './support/files.ts';
import { readSent } from './support/sent.ts';

/** Each cell that goes into an 837 has a text of its own, by which it is found there. */
const distinct = line({
  billingProviderZip: '946011201',
  billingProviderTin: '941234561',
  billingProviderCity: 'Alameda',
  renderingProviderAddress: '971 Broadway',
  renderingProviderCity: 'Berkeley',
  renderingProviderState: 'NV',
  renderingProviderZip: '947011202',
  medicalRecordNumber: 'MRN77',
  memberZip: '93701',
  placeOfService: '11',
  procedureCodeModifier2: 'GQ',
  diagnosisCode1: 'Z602',
  diagnosisCode2: 'E119',
  diagnosisCode3: 'I10',
  serviceUnitCount: '7',
  serviceChargeAmount: '161.50',
  invoiceAmount: '161.50',
  controlNumber: 'CN17',
  authorizationNumber: 'AUTH123',
});

const birth = '19710315';
const day = '20261014';

/** The cells whose text stands somewhere in the file, with that text. */
const wanted = new Map<string, ColumnKey>([
  ...columns.flatMap(({ key }): readonly [string, ColumnKey][] => {
    const text = distinct[key].toUpperCase();
    return text === '' || /Date|Amount|Indicator|payer|serviceName|UnitCost|renderingProviderTin|Phone$/.test(key)
      ? []
      : [[text, key]];
  }),
  [birth, 'memberDateOfBirth'],
  [day, 'serviceStartDate'],
  ['5105550100', 'billingProviderPhone'],
]);

test('the element that a cell went into is found to be of that cell', () => {
  const invoice: Invoice = { lines: [distinct], submission: { kind: 'original' }, adjudication: null };
  const { text, segments } = write([invoice]);
  const [transaction] = readSent(text);
  const found = new Map<ColumnKey, Set<string>>();
  transaction?.kinds.forEach((kind, index) => {
    // ISA and GS stand before the transaction set.
    const [name = '', ...elements] = (segments[index + 2] ?? '').split('*');
    expect(name).toBe(kind.name);
    elements.forEach((element, place) => {
      const components = element.split(':');
      components.forEach((component, order) => {
        const key = wanted.get(component);
        if (key === undefined) return;
        const cell = cellOfElement(kind, place + 1, components.length > 1 ? order + 1 : null);
        const cells = found.get(key) ?? new Set();
        found.set(key, cells.add(String(cell)));
      });
    });
  });
  const cells = [...found].map(([key, of]) => [key, [...of].filter((each) => each !== 'null')]);
  // What a setting or a guide puts there too, such as the state, is of no other cell for all that.
  expect(cells).toEqual(cells.map(([key]) => [key, [key]]));
  expect([...wanted.values()].filter((key) => !found.has(key))).toEqual([]);
});

test('sums and charges, whose amounts are alike, by their places', () => {
  const at = (loop: string, name: string, element: number, component: number | null = null, qualifier = '') =>
    cellOfElement({ loop, name, qualifier, isPerson: false }, element, component);
  expect(at('2300', 'CLM', 2)).toBe('invoiceAmount');
  expect(at('2400', 'SV1', 2)).toBe('serviceChargeAmount');
  expect(at('2400', 'SV1', 7, 2)).toBe('diagnosisCode2');
  expect(at('2400', 'SV2', 3)).toBe('serviceChargeAmount');
  expect(at('2400', 'SV2', 2, 3)).toBe('procedureCodeModifier1');
  expect(at('2300', 'HI', 1, 2, 'ABK')).toBe('diagnosisCode1');
  expect(at('2300', 'HI', 1, 2, 'ABF')).toBe('diagnosisCode2');
  expect(at('2300', 'HI', 1, 2, 'BG')).toBeNull();
  expect(at('2010BA', 'DMG', 3)).toBeNull();
  expect(at('2010BB', 'NM1', 9, null, 'PR')).toBeNull();
  expect(at('2430', 'SVD', 2)).toBeNull();
  expect(at('9999', 'CLM', 1)).toBeNull();
});

test('a name is of a person or of an organization', () => {
  const named = (isPerson: boolean) =>
    cellOfElement({ loop: '2010AA', name: 'NM1', qualifier: '85', isPerson }, 3, null);
  expect([named(false), named(true)]).toEqual(['billingProviderName', 'billingProviderLastName']);
});
