import type { Words } from '../english.ts';

export const start: Words['start'] = {
  starting: 'Abriendo…',
  officeMissing: {
    title: 'Excel no respondió a este panel',
    text: 'El panel necesita una conexión de red para empezar. Ciérrelo, revise su conexión y ábralo de nuevo. Mientras tanto el libro funciona por sí solo: puede llenar líneas, las listas ofrecen sus entradas y las celdas mal escritas se ponen rojas. Solo revisar y enviar esperan al panel.',
  },
  notExcel: {
    title: 'Este panel funciona en Excel',
    text: 'Ábralo desde la pestaña Inicio de Excel, con su libro de facturas o un libro vacío abierto.',
  },
  tooOld: {
    title: 'Esta versión de Excel es demasiado antigua para el panel',
    text: 'Use Microsoft 365, Excel 2021 o posterior, o Excel en la web. El libro funciona en este Excel: llénelo aquí y ábralo después en un Excel más nuevo para revisar y enviar.',
  },
  unreachable: {
    title: 'No se pudo leer la lista de planes',
    text: 'Revise su conexión de red e intente de nuevo. Mientras tanto el libro funciona por sí solo: puede llenar líneas, las listas ofrecen sus entradas y las celdas mal escritas se ponen rojas. Solo revisar y enviar esperan al panel.',
  },
  notTrusted: {
    title: 'La lista de planes no es auténtica',
    text: 'No lleva la firma correcta, así que no se enviará nada. Avise a la persona que le dio este complemento.',
  },
  unread: {
    title: 'El libro no se ha leído',
    text: 'El mensaje de arriba dice por qué.',
  },
  tryAgain: 'Intentar de nuevo',
};

export const install: Words['install'] = {
  title: 'Empezar un libro de facturas',
  text: 'Esto agrega las hojas Instructions, Setup, Members, Invoice y Receipts al libro abierto. Sus propias hojas quedan como están.',
  plan: '¿A qué plan envía facturas?',
  button: 'Agregar las hojas de factura',
};

export const plan: Words['plan'] = {
  unknownTitle: 'Este libro nombra un plan que el panel no conoce',
  unknownText:
    'Puede llenar el libro, pero el panel no puede revisarlo y no se enviará nada. Pida la plantilla a su plan, o empiece un libro nuevo aquí.',
  alteredTitle: 'Los datos del plan en este libro fueron cambiados',
  alteredText:
    'Puede llenar y revisar, pero no se enviará nada hasta que se reponga la plantilla del plan. Sus datos se conservan.',
  newerTitle: 'Este libro es más nuevo que el panel',
  newerText:
    'Su plantilla es de una versión posterior a la que este panel ha cargado. Cierre el panel y ábralo de nuevo. Mientras tanto puede llenar las hojas, y desde aquí no se revisa, cambia ni envía nada.',
  olderTitle: 'Su plan tiene una plantilla más nueva',
  olderText:
    'Actualice este libro para que sus listas y tarifas sean las actuales; después puede enviar. Sus datos se conservan; deshacer empieza de nuevo.',
  restore: 'Reponer la plantilla',
  update: 'Actualizar la plantilla',
  listsTitle: 'No se pudieron cargar los códigos de diagnóstico del plan',
  listsText: (years) =>
    `Las líneas se revisan sin la lista de códigos ICD-10 del año fiscal ${years}. El plan las revisa con ella, así que una factura puede volver por un código. Revisar todas las líneas lo intenta de nuevo.`,
};

export const signIn: Words['signIn'] = {
  button: 'Iniciar sesión',
  signOut: 'Cerrar sesión',
  signedIn: 'Sesión iniciada',
  signedOut: 'Sin sesión',
  idle: 'Se cerró su sesión porque no se hizo nada en el panel durante 15 minutos. No se perdió nada: inicie sesión de nuevo cuando lo necesite.',
  closed: 'La ventana se cerró antes de que iniciara sesión. Intente de nuevo cuando quiera.',
  blocked:
    'No se pudo abrir la ventana para iniciar sesión. Permita ventanas emergentes para Excel e intente de nuevo.',
  refused: 'Su plan no aceptó el inicio de sesión. Intente de nuevo, o pida a su plan ayuda con su cuenta.',
  foreign:
    'La ventana para iniciar sesión mostró una página que no es de su plan, así que se cerró. No se envió nada. Intente de nuevo; si se repite, avise a su plan.',
  unavailable: 'No se puede llegar al inicio de sesión de su plan. Revise su conexión de red e intente de nuevo.',
};
