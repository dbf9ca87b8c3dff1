import type { ColumnKey } from '../guidance/columns.ts';
import { absoluteReference } from './area.ts';
import { enteredName, listNames } from './defined-names.ts';
import { billingKeys, linesArea, memberKeys, siteKeys } from './geometry.ts';
import { invoiceColumn, type HelperKey, type InvoiceColumn } from './invoice-columns.ts';
import { rateKeyStep } from './lists.ts';

/**
 * The formula of a column as its cell on `row` (1-based) holds it, or null where the column has none. Formulas refer
 * to their own row, and by name to Setup, Members and the lists; element 42 alone sums over its column. They use
 * functions of Excel 2010.
 *
 * @param rows rows of the sheet that are prepared for lines
 */
export function formulaOf(column: InvoiceColumn, row: number, rows: number): string | null {
  switch (column.kind) {
    case 'entry':
      return column.defaulted ? `=${defaultFormula(column.key, row)}` : null;
    case 'derived':
      return `=${derivedFormula(column.key, row, rows)}`;
    case 'check':
      return `=${checkFormula(row)}`;
    case 'helper':
      return `=${helperFormula(column.helper, row)}`;
    case 'mark':
    case 'rowKey':
      return null;
  }
}

const at = (key: Parameters<typeof invoiceColumn>[0], row: number): string =>
  `$${invoiceColumn(key).letters}${String(row)}`;

function isOneOf(key: ColumnKey, keys: readonly ColumnKey[]): boolean {
  return keys.includes(key);
}

/** A row is in use once a member, a service, a day or an invoice number is entered. */
function helperFormula(helper: HelperKey, row: number): string {
  const used = at('used', row);
  switch (helper) {
    case 'used': {
      const inputs = (['memberCin', 'procedureCode', 'serviceStartDate', 'invoiceNumber'] as const)
        .map((key) => at(key, row))
        .join('&');
      return `IF(${inputs}="",0,1)`;
    }
    case 'site':
      return `IF(${used}=0,0,IFERROR(MATCH(${at('renderingProviderName', row)},${listNames.sites},0),0))`;
    case 'member': {
      const cin = at('memberCin', row);
      return `IF(${cin}="",0,IFERROR(MATCH(${cin},${listNames.members},0),0))`;
    }
    case 'service': {
      const entry = at('procedureCode', row);
      const match = (list: string) => `MATCH(${entry},${list},0)`;
      return `IF(${entry}="",0,IFERROR(${match(listNames.services)},IFERROR(${match(listNames.serviceCodes)},0)))`;
    }
    case 'rate': {
      const service = at('service', row);
      const start = at('serviceStartDate', row);
      // YEAR, MONTH and DAY read the day in either date system of a workbook, which a serial number would not.
      const day = `YEAR(${start})*10000+MONTH(${start})*100+DAY(${start})`;
      const key = `${service}*${String(rateKeyStep)}+IF(${start}="",0,IFERROR(${day},0))`;
      return `IF(${service}=0,0,MATCH(${key},${listNames.rateKeys},1))`;
    }
  }
}

function defaultFormula(key: ColumnKey, row: number): string {
  const used = at('used', row);
  switch (key) {
    case 'renderingProviderName':
      return `IF(${used}=0,"",INDEX(${listNames.sites},1)&"")`;
    case 'serviceEndDate': {
      const start = at('serviceStartDate', row);
      return `IF(${start}="","",${start})`;
    }
    case 'serviceUnitCost':
      return fromList(listNames.unitRates, 'rate', row);
    case 'invoiceDate': {
      const date = enteredName('invoiceDate');
      return `IF(${used}=0,"",IF(${date}="","",${date}))`;
    }
    default:
      throw new RangeError('The column has no default');
  }
}

function fromList(list: string, helper: 'service' | 'rate', row: number): string {
  const found = at(helper, row);
  const value = `INDEX(${list},${found})`;
  return `IF(${found}=0,"",IF(${value}="","",${value}))`;
}

function derivedFormula(key: ColumnKey, row: number, rows: number): string {
  if (isOneOf(key, billingKeys)) return `IF(${at('used', row)}=0,"",${enteredName(key)}&"")`;
  if (isOneOf(key, siteKeys)) {
    const found = at('site', row);
    return `IF(${found}=0,"",INDEX(${enteredName(key)},${found})&"")`;
  }
  if (isOneOf(key, memberKeys)) {
    const found = at('member', row);
    const value = `INDEX(${enteredName(key)},${found})`;
    return key === 'memberDateOfBirth'
      ? `IF(${found}=0,"",IF(${value}="","",${value}))`
      : `IF(${found}=0,"",${value}&"")`;
  }
  const units = at('serviceUnitCount', row);
  const cost = at('serviceUnitCost', row);
  const charge = at('serviceChargeAmount', row);
  const number = at('invoiceNumber', row);
  switch (key) {
    case 'payerIdentifier':
    case 'payerName':
      return `IF(${at('used', row)}=0,"",${listNames[key]}&"")`;
    case 'procedureCodeModifier1':
      return fromList(listNames.modifiers1, 'service', row);
    case 'procedureCodeModifier2':
      return fromList(listNames.modifiers2, 'service', row);
    case 'serviceName':
      return fromList(listNames.serviceNames, 'service', row);
    case 'serviceChargeAmount':
      return `IF(OR(${units}="",${cost}=""),"",IFERROR(ROUND(${units}*${cost},2),""))`;
    case 'invoiceAmount': {
      const over = (column: ColumnKey) => absoluteReference(linesArea(rows, invoiceColumn(column).index));
      return `IF(OR(${number}="",${charge}=""),"",SUMIF(${over('invoiceNumber')},${number},${over('serviceChargeAmount')}))`;
    }
    default:
      throw new RangeError('The column is not derived');
  }
}

/** Characters of the mark that flag the 58 columns; the words of the check follow them. */
export const markFlags = 58;

/** The Check column shows the words behind the flags of the mark, so that the pane never writes a locked cell. */
function checkFormula(row: number): string {
  const mark = at('mark', row);
  return `IF(${mark}="","",MID(${mark},${String(markFlags + 1)},255))`;
}
