import type { ElementKey } from '../elements.ts';

/** What to enter in each data element, in Spanish. Names of elements and sheets stay as they are in the workbook. */
export const spanishElements: Readonly<Record<ElementKey, string>> = {
  billingProviderNpi:
    'El National Provider Identifier de diez dígitos de la organización que recibe el pago. Use el número de la organización si lo hay.',
  billingProviderTin:
    'El número federal de impuestos, de nueve dígitos, de la organización que recibe el pago, sin guion.',
  billingProviderName:
    'El nombre de la organización como lo tiene registrado el plan. Quien ejerce por su cuenta escribe su propio nombre.',
  billingProviderFirstName: 'Nombre, solo si el proveedor que factura es una persona. Puede quedar en blanco.',
  billingProviderLastName: 'Apellido, solo si el proveedor que factura es una persona. Puede quedar en blanco.',
  billingProviderPhone: 'Solo números, sin guiones, diez dígitos como máximo.',
  billingProviderAddress: 'Calle y número de la dirección de facturación. Un apartado postal no es una calle.',
  billingProviderCity: 'Ciudad de la dirección de facturación.',
  billingProviderState: 'Código de dos letras del estado de la dirección de facturación.',
  billingProviderZip: 'Código postal de la dirección de facturación. Nueve dígitos si se conocen.',
  renderingProviderNpi:
    'El National Provider Identifier de diez dígitos del sitio o de la persona que dio el servicio, si lo hay. Puede quedar en blanco.',
  renderingProviderTin:
    'El número de impuestos, de nueve dígitos, del proveedor que dio el servicio. Puede quedar en blanco.',
  renderingProviderName: 'El sitio o la persona que dio el servicio. Elija uno de los sitios de la hoja Setup.',
  renderingProviderFirstName:
    'Nombre, solo si el proveedor que dio el servicio es una persona. Puede quedar en blanco.',
  renderingProviderLastName:
    'Apellido, solo si el proveedor que dio el servicio es una persona. Puede quedar en blanco.',
  renderingProviderPhone: 'Solo números, sin guiones, diez dígitos como máximo.',
  renderingProviderAddress: 'Calle y número de la dirección del proveedor que dio el servicio.',
  renderingProviderCity: 'Ciudad de la dirección del proveedor que dio el servicio.',
  renderingProviderState: 'Código de dos letras del estado del proveedor que dio el servicio.',
  renderingProviderZip: 'Código postal de la dirección del proveedor que dio el servicio.',
  memberCin:
    'El número de Medi-Cal del miembro: ocho dígitos y una letra. Del número de catorce caracteres de la tarjeta, los primeros nueve.',
  medicalRecordNumber: 'Su propio número para el expediente del miembro. Puede quedar en blanco.',
  memberFirstName: 'El nombre del miembro como está en la tarjeta de Medi-Cal.',
  memberLastName: 'El apellido del miembro como está en la tarjeta de Medi-Cal.',
  memberHomelessnessIndicator: 'Escriba 1 si el miembro no tiene hogar. Déjelo en blanco si lo tiene o si no se sabe.',
  memberAddress: 'Calle y número de la dirección del miembro. Si el indicador es 1, se puede escribir HOMELESS.',
  memberCity: 'Ciudad. Puede quedar en blanco si el indicador de falta de hogar es 1.',
  memberZip: 'Código postal, de cinco o nueve dígitos. Puede quedar en blanco si el indicador de falta de hogar es 1.',
  memberDateOfBirth: 'La fecha de nacimiento del miembro como MM/DD/YYYY.',
  payerIdentifier: 'El número de pagador del plan. El libro lo llena.',
  payerName: 'El nombre del plan. El libro lo llena.',
  procedureCode:
    'Elija el servicio. La lista muestra el código de procedimiento, su modificador y el nombre del servicio.',
  procedureCodeModifier: 'Se llena a partir del servicio. Otro modificador, solo si el plan lo permite.',
  serviceStartDate: 'El día del servicio como MM/DD/YYYY.',
  serviceEndDate:
    'El último día del servicio. Es el mismo que el de inicio, salvo que el servicio pueda durar varios días.',
  serviceName: 'Se llena a partir del servicio.',
  serviceUnitCount: 'Cuántas unidades del servicio, según define la unidad la guía de codificación.',
  placeOfService: 'Dónde se dio el servicio: un código de dos dígitos de la lista.',
  diagnosisCode:
    'Hasta diez códigos ICD-10-CM que usted observó, uno por celda, primero el principal. Se necesita al menos uno.',
  serviceUnitCost: 'Costo de una unidad en dólares y centavos.',
  serviceChargeAmount: 'Número de unidades por costo de la unidad. El libro lo calcula.',
  invoiceAmount: 'Suma de los cargos de todas las líneas con este número de factura. El libro la calcula.',
  invoiceDate: 'La fecha de la factura como MM/DD/YYYY.',
  invoiceNumber: 'Su propio número de diez dígitos para la factura. Las líneas con el mismo número son una factura.',
  controlNumber: 'Un número de secuencia, si acordó uno con el plan. Puede quedar en blanco.',
  authorizationNumber: 'El número de autorización del plan, si lo tiene. Puede quedar en blanco.',
};
