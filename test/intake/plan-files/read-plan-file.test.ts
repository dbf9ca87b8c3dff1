import { planFileHeaders, planFileKinds, type PlanFileKind } from '../../../src/submission/plan-files.ts';
import { readPlanFile, type PlanFileEntry } from '../../../src/intake/plan-files/read-plan-file.ts';

const lookUpKey = Buffer.alloc(32, 7);

function read(of: PlanFileKind, content: string | Uint8Array) {
  const body = typeof content === 'string' ? Buffer.from(content) : content;
  return readPlanFile({ kind: 'planFile', of, body, lookUpKey });
}

/** The entries of a list, in no order. */
function entriesOf(of: PlanFileKind, content: string | Uint8Array): readonly unknown[] {
  const reading = read(of, content);
  if (reading.kind === 'faults') throw new Error(JSON.stringify(reading.faults));
  return reading.pieces.flatMap((piece) =>
    (JSON.parse(Buffer.from(piece).toString()) as PlanFileEntry[]).map(({ content: text }): unknown =>
      JSON.parse(text),
    ),
  );
}

function faultsOf(of: PlanFileKind, content: string | Uint8Array): readonly string[] {
  const reading = read(of, content);
  return reading.kind === 'faults'
    ? reading.faults.map(({ row, header, code }) => `${String(row)} ${header} ${code}`)
    : [];
}

test('a roster has tax numbers and sites of each number, from as many rows as it takes', () => {
  const list = [
    'Name;zip;NPI;tin;address',
    'Harbor;94601;1291417776;94-6317066;400 Harbor Way',
    'Harbor;94601-1200;1291417776;946317066;"913 Broadway; Suite 2"',
    '',
    'Bay;;1241586837;;',
  ].join('\r\n');
  expect(entriesOf('roster', list)).toEqual(
    expect.arrayContaining([
      {
        npi: '1291417776',
        tins: ['946317066'],
        sites: [
          { address: '400 Harbor Way', zip: '94601' },
          { address: '913 Broadway; Suite 2', zip: '94601-1200' },
        ],
      },
      { npi: '1241586837', tins: [], sites: [] },
    ]),
  );
});

test('members have spans, and what the later row says of sex and address', () => {
  const list = [
    'CIN,Eligible From,Eligible Through,Sex,City,State,ZIP',
    '99073662S,01/01/2026,06/30/2026,F,Oakland,CA,94601',
    '99073662S,08/01/2026,,,San José,CA,95112',
    '99073662T,,,,,,',
  ].join('\n');
  const expected = [
    {
      cin: '99073662S',
      spans: [
        [20454, 20634],
        [20666, null],
      ],
      sex: 'F',
      address: { city: 'SAN JOSE', state: 'CA', zip: '95112' },
    },
    { cin: '99073662T', spans: [[null, null]], sex: null, address: null },
  ];
  for (const form of [Buffer.from(list), Buffer.from(`\uFEFF${list}`), Buffer.from(list, 'latin1')]) {
    expect(entriesOf('eligibility', form)).toEqual(expect.arrayContaining(expected));
  }
});

test('authorizations have their services, modifiers as a set', () => {
  const list = [
    'Authorization Number,CIN,Provider NPI,Procedure Code,Modifiers,Valid From,Valid Through,Units',
    'a-1,99073662S,1291417776,H2038,GQ U6,10/01/2026,10/31/2026,2.25',
    'A-1,99073662S,,,,,,',
  ].join('\n');
  const nothing = { npi: null, procedureCode: null, modifiers: [], from: null, through: null, units: null };
  expect(entriesOf('authorizations', list)).toEqual([
    {
      number: 'A-1',
      services: [
        {
          ...{ cin: '99073662S', npi: '1291417776', procedureCode: 'H2038', modifiers: ['GQ', 'U6'] },
          ...{ from: 20727, through: 20757, units: 2250 },
        },
        { ...nothing, cin: '99073662S' },
      ],
    },
  ]);
});

const roster = (row: string) => `NPI,TIN,Address,ZIP\n${row}`;
const members = (row: string) => `CIN,Eligible From,Eligible Through,Sex\n${row}`;
const authorizations = (...rows: readonly string[]) =>
  ['Authorization Number,CIN,Provider NPI,Procedure Code,Modifiers,Valid From,Valid Through,Units', ...rows].join('\n');
const authorized = 'A-1,99073662S,1291417776,H2038,U6,10/01/2026,10/31/2026,10';

