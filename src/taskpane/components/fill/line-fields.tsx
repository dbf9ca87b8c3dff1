import { Select, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, type ReactElement } from 'react';
import { parseCivilDate } from '../../../guidance/civil-date.ts';
import type { LineText } from '../../../guidance/columns.ts';
import type { Finding } from '../../../guidance/finding.ts';
import { parsePlaceEntry, placeLabel, placesOfService } from '../../../guidance/places-of-service.ts';
import { parseServiceEntry, serviceLabel, unitRateOn, type OfferedService } from '../../../guidance/services.ts';
import { parseCents } from '../../../guidance/money.ts';
import type { LineEntry } from '../../../workbook/model.ts';
import type { LineForm } from '../../state/fill-state.ts';
import type { Plan } from '../../state/plans.ts';
import { nextInvoiceNumber } from '../../state/next-invoice-number.ts';
import { factsOf } from '../../state/rules.ts';
import type { Words } from '../../words/english.ts';
import { moneyText } from '../../words/formats.ts';
import { Action, Actions } from '../actions.tsx';
import { ElementField } from '../forms/element-field.tsx';
import { ElementFrame } from '../forms/element-frame.tsx';
import { fieldId } from '../forms/field-id.ts';
import { SearchField, type SearchOption } from '../forms/search-field.tsx';
import { useWords } from '../pane-context.tsx';
import type { Ready } from '../use-ready.ts';
import { DiagnosisFields } from './diagnosis-fields.tsx';
import { MemberField } from './member-field.tsx';

const useStyles = makeStyles({
  charge: { margin: 0 },
  more: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  summary: { minHeight: '24px', cursor: 'pointer' },
});

interface LineFieldsProps extends Ready {
  readonly form: LineForm;
  /** The line as the sheet will derive it. */
  readonly text: LineText;
  readonly findings: readonly Finding[];
  readonly onChange: (change: Partial<LineEntry>) => void;
}

