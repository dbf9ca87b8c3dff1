import { columns } from '../../../src/guidance/columns.ts';
import { sureWords, unsureWords } from '../../../src/workbook/import/header-words.ts';
import { normalizedHeader } from '../../../src/workbook/import/normalized-header.ts';
import { recognizedHeader } from '../../../src/workbook/import/recognized-header.ts';

test('the guidance’s own words are exact', () => {
  for (const { key, header } of columns) expect(recognizedHeader(header)).toEqual({ target: key, by: 'exact' });
});

test.each([
  ['CIN', 'memberCin'],
  ['Client Index Number', 'memberCin'],
  ['DOB', 'memberDateOfBirth'],
  ['memberFirstName', 'memberFirstName'],
  ['Patient Last Name', 'memberLastName'],
  ['Client Name', 'memberName'],
  ['Date of Service', 'serviceStartDate'],
  ['DOS', 'serviceStartDate'],
  ['Thru Date', 'serviceEndDate'],
  ['HCPCS', 'procedureCode'],
  ['CPT/HCPCS', 'procedureCode'],
  ['Proc Code', 'procedureCode'],
  ['Mod 1', 'procedureCodeModifier1'],
  ['MOD4', 'procedureCodeModifier4'],
  ['Modifier', 'procedureCodeModifier1'],
  ['Dx1', 'diagnosisCode1'],
  ['Dx 10', 'diagnosisCode10'],
  ['Diagnosis B', 'diagnosisCode2'],
  ['ICD-10', 'diagnosisCode1'],
  ['ICD-10 #2', null],
  ['POS', 'placeOfService'],
  ['Units', 'serviceUnitCount'],
  ['Qty', 'serviceUnitCount'],
  ['Rate', 'serviceUnitCost'],
  ['Unit Price', 'serviceUnitCost'],
  ['Total', 'serviceChargeAmount'],
  ['Auth #', 'authorizationNumber'],
  ['Authorization No.', 'authorizationNumber'],
  ['Inv #', 'invoiceNumber'],
  ['Invoice Date', 'invoiceDate'],
  ['Rendering Provider NPI', 'renderingProviderNpi'],
  ['Billing NPI', 'billingProviderNpi'],
  ['Fecha de nacimiento', 'memberDateOfBirth'],
  ['Fecha del servicio', 'serviceStartDate'],
  ['Número de factura', 'invoiceNumber'],
  ['Apellido del miembro', 'memberLastName'],
  ['Unidades', 'serviceUnitCount'],
  ['Lugar de servicio', 'placeOfService'],
  ['Diagnóstico 3', 'diagnosisCode3'],
  ['Código de procedimiento', 'procedureCode'],
  // What can mean several elements is left for a person to say.
  ['Name', null],
  ['Date', null],
  ['NPI', null],
  ['Amount', null],
  ['Phone', null],
  ['Provider', null],
  ['Notes', null],
  ['', null],
])('%j goes to %s', (header, target) => {
  expect(recognizedHeader(header)?.target ?? null).toBe(target);
});

test('no word means two elements', () => {
  const meanings = new Map<string, string>();
  const doubled = [...sureWords, ...unsureWords].filter(([target, word]) => {
    const known = meanings.get(normalizedHeader(word));
    meanings.set(normalizedHeader(word), target);
    return known !== undefined && known !== target;
  });
  expect(doubled).toEqual([]);
});

test('no word says otherwise than the guidance’s own', () => {
  const own = new Map<string, string>(columns.map(({ key, header }) => [normalizedHeader(header), key]));
  const otherwise = [...sureWords, ...unsureWords].filter(
    ([target, word]) => (own.get(normalizedHeader(word)) ?? target) !== target,
  );
  expect(otherwise).toEqual([]);
});