test.each<[PlanFileKind, string | Uint8Array, string]>([
  ['roster', '', '1 NPI HEADER_MISSING'],
  ['roster', 'PK\u0003\u0004\u0000\u0000', '1 NPI NOT_A_LIST'],
  ['roster', Buffer.alloc(5000), '1 NPI NOT_A_LIST'],
  ['roster', 'NPI\n"1234567893', '1 NPI NOT_A_LIST'],
  ['roster', 'NPI,npi\n1,2', '1 NPI HEADER_REPEATED'],
  ['roster', 'NPI\n\n\n', '2 NPI NO_ROWS'],
  ['roster', ','.repeat(100_000), '1 NPI HEADER_MISSING'],
  ['roster', `NPI\n${'1234567893\n'.repeat(200_001)}`, '200002 NPI TOO_MANY_ROWS'],
  ['roster', `NPI\n${'1234567893\n'.repeat(1_001)}`, '1002 NPI TOO_MANY_ALIKE'],
  ['roster', roster('1234567890,,,'), '2 NPI NPI_FORM'],
  ['roster', roster('1234567893,12,,'), '2 TIN TIN_FORM'],
  ['roster', roster('1234567893,,400 Harbor Way,'), '2 ZIP SITE_FORM'],
  ['roster', roster('1234567893,,,94601'), '2 Address SITE_FORM'],
  ['roster', roster('1234567893,,400 Harbor Way,9460'), '2 ZIP ZIP_FORM'],
  ['roster', roster(`1234567893,,${'x'.repeat(201)},94601`), '2 Address CELL_LONG'],
  ['eligibility', members('nonsense,,,'), '2 CIN CIN_FORM'],
  ['eligibility', members('99073662S,2026-01-01,,'), '2 Eligible From DATE_FORM'],
  ['eligibility', members('99073662S,01/01/2026,02/30/2026,'), '2 Eligible Through DATE_FORM'],
  ['eligibility', members('99073662S,02/01/2026,01/01/2026,'), '2 Eligible Through DATES_REVERSED'],
  ['eligibility', members('99073662S,,,X'), '2 Sex SEX_FORM'],
  ['authorizations', 'Authorization Number\nA-1', '1 CIN HEADER_MISSING'],
  ['authorizations', authorizations(',99073662S,,,,,,'), '2 Authorization Number NUMBER_FORM'],
  ['authorizations', authorizations('Ä,99073662S,,,,,,'), '2 Authorization Number NUMBER_FORM'],
  ['authorizations', authorizations('A-1,99073662S,12,,,,,'), '2 Provider NPI NPI_FORM'],
  ['authorizations', authorizations('A-1,99073662S,,h2038,,,,'), '2 Procedure Code CODE_FORM'],
  ['authorizations', authorizations('A-1,99073662S,,,U6,,,'), '2 Modifiers MODIFIERS_ALONE'],
  ['authorizations', authorizations('A-1,99073662S,,H2038,U6X,,,'), '2 Modifiers MODIFIERS_FORM'],
  ['authorizations', authorizations('A-1,99073662S,,H2038,U6,,,-1'), '2 Units UNITS_FORM'],
  ['authorizations', authorizations(authorized, authorized), '3 Authorization Number ROW_REPEATED'],
])('%s: %j is told at its place', (of, content, expected) => {
  expect(faultsOf(of, content)).toEqual([expected]);
});

test('a row has one fault, and twenty are told', () => {
  expect(faultsOf('eligibility', members('nonsense,x,x,x'))).toEqual(['2 CIN CIN_FORM']);
  expect(faultsOf('eligibility', members('nonsense,,,\n'.repeat(500)))).toHaveLength(20);
});

test('a fault never says what stands in the list', () => {
  for (const kind of planFileKinds) {
    const headers = Object.values(planFileHeaders[kind]);
    const reading = read(kind, `${headers.join()}\n${headers.map(() => 'Qyxcanary').join()}`);
    expect(JSON.stringify(reading).toLowerCase()).not.toContain('qyxcanary');
    expect(reading.kind).toBe('faults');
  }
});

test('the same list under another key has other hashes', () => {
  const list = 'NPI\n1234567893';
  const hashes = [lookUpKey, Buffer.alloc(32, 8)].map((key) => {
    const reading = readPlanFile({ kind: 'planFile', of: 'roster', body: Buffer.from(list), lookUpKey: key });
    return reading.kind === 'read' ? Buffer.from(reading.pieces[0] ?? []).toString() : '';
  });
  expect(hashes[0]).not.toBe(hashes[1]);
});
