import type { LineText } from '../../src/guidance/columns.ts';
import { originalInvoices, type Invoice } from '../../src/encounter/invoice.ts';
import { line } from '../guidance/sample-lines.ts';
import { decision, settingsOfInstitution, target, write } from './support/files.ts';
import { brokenRules, rules, type RuleOf837 } from './support/rules-of-837.ts';

/** Each rule is tried: a good file is broken in its one place, and the rule says so. */

const decided = (lines: readonly LineText[]): readonly Invoice[] =>
  originalInvoices(lines).map((invoice) => ({
    ...invoice,
    adjudication: new Map(
      invoice.lines.map((_, place) => [
        place + 1,
        decision({ paidCents: 15_000, adjustments: [{ group: 'CO', reason: '45', cents: 1000 }] }),
      ]),
    ),
  }));
const lines = [
  line({ authorizationNumber: 'AU1', diagnosisCode2: 'I10' }),
  line({ authorizationNumber: 'AU1', procedureCodeModifier1: 'U8' }),
  line({ invoiceNumber: '4100001002', serviceStartDate: '10/15/2026', serviceEndDate: '10/15/2026' }),
];
const professional = write(decided(lines)).text;
const institutional = write(decided(lines), {
  target: target(settingsOfInstitution('1234567893')),
  guide: 'institutional',
}).text;

const change = (from: string | RegExp, to: string) => (text: string) => {
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`Nothing to change: ${String(from)}`);
  return changed;
};
const repeated = (segment: string, count: number) => (text: string) =>
  text.replace(new RegExp(`${segment}[^~]*~`), (found) => found.repeat(count));

type Break = (text: string) => string;

