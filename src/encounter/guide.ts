import type { LineText } from '../guidance/columns.ts';
import { modifierKeys } from '../guidance/columns.ts';
import { isBlank } from '../guidance/clean-text.ts';
import type { Invoice } from './invoice.ts';
import type { InstitutionalSettings } from './settings.ts';
import type { EncounterTarget } from './target.ts';

/** Which implementation guide a file follows. */
export type Guide = 'professional' | 'institutional';

/** Version of each guide (GS08, ST03): ASC X12N 837 Professional and Institutional. */
export const guideVersions: Readonly<Record<Guide, string>> = {
  professional: '005010X222A1',
  institutional: '005010X223A2',
};

/** Most service lines of a claim (LX). */
export const mostLines: Readonly<Record<Guide, number>> = { professional: 50, institutional: 999 };

/**
 * The guide of an invoice: professional, unless the settings say that its billing provider is an institution. While
 * they lack what an 837I needs, a test file has it as an 837P; a production file never does.
 */
export function guideOf({ lines }: Invoice, { usage, institutions }: EncounterTarget): Guide {
  const settings = institutions.get(lines[0].billingProviderNpi);
  if (settings === undefined) return 'professional';
  return usage === 'P' || lines.every((line) => revenueCodeOf(line, settings) !== '')
    ? 'institutional'
    : 'professional';
}

/**
 * SV201 of a line: that of its procedure code with as many of its modifiers as the settings name, or the provider's.
 *
 * @returns `''` where the settings have none
 */
export function revenueCodeOf(
  line: Pick<LineText, 'procedureCode' | (typeof modifierKeys)[number]>,
  { revenueCode, revenueCodes }: Pick<InstitutionalSettings, 'revenueCode' | 'revenueCodes'>,
): string {
  const modifiers = modifierKeys.flatMap((key) => (isBlank(line[key]) ? [] : [line[key]]));
  const named = Object.entries(revenueCodes)
    .map(([service, code]) => ({ codes: service.split('-'), code }))
    .filter(({ codes: [procedure, ...own] }) => {
      return procedure === line.procedureCode && own.every((each) => modifiers.includes(each));
    })
    .sort((left, right) => right.codes.length - left.codes.length);
  return named[0]?.code ?? revenueCode;
}
