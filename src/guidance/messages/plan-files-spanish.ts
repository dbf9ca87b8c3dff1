import type { PlanFileRuleCode } from '../rules/plan-files.ts';
import type { Words } from './catalogue.ts';

/** What is found beside the files that the plan has loaded. */
export const planFilesInSpanish: Readonly<Record<PlanFileRuleCode, Words>> = {
  BILLING_PROVIDER_NOT_ON_ROSTER: {
    title: 'Proveedor de facturación fuera de la lista',
    message: 'El NPI del proveedor de facturación no está en la lista de proveedores del plan.',
    fix: 'Compare el NPI de la hoja Setup con su contrato. Si es correcto, pida al plan que lo agregue a su lista.',
  },
  BILLING_TIN_NOT_ON_ROSTER: {
    title: 'Otro número fiscal que en la lista',
    message: 'La lista del plan tiene otro número fiscal para este proveedor de facturación.',
    fix: 'Compare el TIN de la hoja Setup con su formulario W-9. Si es correcto, envíe su W-9 al plan.',
  },
  RENDERING_PROVIDER_NOT_ON_ROSTER: {
    title: 'Proveedor del servicio fuera de la lista',
    message: 'El NPI de quien prestó el servicio no está en la lista de proveedores del plan.',
    fix: 'Compare el NPI del lugar o de la persona en la hoja Setup. Si es correcto, pida al plan que lo agregue a su lista.',
  },
  RENDERING_TIN_NOT_ON_ROSTER: {
    title: 'Otro número fiscal que en la lista',
    message: 'La lista del plan tiene otro número fiscal para quien prestó el servicio.',
    fix: 'Corrija el TIN del lugar o de la persona en la hoja Setup, o déjelo en blanco. Si es correcto, avise al plan.',
  },
  RENDERING_SITE_NOT_ON_ROSTER: {
    title: 'Lugar fuera de la lista',
    message: 'La lista del plan no tiene ningún lugar de este proveedor en esta dirección y código postal.',
    fix: 'Compare número, calle y código postal del lugar en la hoja Setup. Si son correctos, pida al plan que agregue el lugar a su lista.',
  },
  MEMBER_NOT_IN_ELIGIBILITY_FILE: {
    title: 'El plan no conoce al miembro',
    message: 'La lista de miembros del plan no tiene este CIN.',
    fix: 'Compare el CIN con la tarjeta del miembro, y pregunte al miembro o al plan a qué plan pertenece.',
  },
  MEMBER_NOT_ELIGIBLE_ON_DAY: {
    title: 'Miembro sin elegibilidad ese día',
    message: 'Según la lista del plan, el miembro no perteneció al plan todos los días de este servicio.',
    fix: 'Compare las fechas. Si son correctas, consulte la elegibilidad del miembro y facture al plan que tenía ese día.',
  },
  AUTHORIZATION_UNKNOWN: {
    title: 'Autorización desconocida',
    message: 'El plan no tiene ninguna autorización con este número.',
    fix: 'Compare el número con el aviso de autorización del plan, o deje la celda en blanco si no hay autorización.',
  },
  AUTHORIZATION_OTHER_MEMBER: {
    title: 'Autorización de otro miembro',
    message: 'La autorización del plan con este número no es para este miembro.',
    fix: 'Compare el número y el CIN con el aviso de autorización.',
  },
  AUTHORIZATION_OTHER_PROVIDER: {
    title: 'Autorización de otro proveedor',
    message:
      'La autorización del plan con este número no nombra ni su NPI de facturación ni el de quien prestó el servicio.',
    fix: 'Compare el número con el aviso de autorización. Si cambió el proveedor, pida al plan que cambie la autorización.',
  },
  AUTHORIZATION_OTHER_SERVICE: {
    title: 'Autorización de otro servicio',
    message: 'La autorización del plan con este número no cubre este código de procedimiento con estos modificadores.',
    fix: 'Compare el servicio con el aviso de autorización, o pida al plan una autorización para este.',
  },
  AUTHORIZATION_OTHER_DATES: {
    title: 'Autorización de otros días',
    message: 'La autorización del plan con este número no cubre los días de este servicio.',
    fix: 'Compare las fechas con el aviso de autorización. Si ya terminó, pida al plan una nueva y escriba su número.',
  },
  AUTHORIZATION_UNITS_EXCEEDED: {
    title: 'Más unidades que las autorizadas',
    message:
      'Con lo que el plan ya aceptó y las líneas anteriores, esta línea pasa de las unidades de su autorización.',
    fix: 'Compare las unidades con sus registros y con el aviso de autorización. Si son correctas, pida al plan que autorice más unidades.',
  },
};
