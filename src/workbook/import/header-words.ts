import { diagnosisKeys, modifierKeys } from '../../guidance/columns.ts';
import type { ImportTarget } from './import-target.ts';

/**
 * What billers' spreadsheets and the systems of community organisations call the guidance's elements, in English and
 * Spanish. A word stands here only where it can mean one element; `Name`, `Date`, `NPI`, `Amount` and their like are
 * left for a person to say.
 */
type Words = readonly (readonly [target: ImportTarget, words: readonly string[]])[];

/** `Auth number` is also `Auth #`, `Auth No.` and `Auth Num`. */
function inAllForms(word: string): readonly string[] {
  return word.endsWith(' number')
    ? ['number', 'no', 'num', 'nbr'].map((form) => word.replace(/number$/, form))
    : [word];
}

function each(prefixes: readonly string[], words: readonly string[]): readonly string[] {
  return prefixes.flatMap((prefix) => words.map((word) => (prefix === '' ? word : `${prefix} ${word}`)));
}

const people = ['member', 'client', 'patient', 'participant', 'enrollee', 'beneficiary'];
const persons = ['', ...people];
const delMiembro = ['del miembro', 'del cliente', 'del paciente', 'de la persona'];

function spanish(word: string): readonly string[] {
  return [word, ...delMiembro.map((whose) => `${word} ${whose}`)];
}

const billing = ['billing', 'billing provider', 'pay to', 'pay to provider', 'payee'];
const rendering = ['rendering', 'rendering provider', 'servicing provider', 'performing provider', 'site'];

function providerWords(side: 'billingProvider' | 'renderingProvider', prefixes: readonly string[]): Words {
  return [
    [`${side}Npi`, each(prefixes, ['npi', 'npi number'])],
    [`${side}Tin`, each(prefixes, ['tin', 'tax id', 'tax number', 'tax id number', 'ein', 'federal tax id'])],
    [`${side}FirstName`, each(prefixes, ['first name', 'first'])],
    [`${side}LastName`, each(prefixes, ['last name', 'last'])],
    [`${side}Phone`, each(prefixes, ['phone', 'phone number', 'telephone', 'tel'])],
    [`${side}Address`, each(prefixes, ['address', 'street', 'street address', 'address 1', 'address line 1'])],
    [`${side}City`, each(prefixes, ['city'])],
    [`${side}State`, each(prefixes, ['state'])],
    [`${side}Zip`, each(prefixes, ['zip', 'zip code', 'postal code'])],
  ];
}

// prettier-ignore
const diagnosis = [
  'dx', 'diag', 'diagnosis', 'icd10', 'icd10 code', 'icd 10 cm', 'icd code',
];
// prettier-ignore
const diagnosisOfNumber = [
  ...diagnosis, 'dx code', 'diag code', 'diagnosis code', 'diagnóstico', 'código de diagnóstico',
];
// prettier-ignore
const firstDiagnosis = [
  ...diagnosis, 'dx code', 'diag code', 'diagnosis code', 'dxs', 'diagnoses', 'dx codes', 'diagnosis codes', 'icd',
  'icd codes', 'icd10 codes', 'icd 10 cm code', 'icd10 diagnosis', 'member diagnosis', 'member diagnosis codes',
  'client diagnosis',
  ...each(['primary', 'principal', 'main'], ['dx', 'diagnosis', 'diagnosis code', 'dx code', 'icd10']), 'diagnóstico',
  'diagnósticos', 'código de diagnóstico', 'diagnóstico principal', 'diagnóstico primario', 'cie 10',
];

// prettier-ignore
const modifier = [
  'mod', 'modifier', 'm', 'proc mod', 'procedure modifier', 'hcpcs modifier', 'cpt modifier', 'modificador',
];
// prettier-ignore
const firstModifier = [
  'mod', 'mods', 'modifier', 'modifiers', 'modifier code', 'proc mod', 'procedure modifier', 'hcpcs modifier',
  'procedure code modifier', 'procedure code modifiers', 'cpt modifier', 'modificador', 'modificadores',
];