const broken: Readonly<Record<RuleOf837, readonly [Break, ...Break[]] | { readonly institutional: readonly Break[] }>> =
  {
    'upper case of ASCII, no line ends, no byte order mark': [
      change('DOE', 'Doe'),
      change('DOE', 'DOÉ'),
      change('~ST', '~\nST'),
      (text) => `\ufeff${text}`,
    ],
    'ISA has 106 characters with its terminator': [change('00501', '0501'), change('~GS', '~\r\nGS')],
    'ISA06 and ISA08 are padded to 15': [change('SHPSENDER      ', 'SHPSENDER')],
    'ISA13 has nine digits and is IEA02': [
      change('IEA*1*000000001', 'IEA*1*000000002'),
      change('IEA*1*000000001', 'IEA*1*1'),
    ],
    'ISA15 is T or P': [change('*0*T*:', '*0*I*:')],
    'GS06 is GE02, unpadded': [
      change(/GE\*1\*1/, 'GE*1*2'),
      (text) => text.replace(/\*1\*X\*/, '*0001*X*').replace('GE*1*1', 'GE*1*0001'),
    ],
    'GS08 is a guide: 005010X222A1 or 005010X223A2': [change('X*005010X222A1', 'X*005010X222')],
    'GE01 and IEA01 count': [change('GE*1', 'GE*2'), change('IEA*1', 'IEA*2')],
    'ST02 is SE02': [change(/(SE\*\d+)\*0001/, '$1*0002')],
    'ST02 is unique in the file': [(text) => text.replace(/(ST\*.*SE\*\d+\*0001~)/, '$1$1')],
    'ST03 is GS08': [change('0001*005010X222A1', '0001*005010X223A2')],
    'SE01 counts from ST to SE': [change(/SE\*\d+/, 'SE*9')],
    'BHT has a number, CCYYMMDD, HHMM, and RP or CH': [change('*0328*RP', '*0328*31'), change('BHT*0019', 'BHT*0022')],
    'at least one claim in a transaction set, and at most 5,000': [
      (text) => text.replace(/CLM.*SE\*/, 'SE*'),
      (text) =>
        text.replace(/(CLM\*4100001001.*?~)(CLM)/, (_, claim: string, next: string) => claim.repeat(5000) + next),
    ],
    'no segment of its name alone': [change('~SBR', '~NTE~SBR')],
    'no empty element at an end': [change('N3*22 OLIVE ST', 'N3*22 OLIVE ST*')],
    'no delimiter in data, and components only in composites': [change('DOE', 'D^E'), change('DOE', 'D:E')],
    'no space at an end of an element': [change('DOE', 'DOE ')],
    'HL counts from 1 in each transaction set': [change('HL*2', 'HL*3')],
    'HL 20 is a root with children, HL 22 hangs below it without': [
      change('*20*1', '*20*0'),
      change('HL*2*1*22*0', 'HL*2**22*0'),
      change('*22*0', '*22*1'),
    ],
    'claims of one provider in a row share their HL 20, and of one member their HL 22': [
      (text) => text.replace(/HL\*2.*?(?=CLM)/, (member) => `${member}CLM*1~${member}`),
      (text) => text.replace(/HL\*1.*?(?=CLM)/, (loops) => `${loops}CLM*1~${loops}`),
    ],
    'NM103 has 1 to 60 characters, NM104 at most 35, N301 at most 55, N401 2 to 30': [
      change('DOE*ROSA', `${'D'.repeat(61)}*ROSA`),
      change('DOE*ROSA', `DOE*${'R'.repeat(36)}`),
      change('DOE*ROSA', '*ROSA'),
      change('22 OLIVE ST', 'S'.repeat(56)),
      change('FRESNO', 'F'),
      change('FRESNO', 'F'.repeat(31)),
    ],
    'NPI has ten digits and its check digit': [
      change('XX*1234567893', 'XX*1234567890'),
      change('XX*1234567893', 'XX*123456789'),
    ],
    'TIN has nine digits, without a dash': [change('EI*941234567', 'EI*94-1234567'), change(/REF\*EI[^~]*~/, '')],
    'taxonomy has ten letters and digits': [change('NM1*85', 'PRV*BI*PXC*251B~NM1*85')],
    'N402 is a state, not ZZ': [change('FRESNO*CA', 'FRESNO*ZZ'), change('FRESNO*CA', 'FRESNO*')],
    'ZIP codes have five or nine digits without a hyphen': [change('*93701', '*93701-1234')],
    'a billing provider has street, city, state and ZIP code of nine digits': [
      change('*946011200', '*94601'),
      change(/N3\*400[^~]*~/, ''),
    ],
    'PER04 is ten digits': [change('TE*9165550100', 'TE*916-555-0100')],
    'a subscriber has CIN, N3, N4 and DMG': [
      change(/DMG[^~]*~/, ''),
      change('N3*22 OLIVE ST~', ''),
      change('N4*FRESNO*CA*93701~', ''),
      change('MI*91234567A', 'MI*91234567'),
    ],
    'a birth date is not in the future': [change('19710315', '20991231')],
    'identifiers of NM109 have at least two characters': [change(/PI\*PAYERID/, 'PI*P')],
    'CLM01 has at most 20 characters': [
      change('CLM*4100001001', `CLM*${'4'.repeat(21)}`),
      change('CLM*4100001001', 'CLM*'),
    ],
    'CLM01 is unique in the file': [change('CLM*4100001002', 'CLM*4100001001')],
    'CLM02 is the sum of the lines, to the cent': [change('CLM*4100001001*320', 'CLM*4100001001*320.01')],
    'amounts have no zeros or points that say nothing': [
      change('4100001001*320', '4100001001*320.00'),
      change('4100001001*320', '4100001001*0320'),
      change('4100001001*320', '4100001001*.32'),
    ],
    'CLM05 of an 837P is a place of service, B and a frequency': [change('11:B:1', '11:A:1'), change('11:B:1', ':B:1')],
    'CLM05-3 is 1, 7 or 8': [change('11:B:1', '11:B:6')],
    'REF*F8 exactly with frequency 7 and 8': [
      change('11:B:1', '11:B:7'),
      change('11:B:1', '11:B:8'),
      change('~HI', '~REF*F8*1~HI'),
    ],
    'REF02 has 1 to 50 characters': [change('REF*G1*AU1', `REF*G1*${'A'.repeat(51)}`)],
    'one principal diagnosis, and at most 12 in an 837P': [
      change('ABK:Z602', 'ABF:Z602'),
      change('ABF:I10', 'ABK:I10'),
      change('ABF:I10', Array.from({ length: 12 }, (_, place) => `ABF:I1${String(place)}`).join('*')),
      repeated('HI', 2),
    ],
    'diagnoses have the shape of ICD-10-CM, without dots': [
      change('ABK:Z602', 'ABK:Z60.2'),
      change('ABK:Z602', 'ABK:602'),
    ],
    'no diagnosis twice': [change('ABF:I10', 'ABF:Z602')],
    'LX counts from 1 in each claim': [change('LX*2', 'LX*3'), change('LX*1', 'LX*0')],
    'at most 50 lines of a claim in an 837P, 999 in an 837I': [
      (text) => text.replace(/(LX\*2.*?)(?=CLM)/, (found) => found.repeat(50)),
    ],
    'SV1 in an 837P, SV2 in an 837I, one for each LX': [change('SV1*', 'SV2*'), repeated('SV1', 2)],
    'a procedure code of HCPCS Level II, the U modifier first, at most four modifiers, none twice': [
      change('HC:G9012:U2', 'HC:9012:U2'),
      change('HC:G9012:U2', 'HC:G9012'),
      change('HC:G9012:U2', 'HC:G9012:GQ:U2'),
      change('HC:G9012:U2', 'HC:G9012:U2:GQ:K1:K2:K3'),
      change('HC:G9012:U2', 'HC:G9012:U2:GQ:GQ'),
      change('HC:G9012:U2', 'HC:G9012:U2:U2'),
    ],
    'units are above zero, with at most three decimals and without zeros that say nothing': [
      change('UN*2', 'UN*0'),
      change('UN*2', 'UN*2.0'),
      change('UN*2', 'UN*02'),
      change('UN*2', 'UN*2.0001'),
      change('UN*2', 'MJ*2'),
    ],
    'one to four pointers, each to a diagnosis that is there': [
      change('UN*2***1:2', 'UN*2***1:3'),
      change('UN*2***1:2', 'UN*2***1:2:1:2:1'),
      change('UN*2***1:2', 'UN*2'),
    ],
    'dates are CCYYMMDD: D8 for a day, RD8 for days that run forward': [
      change('472*D8*20261014', '472*D8*10142026'),
      change('472*D8*20261014', '472*RD8*20261014-20261013'),
      change('472*D8*20261014', '472*RD8*20261014-20261014'),
      change(/DTP\*472[^~]*~/, ''),
    ],
    'REF*6R tells the lines of a claim apart, and keeps their order': [
      change('6R*4100001001-2', '6R*4100001001-1'),
      change(/REF\*6R[^~]*~/, ''),
    ],
    'CLM05 of an 837I is a type of bill, A and a frequency': {
      institutional: [change('89:A:1', '89:B:1'), change('89:A:1', ':A:1')],
    },
    'an 837I has DTP*434 from the first day to the last': {
      institutional: [change(/DTP\*434[^~]*~/, ''), change('RD8*20261014-20261014', 'RD8*20261013-20261014')],
    },
    'an 837I has CL1, whole': { institutional: [change(/CL1[^~]*~/, ''), change('CL1*9*1*30', 'CL1*9*1')] },
    'an 837I has an attending provider with NPI': {
      institutional: [change(/NM1\*71[^~]*~/, ''), change('*ADA****XX*1245319599', '*ADA')],
    },
    'revenue codes have four digits': { institutional: [change('SV2*0911', 'SV2*911'), change('SV2*0911', 'SV2*')] },
    'an 837I has neither place of service, pointers, nor authorizations on lines': {
      institutional: [change('160*UN*2', '160*UN*2*11'), change('REF*6R', 'REF*G1*A~REF*6R')],
    },
    'no amount of the plan before its decision on every line': [
      change(/SVD[^~]*~CAS[^~]*~DTP\*573[^~]*~/, ''),
      (text) => text.replaceAll(/SVD[^~]*~/g, ''),
    ],
    'what was paid and what was taken off make the charge': [
      change('SVD*PLANID*150', 'SVD*PLANID*151'),
      change('CO*45*10', 'CO*45*-10'),
    ],
    'AMT*D is the sum of what was paid': [change('AMT*D*300', 'AMT*D*301'), change(/AMT[^~]*~/, '')],
    'at most six adjustments in a CAS, each with group, reason and amount': [
      change('CAS*CO*45*10', `CAS*CO*45*10${'**24*0'.repeat(6)}`),
      change('CAS*CO', 'CAS*XX'),
      change('CAS*CO*45', 'CAS*CO*'),
    ],
    'control numbers are never used twice': [(text) => text],
    'no service line twice: member, provider, day, code and modifiers': [
      change('20261015', '20261014'),
      (text) => text,
    ],
  };

test('the files that are broken here are whole', () => {
  expect(brokenRules(professional)).toEqual([]);
  expect(brokenRules(institutional)).toEqual([]);
});

/** Rules on several files are broken by sending the same one again. */
const ofSeveral: ReadonlySet<RuleOf837> = new Set([
  'control numbers are never used twice',
  'no service line twice: member, provider, day, code and modifiers',
]);

test.each(rules)('%s', (rule) => {
  const breaks = broken[rule];
  const [text, all] = 'institutional' in breaks ? [institutional, breaks.institutional] : [professional, breaks];
  for (const each of all) {
    const files = ofSeveral.has(rule) && each(text) === text ? [text, text] : [each(text)];
    expect(brokenRules(...files)).toContain(rule);
  }
});