/** The elements of a line that a person fills, in the guidance's sequence but for the member, who comes first. */
export function LineFields({ contents, findings, form, onChange, plan, text }: LineFieldsProps): ReactElement {
  const styles = useStyles();
  const words = useWords();
  const { services } = factsOf(plan);
  const { entry } = form;
  const service = parseServiceEntry(entry.procedureCode, services);
  const options = useMemo(
    () => serviceOptions(plan, entry.serviceStartDate, words),
    [plan, entry.serviceStartDate, words],
  );
  const shared = { form: 'line', findings, tried: form.tries > 0 } as const;
  const charge = parseCents(text.serviceChargeAmount);
  const typed = (key: keyof LineEntry, help?: string): ReactElement => (
    <ElementField
      {...shared}
      column={key}
      value={entry[key] ?? ''}
      help={help}
      onChange={(value) => {
        onChange({ [key]: value });
      }}
    />
  );
  /** A column with a default formula: blank leaves it there. */
  const defaulted = (
    key: 'serviceEndDate' | 'serviceUnitCost' | 'invoiceDate',
    help: string | undefined,
  ): ReactElement => (
    <ElementField
      {...shared}
      column={key}
      value={entry[key] ?? ''}
      help={help}
      onChange={(value) => {
        onChange({ [key]: value === '' ? null : value });
      }}
    />
  );
  return (
    <>
      <MemberField {...shared} contents={contents} value={entry.memberCin} onChange={onChange} />
      <ElementFrame {...shared} column="renderingProviderName" value={entry.renderingProviderName ?? ''}>
        <Select
          id={fieldId('line', 'renderingProviderName')}
          value={entry.renderingProviderName ?? ''}
          onChange={(_, { value }) => {
            onChange({ renderingProviderName: value === '' ? null : value });
          }}
        >
          <option value="">{words.fill.form.firstSite(contents.setup.sites[0]?.renderingProviderName ?? '')}</option>
          {siteNames(contents.setup.sites, entry.renderingProviderName).map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Select>
      </ElementFrame>
      <SearchField
        {...shared}
        column="procedureCode"
        label={words.fill.form.service}
        help={words.fill.form.serviceHelp}
        options={options}
        noMatch={words.fill.form.noService}
        value={entry.procedureCode}
        onChange={(value) => {
          onChange({ procedureCode: value });
        }}
      />
      {typed('serviceStartDate')}
      {defaulted('serviceEndDate', words.fill.form.endDateHelp)}
      {typed('serviceUnitCount')}
      <ElementFrame {...shared} column="placeOfService" value={entry.placeOfService}>
        <Select
          id={fieldId('line', 'placeOfService')}
          value={placeValue(entry.placeOfService)}
          onChange={(_, { value }) => {
            onChange({ placeOfService: value });
          }}
        >
          <option value="">{words.common.choose}</option>
          {parsePlaceEntry(entry.placeOfService) === null && entry.placeOfService !== '' ? (
            <option value={entry.placeOfService}>{entry.placeOfService}</option>
          ) : null}
          {placesInOrder.map((place) => (
            <option key={place.code} value={placeLabel(place)}>
              {placeLabel(place)}
            </option>
          ))}
        </Select>
      </ElementFrame>
      <DiagnosisFields
        {...shared}
        contents={contents}
        plan={plan}
        entry={entry}
        text={text}
        row={form.row}
        onChange={onChange}
      />
      {defaulted('serviceUnitCost', service === null ? undefined : rateHelp(service, entry.serviceStartDate, words))}
      {charge === null ? null : (
        <p className={styles.charge}>
          {words.fill.form.charge}: {moneyText(charge)}
        </p>
      )}
      {typed('invoiceNumber')}
      <Actions>
        <Action
          small
          onClick={() => {
            onChange({ invoiceNumber: nextInvoiceNumber(contents.lines.map(({ entry: each }) => each.invoiceNumber)) });
          }}
        >
          {words.fill.form.nextNumber}
        </Action>
      </Actions>
      {defaulted('invoiceDate', words.fill.form.invoiceDateHelp(contents.setup.invoiceDate))}
      <details>
        <summary className={styles.summary}>{words.fill.form.more}</summary>
        <div className={styles.more}>
          {typed('procedureCodeModifier3')}
          {typed('procedureCodeModifier4')}
          {typed('controlNumber')}
          {typed('authorizationNumber')}
        </div>
      </details>
    </>
  );
}

function rateHelp(service: OfferedService, startDate: string, words: Words): string {
  const rate = unitRateOn(service, parseCivilDate(startDate));
  if (rate === null) return words.fill.form.rateOfTheDay;
  return words.fill.form.rateHelp(rate.cents === null ? null : moneyText(rate.cents));
}

/** The plan's services as a list with their rates on the day, found by name, code, modifier, former name. */
function serviceOptions(plan: Plan, startDate: string, words: Words): readonly SearchOption[] {
  const date = parseCivilDate(startDate);
  return factsOf(plan).services.map((service) => {
    const cents = unitRateOn(service, date)?.cents ?? null;
    const cost = cents === null ? '' : ` · ${moneyText(cents)}`;
    return {
      value: serviceLabel(service),
      text: `${serviceLabel(service)} · ${words.fill.form.units[service.unitBasis]}${cost}`,
      keywords: [service.category, ...service.formerNames].join(' '),
    };
  });
}

/** The usual places first; both parts by code. */
const placesInOrder = [
  ...placesOfService.filter(({ common }) => common),
  ...placesOfService.filter(({ common }) => !common),
];

/** The list's entry of a place, whether the cell holds the entry or the bare code. */
function placeValue(text: string): string {
  const place = parsePlaceEntry(text);
  return place === null ? text : placeLabel(place);
}

/** The sites' names, and the line's own where Setup has no such site. */
function siteNames(sites: LineFieldsProps['contents']['setup']['sites'], own: string | null): readonly string[] {
  const names = sites.map(({ renderingProviderName }) => renderingProviderName);
  return [...new Set([...names, own ?? ''])].filter((name) => name !== '');
}