// prettier-ignore
const words: Words = [
  ['billingProviderName', [
    'billing provider', 'billing name', 'billing organization', 'billing agency', 'proveedor que factura',
  ]],
  ...providerWords('billingProvider', billing),
  ['renderingProviderName', [
    'rendering provider', 'rendering name', 'rendering site', 'servicing provider', 'site', 'site name', 'clinic',
    'clinic name', 'sitio',
  ]],
  ...providerWords('renderingProvider', rendering),
  ['memberCin', [
    ...each(persons, ['cin', 'cin number', 'medi-cal cin', 'client index number', 'medicaid id', 'medicaid number']),
    'client identification number', 'bic', 'bic number', 'bic id', 'medi-cal card number',
    'benefits identification card', 'número de medi-cal', 'número de tarjeta medi-cal',
    'medicaid',
  ]],
  ['medicalRecordNumber', [
    'mrn', 'mrn number', 'medical record', 'medical record number', 'chart', 'chart number', 'chart id',
    'record number', 'expediente', 'número de expediente',
  ]],
  ['memberName', [
    ...each(people, ['name', 'full name', 'name last first', 'last name first name']), 'full name', 'name last first',
    'last first', 'last name first name', 'lastname firstname', 'nombre completo',
    ...delMiembro.flatMap((whose) => [`nombre ${whose}`, `nombre completo ${whose}`]),
  ]],
  ['memberFirstName', [
    ...each(persons, ['first name', 'first', 'given name', 'fname', 'f name']), ...spanish('primer nombre'),
    'nombre de pila', 'nombres',
  ]],
  ['memberLastName', [
    ...each(persons, ['last name', 'last', 'surname', 'family name', 'lname', 'l name']), ...spanish('apellido'),
    ...spanish('apellidos'),
  ]],
  ['memberHomelessnessIndicator', [
    ...each(persons, ['homeless', 'homelessness', 'homeless indicator', 'homelessness indicator', 'homeless flag', 'homeless status']),
    'is homeless', 'unhoused', 'experiencing homelessness', 'sin hogar', 'indicador de falta de vivienda',
  ]],
  ['memberAddress', [
    ...each(persons, ['address', 'street', 'street address', 'address 1', 'address line 1', 'home address', 'residential address']),
    ...spanish('dirección'), 'calle', 'domicilio',
  ]],
  ['memberCity', [
    ...each(persons, ['city', 'residential city', 'city of residence', 'home city']), ...spanish('ciudad'),
  ]],
  ['memberZip', [
    ...each(persons, ['zip', 'zip code', 'postal code', 'residential zip', 'home zip', 'zip 4']),
    ...spanish('código postal'),
  ]],
  ['memberDateOfBirth', [
    ...each(persons, ['dob', 'date of birth', 'birth date', 'birthday', 'd o b']), ...spanish('fecha de nacimiento'),
    'f nac', 'fecha nac', 'fdn',
  ]],
  ['payerIdentifier', [
    'payer id', 'payer identifier', 'payer number', 'plan id', 'health plan id', 'primary payer id', 'payor id',
  ]],
  ['payerName', [
    'payer', 'payor', 'payor name', 'plan', 'plan name', 'health plan', 'health plan name', 'mcp', 'mcp name',
    'primary payer', 'plan de salud',
  ]],
  ['procedureCode', [
    'hcpcs', 'hcpcs code', 'hcpc', 'cpt', 'cpt code', 'cpt hcpcs', 'cpt hcpcs code', 'hcpcs cpt', 'hcpcs cpt code',
    'proc', 'proc code', 'procedure', 'procedure code', 'procedure codes', 'service code', 'billing code',
    'billing codes', 'código de procedimiento', 'código de servicio', 'procedimiento',
  ]],
  ...modifierKeys.map((key, index): Words[number] => [
    key,
    [...modifier.map((word) => `${word} ${String(index + 1)}`), ...(index === 0 ? firstModifier : [])],
  ]),
  ['serviceStartDate', [
    'dos', 'date of service', 'dates of service', 'service date', 'svc date', 'date of svc', 'visit date',
    'encounter date', 'dos from', 'dos start', 'dos begin', 'from dos', 'start dos', 'from date', 'start date',
    'begin date', 'date from', 'service from', 'service from date', 'service begin date', 'service start',
    'date of service from', 'date of service start', 'service date from', 'from date of service',
    'start date of service', 'fecha de servicio', 'fecha del servicio', 'fecha de inicio',
    'fecha de inicio del servicio', 'fecha desde',
  ]],
  ['serviceEndDate', [
    'dos to', 'dos end', 'dos thru', 'dos through', 'to dos', 'end dos', 'to date', 'end date', 'thru date',
    'through date', 'service to', 'service to date', 'service end', 'service thru date', 'date of service to',
    'date of service end', 'date of service thru', 'date of service through', 'service date to', 'date to', 'date thru',
    'to date of service', 'end date of service', 'fecha final', 'fecha de fin', 'fecha de fin del servicio',
    'fecha hasta',
  ]],
  ['serviceName', [
    'service name', 'service description', 'procedure description', 'service type', 'nombre del servicio',
    'descripción del servicio',
  ]],
  ['serviceUnitCount', [
    'units', 'unit', 'unit count', 'number units', 'number of units', 'units billed', 'billed units', 'service units',
    'total units', 'unit number', 'qty', 'quantity', 'unidades', 'cantidad', 'número de unidades',
    'cantidad de unidades',
  ]],
  ['placeOfService', [
    'pos', 'pos code', 'place of service', 'place of service code', 'place of svc', 'service place',
    'lugar de servicio', 'lugar del servicio',
  ]],
  ...diagnosisKeys.map((key, index): Words[number] => {
    const occurrence = [String(index + 1), String.fromCharCode(97 + index)];
    const numbered = each(diagnosisOfNumber, occurrence);
    const second = [
      'secondary dx',
      'secondary diagnosis',
      'secondary diagnosis code',
      'second diagnosis',
      'diagnóstico secundario',
    ];
    return [key, [...numbered, ...(index === 0 ? firstDiagnosis : index === 1 ? second : [])]];
  }),
  ['serviceUnitCost', [
    'rate', 'unit rate', 'unit price', 'unit cost', 'price per unit', 'cost per unit', 'rate per unit', 'unit charge',
    'price', 'fee', 'service rate', 'tarifa', 'precio', 'precio unitario', 'precio por unidad', 'costo unitario',
    'costo por unidad',
  ]],
  ['serviceChargeAmount', [
    'charge', 'charges', 'charge amount', 'service charge', 'line total', 'line amount', 'line charge', 'total',
    'total charge', 'total charges', 'total charge amount', 'billed amount', 'amount billed', 'billed charges',
    'charged amount', 'extended price', 'cargo', 'total de la línea', 'importe de la línea',
  ]],
  ['invoiceAmount', [
    'invoice total', 'total invoice', 'invoice amount', 'total invoice amount', 'inv total', 'inv amount',
    'total de la factura', 'importe de la factura',
  ]],
  ['invoiceDate', [
    'invoice date', 'inv date', 'date of invoice', 'billing date', 'bill date', 'fecha de factura',
    'fecha de la factura',
  ]],
  ['invoiceNumber', [
    'invoice number', 'inv number', 'invoice id', 'inv id', 'bill number', 'número de factura', 'no de factura',
    '# de factura', 'n de factura', 'factura',
  ]],
  ['controlNumber', ['control number', 'ctrl number', 'control id', 'sequence number', 'número de control']],
  ['authorizationNumber', [
    'auth', 'auth number', 'auth id', 'authorization', 'authorization number', 'authorization id',
    'authorisation number', 'prior auth', 'prior auth number', 'prior authorization', 'prior authorization number',
    'pa number', 'tar', 'tar number', 'autorización', 'número de autorización',
  ]],
];

/** Words that count only where the column's cells have the element's form: `Member ID` might be the plan's own number. */
// prettier-ignore
const wordsToProve: Words = [
  ['memberCin', [
    ...each(persons, ['id', 'id number', 'number', 'identifier', 'medi-cal', 'medi-cal id', 'medi-cal number', 'medi-cal id number']).filter((word) => word !== 'number'),
    'subscriber id', 'subscriber number', 'insurance id', 'insurance number', 'card number', 'id card',
    'identificación',
  ]],
  ['invoiceNumber', ['invoice', 'inv', 'bill', 'número']],
  ['serviceStartDate', ['from', 'start', 'begin', 'inicio', 'desde']],
  ['serviceEndDate', ['to', 'end', 'thru', 'through', 'fin', 'hasta']],
];

function spelledOut(table: Words): readonly (readonly [target: ImportTarget, word: string])[] {
  return table.flatMap(([target, list]) => list.flatMap(inAllForms).map((word) => [target, word] as const));
}

/** Every word that means one element, with its element. */
export const sureWords = spelledOut(words);

/** Every word that has to be proved by the cells under it, with its element. */
export const unsureWords = spelledOut(wordsToProve);
