import type { Words } from '../english.ts';
import { counted, lines, invoices, members } from './counts.ts';

export const submit: Words['submit'] = {
  title: 'Enviar',
  goesTitle: 'Qué se envía',
  goes: (invoiceCount, lineCount, memberCount, total) =>
    `${invoices(invoiceCount)} con ${lines(lineCount)} para ${members(memberCount)}, ${total} en total.`,
  goesNothing: (accepted: number) =>
    accepted === 0 ? 'No hay ninguna factura que enviar.' : 'No hay más facturas listas para enviar.',
  staysTitle: 'Qué se queda',
  staysErrors: (count) => `${invoices(count)} con errores. Corríjalas y envíe de nuevo.`,
  staysAccepted: (count) => `${invoices(count)} que el plan ya aceptó.`,
  staysOther: (count) => `${invoices(count)} que Preparar no nombra para este fin.`,
  purpose: {
    new: 'Son facturas nuevas.',
    replacement: 'Reemplazan facturas que el plan aceptó.',
    void: 'Anulan facturas que el plan aceptó.',
  },
  showErrors: 'Mostrar los errores',
  button: 'Enviar',
  buttonSignIn: 'Iniciar sesión y enviar',
  again: 'Nunca se envía nada dos veces: si se pierde la conexión o pulsa de nuevo, el plan recibe un solo envío.',
  phases: {
    checking: 'Revisando todas las líneas…',
    signingIn: 'Esperando a que inicie sesión…',
    sending: 'Enviando…',
    waiting: 'Recibido. El plan está revisando…',
    sealing: 'Sellando el archivo…',
    writing: 'Escribiendo el recibo en el libro…',
  },
  cancel: 'Dejar de enviar',
  sealed: {
    title: 'Enviar como archivo sellado',
    text: 'Su plan también recibe un envío como archivo que solo él puede abrir. Guarde aquí el archivo y envíelo usted.',
    button: 'Guardar el archivo sellado',
    savedTitle: 'El archivo sellado está guardado',
    saved: (fileName, invoiceCount, lineCount) =>
      `${fileName} está entre sus descargas. Contiene ${invoices(invoiceCount)} con ${lines(lineCount)}.`,
    steps: {
      sftp: (to) => [`Abra su programa de SFTP y conéctese a ${to}.`, 'Suba el archivo. No cambie su nombre.'],
      secureEmail: (to) => [
        `Empiece un mensaje a ${to} en su correo seguro.`,
        'Adjunte el archivo. No escriba nada sobre miembros en el asunto ni en el texto.',
        'Envíe el mensaje.',
      ],
    },
    afterwards:
      'Su plan responde con un recibo. Mientras tanto deje estas facturas como están. Enviar el archivo otra vez, o enviar también desde aquí, es seguro: el plan las recibe una sola vez.',
  },
  stops: {
    planUnknown: 'No se envió nada: el panel no conoce el plan de este libro.',
    altered: 'No se envió nada: los datos del plan en este libro fueron cambiados. Reponga primero la plantilla.',
    older:
      'No se envió nada: su plan tiene una plantilla más nueva. Actualice primero la plantilla; sus datos se conservan.',
    newer: 'No se envió nada: este libro es más nuevo que el panel. Cierre el panel y ábralo de nuevo.',
    damaged: 'No se envió nada: la hoja está dañada, casi siempre por haber pegado algo. Repárela primero.',
    notAttested: 'No se envió nada: confirme en Preparar que no puede enviar reclamaciones 837.',
    billingNpi: 'No se envió nada: el NPI del proveedor que factura falta en Preparar o no es correcto.',
    concerns: 'No se envió nada: escriba en Preparar qué facturas se reemplazan o anulan.',
    nothingToSend: 'No se envió nada: no hay ninguna factura sin errores que el plan no haya aceptado ya.',
    tooManyLines: 'No se envió nada: un envío tiene como máximo 5,000 líneas.',
    unsendableText:
      'No se envió nada: una celda tiene más texto del que se puede enviar, o texto dañado. La revisión dice cuál.',
    noSealedFiles: 'No se guardó nada: su plan ya no recibe archivos sellados. Envíe desde aquí.',
  },
  failures: {
    moved:
      'Su plan tiene una dirección nueva. No se perdió nada: cierre el panel, ábralo de nuevo y pulse Enviar una vez más.',
    network:
      'No se pudo llegar a su plan. No se perdió nada: cuando tenga conexión, pulse Enviar una vez más. Se recibirá una sola vez.',
    busy: 'Su plan está demasiado ocupado para responder. No se perdió nada: espere unos minutos y pulse Enviar una vez más. Se recibirá una sola vez.',
    signedOut:
      'Su sesión terminó antes de que el plan recibiera el envío. Pulse Enviar e inicie sesión de nuevo. Se recibirá una sola vez.',
    cancelled: 'Usted lo detuvo. Si el plan ya lo recibió, enviar de nuevo trae el recibo y no envía nada dos veces.',
    notUnderstood:
      'La respuesta no vino de su plan. Quizá su red le pide iniciar sesión primero. Después pulse Enviar una vez más.',
  },
  refusedRequest: (id) => `Para el soporte del plan: solicitud ${id}.`,
  receiptNotVerified:
    'La respuesta no trae un recibo firmado por su plan para este envío. No se muestra como recibido. Llame a su plan antes de enviar de nuevo.',
  resultTitle: 'Resultado',
  received: (id, time) => `Recibido por el plan el ${time}. Envío ${id}.`,
  verified: 'El recibo está firmado por su plan y escrito en la hoja Receipts.',
  notWritten:
    'Excel no aceptó el recibo, así que falta en la hoja Receipts. Pulse Enviar de nuevo: el plan da el mismo recibo y no se envía nada dos veces.',
  stillChecking:
    'El plan todavía está revisando. Pulse Enviar de nuevo en unos minutos para ver el resultado; no se enviará nada dos veces.',
  due: (pay) => `El plan paga, objeta o niega a más tardar el ${pay}.`,
  acceptedList: 'Facturas aceptadas',
  accepted: (count) => `${counted(count, 'factura aceptada', 'facturas aceptadas')}.`,
  rejected: (count) => `${counted(count, 'factura volvió', 'facturas volvieron')} para corregir:`,
  invoice: (number, lineCount, amount) => `Factura ${number} · ${lines(lineCount)} · ${amount}`,
  noNumber: 'sin número',
  problems: {
    'malformed-json': 'La solicitud no es JSON. Envíe de nuevo. Si se repite, actualice el complemento.',
    'malformed-envelope': 'El envío no tiene la forma que el plan lee. Actualice el complemento y envíe de nuevo.',
    'malformed-request': 'La solicitud no tiene la forma que el plan lee. Actualice el complemento e intente de nuevo.',
    'unknown-contract':
      'El envío es de otra versión que la que el plan lee. Actualice el complemento y envíe de nuevo.',
    'idempotency-key-missing':
      'La solicitud no tiene una Idempotency-Key válida. Actualice el complemento y envíe de nuevo.',
    'not-signed-in': 'No ha iniciado sesión. Inicie sesión y envíe de nuevo. No se perdió nada.',
    'scope-missing': 'Su cuenta no puede hacer esto. Pida al plan que dé a su cuenta el derecho de enviar facturas.',
    'role-missing':
      'Su función no incluye esto. Pida al administrador de su organización que lo haga o que le dé otra función.',
    'emergency-not-open':
      'Este envío no está abierto para usted. Ábralo primero y diga por qué. Lo que diga y lo que lea se muestra a los auditores del plan.',
    'provider-not-yours':
      'Su cuenta no puede enviar por este proveedor. Compare el NPI de Preparar con el suyo, o pida al plan que lo agregue a su organización.',
    'plan-not-yours': 'Su cuenta no puede actuar por este plan. Pida al plan que incluya a su organización.',
    'not-found': 'Aquí no hay nada. Revise lo que pidió. Su organización solo ve sus propios envíos.',
    'already-there':
      'El identificador o el correo electrónico ya está en uso. Elija otro o busque el registro que lo tiene.',
    'people-elsewhere':
      'Las personas no se administran aquí. Pregunte a quien opera el sistema del plan dónde están registradas.',
    'too-large': 'El envío es demasiado grande. Envíe como máximo 5,000 líneas a la vez.',
    'unsupported-media-type':
      'La solicitud no es de un tipo que el plan lee. Actualice el complemento y envíe de nuevo.',
    'idempotency-key-reused':
      'Esta clave ya pertenece a otro envío. Envíe de nuevo desde el libro, que calcula la clave por sí solo.',
    'idempotency-key-mismatch':
      'La clave no pertenece a este contenido. Envíe de nuevo desde el libro, que calcula la clave por sí solo.',
    'unknown-plan': 'Este servicio no recibe facturas para ese plan. Use la plantilla del plan al que envía.',
    'file-refused':
      'El archivo no se puede aceptar. Ábralo en Excel, guárdelo como «Libro de Excel (.xlsx)» y envíe ese.',
    'decisions-refused':
      'La lista de decisiones tiene fallas y no se tomó nada. Corrija las filas indicadas y envíe de nuevo la lista entera.',
    'plan-file-refused':
      'La lista del plan tiene fallas y no se tomó nada. Corrija las filas indicadas y envíe de nuevo la lista entera.',
    'encounter-settings-blank':
      'Faltan ajustes para producción y no se hizo ningún archivo. Complete los lugares de encounters.json que se indican e inicie de nuevo el servicio.',
    'answer-refused':
      'El archivo no es una respuesta a encuentros y no se tomó nada. Envíe un TA1, 999 o 277CA tal como llegó del receptor.',
    'too-many-requests': 'Demasiadas solicitudes. Espere un poco e intente de nuevo.',
    'internal-error':
      'Algo salió mal en el plan. Intente de nuevo. Si se repite, llame al plan con el número de solicitud.',
    busy: 'El plan está ocupado. Espere un poco e intente de nuevo. No se perdió nada.',
  },
  notices: {
    RULE_PACK_DIFFERS:
      'El plan revisó con otras reglas que las de este panel. Cierre el panel y ábralo de nuevo antes del próximo envío.',
    PROFILE_VERSION_DIFFERS:
      'La plantilla del plan es más nueva que este libro. Actualícelo cuando el panel lo ofrezca.',
    DIAGNOSIS_LISTS_DIFFER:
      'El plan revisó los diagnósticos con otra lista de códigos que este panel. Cierre el panel y ábralo de nuevo antes del próximo envío.',
  },
  changedRules: 'Estas reglas no son iguales:',
  stateAccepted: (accepted) => `${String(accepted)} aceptadas`,
  stateMixed: (accepted, rejected) => `${String(accepted)} aceptadas, ${String(rejected)} por corregir`,
  stateReceived: 'recibido, en revisión',
};
