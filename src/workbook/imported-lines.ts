import { columns, diagnosisKeys, modifierKeys, type ColumnKey, type LineText } from '../guidance/columns.ts';
import { parseCivilDate } from '../guidance/civil-date.ts';
import { parseCents } from '../guidance/money.ts';
import { placeLabel, placeOfServiceOf } from '../guidance/places-of-service.ts';
import { matchService } from '../guidance/service-match.ts';
import { isNameOf, serviceLabel, type OfferedService } from '../guidance/services.ts';
import { billingKeys, memberKeys, siteKeys } from './geometry.ts';
import { isEntryKey } from './invoice-columns.ts';
import type { BillingProvider, LineEntry, Member, RenderingSite } from './model.ts';

/** What lines of 58 columns come to on the sheets: Setup, Members, and the entered cells of each line. */
export interface ImportedLines {
  /** The billing provider that most lines name. */
  readonly billing: BillingProvider;
  readonly sites: readonly RenderingSite[];
  readonly members: readonly Member[];
  /** One per line, in order. */
  readonly entries: readonly LineEntry[];
}

/**
 * Spreads whole lines over the sheets. Where lines disagree on a provider, site or member, the version that most of
 * them have goes on the sheet; {@link sourceDifferences} then names what a line said otherwise, so nothing is lost.
 */
export function importedLines(
  lines: readonly LineText[],
  offered: readonly OfferedService[],
  extraModifiers: readonly string[],
): ImportedLines {
  return {
    billing: billingIn(lines),
    sites: sitesIn(lines),
    members: membersIn(lines),
    entries: lines.map((line) => entryOf(line, offered, extraModifiers)),
  };
}

/** The billing provider that most lines name. */
export function billingIn(lines: readonly LineText[]): BillingProvider {
  return mostFrequent(lines, billingKeys) ?? pick(undefined, billingKeys);
}

/** The sites that lines name, each as most of its lines have it. */
export function sitesIn(lines: readonly LineText[]): readonly RenderingSite[] {
  return perName(lines, 'renderingProviderName', siteKeys);
}

/** The members that lines name, each as most of their lines have them. */
export function membersIn(lines: readonly LineText[]): readonly Member[] {
  return perName(lines, 'memberCin', memberKeys);
}

/**
 * The derived columns in which a line of a file says other than the sheet derives. A cell that the file leaves blank
 * says nothing where its element is optional; modifiers count as a set, amounts as amounts, and a service goes by all of
 * its names.
 */
export function sourceDifferences(
  source: LineText,
  derived: LineText,
  offered: readonly OfferedService[],
): readonly ColumnKey[] {
  const sameModifiers = modifierSet(source) === modifierSet(derived);
  return columns.flatMap(({ key, element }): readonly ColumnKey[] => {
    if (isEntryKey(key)) return [];
    const said = source[key];
    const shown = derived[key];
    if (said === shown || (said === '' && !element.required)) return [];
    if (key === 'serviceName') return isOtherName(said, shown, offered) ? [key] : [];
    if (element.format === 'modifier') return sameModifiers ? [] : [key];
    if (element.format === 'money' && parseCents(said) !== null && parseCents(said) === parseCents(shown)) return [];
    return [key];
  });
}

function isOtherName(said: string, shown: string, offered: readonly OfferedService[]): boolean {
  return !offered.some((service) => service.name === shown && isNameOf(service, said));
}

function modifierSet(line: LineText): string {
  return modifierKeys
    .map((key) => line[key])
    .filter((modifier) => modifier !== '')
    .sort()
    .join(' ');
}

function pick<K extends ColumnKey>(line: LineText | undefined, keys: readonly K[]): Readonly<Record<K, string>> {
  return Object.fromEntries(keys.map((key) => [key, line?.[key] ?? ''])) as Record<K, string>;
}

/** What most lines have in these columns; of equals the first. */
function mostFrequent<K extends ColumnKey>(
  lines: readonly LineText[],
  keys: readonly K[],
): Readonly<Record<K, string>> | undefined {
  const counts = new Map<string, { readonly line: LineText; count: number }>();
  for (const line of lines) {
    const texts = JSON.stringify(keys.map((key) => line[key]));
    const known = counts.get(texts);
    if (known === undefined) counts.set(texts, { line, count: 1 });
    else known.count += 1;
  }
  let best: { readonly line: LineText; readonly count: number } | undefined;
  for (const candidate of counts.values()) if (best === undefined || candidate.count > best.count) best = candidate;
  return best === undefined ? undefined : pick(best.line, keys);
}

function perName<K extends ColumnKey>(
  lines: readonly LineText[],
  name: K,
  keys: readonly K[],
): readonly Readonly<Record<K, string>>[] {
  const groups = new Map<string, LineText[]>();
  for (const line of lines) {
    if (line[name] === '') continue;
    const key = line[name].toLowerCase();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [line]);
    else group.push(line);
  }
  return [...groups.values()].flatMap((group) => mostFrequent(group, keys) ?? []);
}

/** What is entered on the sheet for a line; a blank leaves a column's default in place, as where nobody types. */
export function entryOf(
  line: LineText,
  offered: readonly OfferedService[],
  extraModifiers: readonly string[],
): LineEntry {
  const modifiers = modifierKeys.map((key) => line[key]).filter((modifier) => modifier !== '');
  const date = parseCivilDate(line.serviceStartDate);
  const match = matchService({ procedureCode: line.procedureCode, modifiers, date }, offered, extraModifiers);
  const service = match?.kind === 'service' || match?.kind === 'notValidOnDate' ? match.service : null;
  const [third = '', fourth = ''] =
    service === null
      ? [line.procedureCodeModifier3, line.procedureCodeModifier4]
      : modifiers.filter((modifier) => !service.modifiers.includes(modifier));
  const place = placeOfServiceOf(line.placeOfService);
  const entry: LineEntry = {
    renderingProviderName: line.renderingProviderName || null,
    memberCin: line.memberCin,
    procedureCode: service === null ? line.procedureCode : serviceLabel(service),
    procedureCodeModifier3: third,
    procedureCodeModifier4: fourth,
    serviceStartDate: line.serviceStartDate,
    serviceEndDate: line.serviceEndDate === line.serviceStartDate ? null : line.serviceEndDate || null,
    serviceUnitCount: line.serviceUnitCount,
    placeOfService: place === null ? line.placeOfService : placeLabel(place),
    serviceUnitCost: line.serviceUnitCost || null,
    invoiceDate: line.invoiceDate || null,
    invoiceNumber: line.invoiceNumber,
    controlNumber: line.controlNumber,
    authorizationNumber: line.authorizationNumber,
    ...(Object.fromEntries(diagnosisKeys.map((key) => [key, line[key]])) as Pick<
      LineEntry,
      (typeof diagnosisKeys)[number]
    >),
  };
  return entry;
}
