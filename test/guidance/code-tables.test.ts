import {
  diagnosisLabel,
  dotted,
  fiscalYearOf,
  furtherDiagnosisCodes,
  headerCodes,
  headerOn,
  isDiagnosisShape,
  isHomelessnessDiagnosis,
  parseDiagnosisEntry,
  priorityCodesOn,
  priorityDiagnosisCodes,
  undotted,
} from '../../src/guidance/diagnosis-codes.ts';
import { parsePlaceEntry, placeLabel, placesOfService } from '../../src/guidance/places-of-service.ts';
import { isState, stateCodeOfName, states } from '../../src/guidance/states.ts';
import { day } from './sample-lines.ts';

test('CMS has 52 places of service, each found by its label and by its code', () => {
  expect(placesOfService).toHaveLength(52);
  expect(new Set(placesOfService.map((place) => place.code)).size).toBe(52);
  for (const place of placesOfService) {
    expect(place.code).toMatch(/^\d\d$/);
    expect(parsePlaceEntry(placeLabel(place))).toBe(place);
    expect(parsePlaceEntry(place.code)).toBe(place);
  }
  expect(placesOfService.filter((place) => place.telehealth).map((place) => place.code)).toEqual(['02', '10']);
});

test.each(['', '4', '00', '98', 'Home', '12 Home'])('the entry %j is no place', (text) => {
  expect(parsePlaceEntry(text)).toBeNull();
});

test('addresses have 59 state codes', () => {
  expect(new Set(states.map((state) => state.code)).size).toBe(59);
  expect(['CA', 'DC', 'PR', 'AP'].every(isState)).toBe(true);
  expect(['ca', 'ZZ', 'FM', ''].some(isState)).toBe(false);
  expect(stateCodeOfName('california')).toBe('CA');
  expect(stateCodeOfName('Calif.')).toBeNull();
});

test('DHCS names 25 priority codes', () => {
  expect(priorityDiagnosisCodes).toHaveLength(25);
  const codes = [...priorityDiagnosisCodes, ...furtherDiagnosisCodes].map((each) => each.code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) {
    expect(isDiagnosisShape(code)).toBe(true);
    expect(dotted(undotted(code))).toBe(code);
  }
});

test.each(['A00', 'I10', 'Z59.01', 'Z5901', 'E11.9', 'C7A.00', 'M80.08XA', 'T36.0X1A', 'U07.1'])(
  '%s has the shape',
  (code) => {
    expect(isDiagnosisShape(code)).toBe(true);
  },
);

test.each(['', 'Z5', 'Z59.', 'z59.01', '59.01', 'Z59.01234', 'Z.5901', 'Z59,01', 'Z59.01 ', 'ZZ9.1', 'E11.9;I10'])(
  '%j has not',
  (code) => {
    expect(isDiagnosisShape(code)).toBe(false);
  },
);

test('the fiscal year begins on October 1', () => {
  expect(fiscalYearOf(day(2026, 9, 30))).toBe(2026);
  expect(fiscalYearOf(day(2026, 10, 1))).toBe(2027);
});

test.each([
  ['Z59.1', day(2023, 9, 30), false],
  ['Z59.1', day(2023, 10, 1), true],
  ['Z591', day(2026, 10, 14), true],
  ['Z59.7', day(2024, 9, 30), false],
  ['Z59.7', day(2024, 10, 1), true],
  ['Z59.86', day(2025, 9, 30), false],
  ['Z59.86', day(2025, 10, 1), true],
  ['Z59.0', day(2022, 1, 1), true],
  ['Z59', day(2022, 1, 1), true],
  ['Z59.01', day(2026, 10, 14), false],
  ['E11.9', day(2026, 10, 14), false],
])('%s on day %i is a header: %s', (code, on, isHeader) => {
  expect(headerOn(code, on) !== null).toBe(isHeader);
});

test('what takes the place of a header stands below it and is no header', () => {
  for (const { code, replacements } of headerCodes) {
    for (const replacement of replacements) {
      expect(undotted(replacement).startsWith(undotted(code))).toBe(true);
      expect(headerOn(replacement, day(2026, 11, 24))).toBeNull();
    }
  }
});

test('lists offer what can be reported', () => {
  const offered = priorityCodesOn(day(2026, 11, 24));
  expect(
    offered.every(({ code, description }) => headerOn(code, day(2026, 11, 24)) === null && description !== ''),
  ).toBe(true);
  expect(offered.map((each) => each.code)).toEqual(expect.arrayContaining(['Z59.10', 'Z59.71']));
  expect(priorityCodesOn(day(2023, 1, 1))).toEqual(priorityDiagnosisCodes);
});

test('entries of the list', () => {
  expect(diagnosisLabel('Z5902')).toBe('Z59.02 · Unsheltered homelessness');
  expect(diagnosisLabel('E119')).toBe('E11.9');
  expect(parseDiagnosisEntry('Z59.02 · Unsheltered homelessness')).toBe('Z59.02');
  expect(parseDiagnosisEntry('E11.9')).toBe('E11.9');
});

test('Z59.00 to Z59.02 say homeless', () => {
  expect(['Z59.00', 'Z5901', 'Z59.02'].every(isHomelessnessDiagnosis)).toBe(true);
  expect(['Z59.0', 'Z59.1', 'Z59.811'].some(isHomelessnessDiagnosis)).toBe(false);
});
