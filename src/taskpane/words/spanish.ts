import type { Words } from './english.ts';

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('en-US')} ${many}`;

const lines = (count: number): string => counted(count, 'línea', 'líneas');
const invoices = (count: number): string => counted(count, 'factura', 'facturas');
const members = (count: number): string => counted(count, 'miembro', 'miembros');
const errors = (count: number): string => counted(count, 'error', 'errores');
const warnings = (count: number): string => counted(count, 'aviso', 'avisos');
const fields = (count: number): string =>
  `${counted(count, 'campo', 'campos')} por corregir antes de que pueda enviar.`;

/**
 * Spanish. Names of sheets and of the guidance's data elements stay in English, as they stand in the workbook; dates
 * stay month first.
 */
export const spanish: Words = {
  language: 'es-US',
  rules: 'es',
  title: 'Factura CalAIM',

  counts: { lines, invoices, members, errors, warnings },

  common: {
    close: 'Cerrar',
    back: 'Volver',
    edit: 'Editar',
    remove: 'Quitar',
    optional: 'opcional',
    dismiss: 'Cerrar este mensaje',
    stop: 'Detener',
    progress: (done: number, total: number) => `${done.toLocaleString('en-US')} de ${lines(total)}`,
    showMore: (count) => `Mostrar ${String(count)} más`,
    problems: 'Revise estos campos',
    row: (row) => `Fila ${String(row)}`,
    support: 'Ayuda de su plan',
    choose: 'Elija',
  },

  start: {
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
      text: 'Revise su conexión de red e intente de nuevo. Su libro no ha cambiado.',
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
  },

  install: {
    title: 'Empezar un libro de facturas',
    text: 'Esto agrega las hojas Instructions, Setup, Members, Invoice y Receipts al libro abierto. Sus propias hojas quedan como están.',
    plan: '¿A qué plan envía facturas?',
    button: 'Agregar las hojas de factura',
  },

  plan: {
    unknownTitle: 'Este libro nombra un plan que el panel no conoce',
    unknownText:
      'Puede llenar el libro, pero el panel no puede revisarlo y no se enviará nada. Pida la plantilla a su plan, o empiece un libro nuevo aquí.',
    alteredTitle: 'Los datos del plan en este libro fueron cambiados',
    alteredText:
      'Puede llenar y revisar, pero no se enviará nada hasta que se reponga la plantilla del plan. Sus datos se conservan.',
    olderTitle: 'Su plan tiene una plantilla más nueva',
    olderText:
      'Actualice este libro para que sus listas y tarifas sean las actuales. Sus datos se conservan; deshacer empieza de nuevo.',
    restore: 'Reponer la plantilla',
    update: 'Actualizar la plantilla',
    listsTitle: 'No se pudieron cargar los códigos de diagnóstico del plan',
    listsText: (years) =>
      `Las líneas se revisan sin la lista de códigos ICD-10 del año fiscal ${years}. El plan las revisa con ella, así que una factura puede volver por un código. Revisar todas las líneas lo intenta de nuevo.`,
  },

  steps: {
    label: 'Pasos',
    errors: 'errores',
    setUp: 'Preparar',
    fill: 'Llenar',
    check: 'Revisar',
    submit: 'Enviar',
    receipts: 'Recibos',
  },

  tasks: {
    open: 'Leyendo el libro…',
    install: 'Agregando las hojas…',
    saveSetup: 'Guardando…',
    saveMember: 'Guardando…',
    readFile: 'Leyendo su lista…',
    import: 'Agregando las líneas…',
    openLine: 'Abriendo la línea…',
    saveLine: 'Guardando…',
    arrange: 'Ordenando las líneas…',
    check: 'Revisando…',
    select: 'Yendo a la celda…',
    inspect: 'Mirando la hoja…',
    repair: 'Reparando…',
    signIn: 'Esperando a que inicie sesión…',
    submit: 'Enviando…',
    readReceipts: 'Leyendo los recibos…',
  },

  awaitingCell: 'Excel está ocupado: termine la celda que está editando (Entrar o Esc).',

  excel: {
    cellEdit: 'Excel está ocupado: termine la celda que está editando (Entrar o Esc) e intente de nuevo.',
    notAnswering:
      'Excel no responde. Espere un momento e intente de nuevo. Si sigue así, guarde el libro y ábralo otra vez.',
    protected: 'Excel se negó por la protección de una hoja. Use Reparar en el paso Revisar e intente de nuevo.',
    tooOld: 'Esta versión de Excel no puede hacerlo. Use Microsoft 365 o Excel en la web.',
    otherPlan: 'Este libro ya tiene la plantilla de otro plan. Empiece un libro nuevo para este plan.',
    full: 'El libro tiene como máximo 5,000 líneas, y otros tantos miembros. Envíe lo que hay, o empiece un segundo libro.',
    unexpected: 'Excel no lo hizo. Intente de nuevo.',
  },

  messages: {
    installed: (carriedOver) =>
      carriedOver === 0
        ? 'Las hojas de factura están en el libro.'
        : `La plantilla está en su lugar. Se conservaron ${lines(carriedOver)}.`,
    setupSaved: (problems) =>
      problems === 0 ? 'Guardado en la hoja Setup.' : `Guardado en la hoja Setup. ${fields(problems)}`,
    memberSaved: (problems) => (problems === 0 ? 'Miembro guardado.' : `Miembro guardado. ${fields(problems)}`),
    memberNeedsCin: 'Un miembro necesita un CIN. Escríbalo y guarde.',
    lineSaved: (row, problems) =>
      problems === 0 ? `Fila ${String(row)} guardada.` : `Fila ${String(row)} guardada. ${fields(problems)}`,
    lineInserted: (row) => `Hay una línea en blanco en la fila ${String(row)}.`,
    lineDeleted: (row) => `Se borró la línea de la fila ${String(row)}.`,
    lineMoved: (row) => `La línea está ahora en la fila ${String(row)}.`,
    sorted: 'Las líneas están ordenadas.',
    selectLine: 'Primero seleccione una celda de una línea en la hoja Invoice.',
    lineGone: 'Esa línea ya no está en el libro. Revise de nuevo.',
    imported: (lineCount, memberCount) =>
      `Se agregaron ${lines(lineCount)}; hay ${members(memberCount)} en la hoja Members.`,
    checked: (lineCount, errorCount, warningCount) =>
      lineCount === 0
        ? 'Todavía no hay líneas que revisar.'
        : errorCount === 0 && warningCount === 0
          ? `${lines(lineCount)} sin nada que corregir.`
          : `Resultado de ${lines(lineCount)}: ${errors(errorCount)}, ${warnings(warningCount)}.`,
    repaired: (places, rebuilt) =>
      `Reparación de ${counted(places, 'lugar', 'lugares')} terminada; sus datos se conservan.${rebuilt ? ' La hoja se construyó de nuevo.' : ''}`,
    nothingToRepair: 'No hay nada que reparar.',
    signedIn: 'Ha iniciado sesión.',
    signedOut: 'Ha cerrado la sesión.',
    stopped: 'Detenido. No se escribió nada en el libro.',
    partMissing: 'No se pudo cargar una parte del panel. Revise su conexión de red e intente de nuevo.',
    unexpected: 'Algo salió mal en el panel. Ciérrelo y ábralo de nuevo; nunca se envía nada dos veces.',
  },

  signIn: {
    button: 'Iniciar sesión',
    signOut: 'Cerrar sesión',
    signedIn: 'Sesión iniciada',
    signedOut: 'Sin sesión',
    closed: 'La ventana se cerró antes de que iniciara sesión. Intente de nuevo cuando quiera.',
    blocked:
      'No se pudo abrir la ventana para iniciar sesión. Permita ventanas emergentes para Excel e intente de nuevo.',
    refused: 'Su plan no aceptó el inicio de sesión. Intente de nuevo, o pida a su plan ayuda con su cuenta.',
    unavailable: 'No se puede llegar al inicio de sesión de su plan. Revise su conexión de red e intente de nuevo.',
  },

  setUp: {
    title: 'Preparar',
    views: 'Partes de Preparar',
    provider: 'Proveedor',
    members: 'Miembros',
    providerTitle: 'Proveedor que factura',
    providerText: 'Escríbalo una vez. Cada línea de la hoja Invoice lo toma de aquí.',
    sitesTitle: 'Sitios que dan los servicios',
    sitesText: 'Los proveedores que prestan el servicio. Una línea nueva empieza con el primero.',
    noSites: 'Todavía no hay sitios. Agregue al menos uno.',
    addSite: 'Agregar un sitio',
    sameAsBilling: 'Igual que el proveedor que factura',
    makeFirst: 'Poner primero',
    site: (number) => `Sitio ${String(number)}`,
    editSite: (name) => `Editar ${name}`,
    removeSite: (name) => `Quitar ${name}`,
    makeSiteFirst: (name) => `Poner primero ${name}`,
    closeSite: 'Listo con este sitio',
    firstSite: 'primero',
    siteNameHelp: 'El sitio o la persona que da el servicio. Las líneas lo eligen por este nombre.',
    workbookTitle: 'Este libro',
    invoiceDate: 'Fecha de factura para líneas nuevas',
    invoiceDateHelp: 'Como MM/DD/YYYY (mes/día/año). Una línea puede tener otra fecha.',
    invoiceDateProblem: 'Escriba la fecha como MM/DD/YYYY (mes/día/año), por ejemplo 11/02/2026.',
    purpose: 'Este libro envía',
    purposes: {
      new: 'Facturas nuevas',
      replacement: 'Reemplazos de facturas que el plan aceptó',
      void: 'Anulaciones de facturas que el plan aceptó',
    },
    concerns: 'Números de factura',
    concernsHelp:
      'Los números de diez dígitos de las facturas que se reemplazan o anulan, separados por un espacio. Solo estas se envían.',
    concernsProblem: 'Escriba al menos un número de factura de diez dígitos.',
    attestationTitle: 'Declaración',
    attestation:
      'No tenemos un sistema que pueda producir o recibir reclamaciones 837, y no facturamos a otros pagadores con 837 de otra manera.',
    attestationHelp:
      'DHCS permite enviar facturas a los proveedores que no pueden enviar reclamaciones 837 (guía, sección 2(1)). Su respuesta se envía con cada envío.',
    attestationProblem: 'Las facturas solo se pueden enviar después de confirmar esto.',
    saveSetup: 'Guardar',
    discard: 'Deshacer mis cambios',
    unsaved: 'Tiene cambios sin guardar.',
    membersTitle: 'Miembros',
    membersText:
      'Escriba cada miembro una vez. Una línea toma de aquí nombre, dirección y fecha de nacimiento por el CIN.',
    noMembers: 'Todavía no hay miembros.',
    addMember: 'Agregar un miembro',
    findMember: 'Buscar por nombre o CIN',
    noMemberFound: 'Ningún miembro coincide.',
    cinFixed: 'Para cambiar un CIN, cámbielo en la hoja Members.',
    homeless: '1 · Sin hogar',
    notHomeless: 'En blanco · con hogar, o no se sabe',
    newMember: 'Miembro nuevo',
    editMember: 'Editar miembro',
    saveMember: 'Guardar miembro',
    memberName: (last, first, cin) =>
      [[last, first].filter((part) => part !== '').join(', '), cin].filter((part) => part !== '').join(' · '),
  },

  fill: {
    title: 'Llenar',
    used: (lineCount, freeRows) =>
      `${lines(lineCount)} en el libro, ${counted(freeRows, 'fila libre', 'filas libres')}.`,
    lineTitle: 'Una línea',
    lineText: 'Escriba en la hoja, o use el formulario de aquí.',
    newLine: 'Línea nueva',
    editSelected: 'Editar la línea seleccionada',
    importTitle: 'Su propia lista',
    importText: 'Agregue muchas líneas a la vez desde un archivo CSV o un bloque copiado.',
    openImport: 'Importar una lista',
    arrangeTitle: 'Acomodar las líneas',
    arrangeText:
      'Para la línea de la celda seleccionada. Las líneas conservan sus hallazgos y su lugar en envíos anteriores.',
    insert: 'Insertar línea arriba',
    delete: 'Borrar línea',
    moveUp: 'Subir',
    moveDown: 'Bajar',
    confirmDelete: (row) => `¿Borrar la línea de la fila ${String(row)}?`,
    confirmDeleteButton: 'Sí, borrarla',
    keep: 'Conservarla',
    sortTitle: 'Ordenar',
    sort: 'Ordenar todas las líneas por',
    sortButton: 'Ordenar',
    sorts: {
      invoiceNumber: 'Número de factura, luego fecha',
      memberCin: 'Miembro, luego fecha',
      serviceStartDate: 'Fecha',
      procedureCode: 'Servicio, luego fecha',
    },
    providerBlock: 'Las columnas del proveedor',
    providerBlockText: 'La hoja Invoice oculta lo que toma de Setup.',
    showBlock: 'Mostrarlas',
    hideBlock: 'Ocultarlas',
    form: {
      newTitle: 'Línea nueva',
      title: (row) => `Línea de la fila ${String(row)}`,
      previous: 'Línea anterior',
      next: 'Línea siguiente',
      member: 'Miembro',
      memberHelp: 'Escriba una parte del nombre o el CIN.',
      service: 'Servicio',
      serviceHelp: 'Escriba palabras del nombre del servicio (en inglés), su código o un modificador.',
      noService: 'Ningún servicio coincide con estas palabras.',
      units: {
        encounter: 'por encuentro',
        outreachAttempt: 'por intento de contacto',
        fifteenMinutes: 'por 15 minutos',
        day: 'por día',
        month: 'por mes',
        service: 'por servicio',
        visit: 'por visita',
        session: 'por sesión',
        meal: 'por comida',
        delivery: 'por entrega',
      },
      addThisMember: 'Agregar este miembro a Members',
      otherDiagnosis: 'No está en la lista; puede escribir cualquier código ICD-10-CM.',
      firstSite: (name) => (name === '' ? 'El primer sitio' : `El primer sitio: ${name}`),
      endDateHelp: 'Déjelo en blanco si es la fecha de inicio.',
      rateHelp: (rate) =>
        rate === null ? 'Escriba lo que pagó.' : `Déjelo en blanco para la tarifa del plan de ${rate}.`,
      rateOfTheDay: 'Escriba primero la fecha de inicio: la tarifa del plan depende de ella.',
      invoiceDateHelp: (date) =>
        date === '' ? 'Déjelo en blanco para la fecha de Setup.' : `Déjelo en blanco para ${date} de Setup.`,
      nextNumber: 'Número siguiente',
      addDiagnosis: 'Agregar otro diagnóstico',
      charge: 'Importe del servicio',
      save: 'Guardar línea',
      saveAndNew: 'Guardar y empezar otra',
      more: 'Elementos opcionales',
    },
  },

  import: {
    title: 'Importar una lista',
    text: 'Su propia lista con su fila de encabezados. El panel conoce muchos encabezados; usted dice adónde van las otras columnas.',
    chooseFile: 'Abrir un archivo CSV',
    or: 'O pegue filas que copió, si puede con su fila de encabezados:',
    read: 'Vista previa',
    previewTitle: 'Vista previa',
    found: (lineCount, invoiceCount, memberCount) =>
      `${lines(lineCount)}, ${invoices(invoiceCount)}, ${members(memberCount)}.`,
    findings: (errorCount, warningCount) => `${errors(errorCount)}, ${warnings(warningCount)}.`,
    clean: 'Nada que corregir.',
    row: (row) => `Fila ${String(row)} del archivo`,
    differences: (count) =>
      `${counted(count, 'valor difiere', 'valores difieren')} de lo que el libro calcula por sí solo. Se usarán los valores del libro.`,
    columns: (recognized, others, names) =>
      `${counted(recognized, 'columna reconocida', 'columnas reconocidas')}${others === 0 ? '.' : `, ${String(others)} no: ${names}.`}`,
    columnAt: (letters) => `Columna ${letters}`,
    columnHolds: (name) => `${name} va a`,
    example: (text) => `Por ejemplo: ${text}`,
    memberName: '23, 24 · Nombre del miembro, como Apellido, Nombre',
    notRead: 'A ninguna parte: no leer esta columna',
    allColumns: 'Mostrar todas las columnas',
    fewerColumns: 'Mostrar menos columnas',
    tooLong: (rows) =>
      `Estas filas tienen más celdas que la fila de encabezados; sus celdas pueden estar en columnas equivocadas: ${rows}.`,
    repairs: (count) =>
      `Aplicar ${counted(count, 'reparación', 'reparaciones')} de formato (por ejemplo solo dígitos, o nueve caracteres de un número de tarjeta)`,
    setup: 'Tomar de esta lista el proveedor que factura y los sitios',
    larger:
      'La hoja Invoice se hace de nuevo con más filas para esta lista. Sus datos se quedan; deshacer empieza de nuevo.',
    noRoom: (room) =>
      `Solo hay lugar para ${counted(room, 'línea más', 'líneas más')}. Divida la lista, o empiece un segundo libro.`,
    add: (count) => `Agregar ${lines(count)}`,
    another: 'Usar otra lista',
    missing: (names) => `Nada de la lista va a: ${names}.`,
    refusals: {
      noHeaders: 'Esto no es una tabla con encabezados. Pegue las filas con su fila de encabezados e intente de nuevo.',
      noLines: 'No hay líneas debajo de los encabezados.',
      brokenQuotes: 'La lista tiene unas comillas que no se cierran. Guárdela otra vez como CSV e intente de nuevo.',
      unreadable: 'No se pudo leer el archivo. Ábralo de nuevo, o pegue sus filas.',
    },
  },

  check: {
    title: 'Revisar',
    button: 'Revisar todas las líneas',
    text: 'Aplica las reglas del plan a todas las líneas y escribe el resultado junto a cada una.',
    sheetTitle: 'La hoja misma',
    inspect: 'Buscar daños en la hoja',
    inspectText: 'Al pegar se pueden perder listas, bloqueos y formatos. Esto los busca.',
    never: 'Todavía sin revisar.',
    at: (time) => `La columna Check se puso al día el ${time}.`,
    changed: 'Hubo cambios desde entonces; la lista de abajo está al día, la columna no.',
    summary: (errorCount, warningCount, lineCount) =>
      `${errors(errorCount)} y ${warnings(warningCount)} en ${lines(lineCount)}.`,
    clean: (lineCount) => `${lines(lineCount)}, nada que corregir.`,
    empty: 'Todavía no hay líneas.',
    group: 'Agrupar los hallazgos',
    byLine: 'Por línea',
    byRule: 'Por regla',
    onlyErrors: 'Solo errores',
    error: 'Error',
    warning: 'Aviso',
    fromPlan: 'Del plan',
    goTo: (row, column) => `Ir a ${column}, fila ${String(row)}`,
    inSetUp: 'Corregirlo en Preparar',
    inMembers: 'Corregirlo en Miembros',
    goToShort: 'Ir a la celda',
    inForm: 'Abrir el formulario',
    inFormOf: (row) => `Abrir el formulario de la fila ${String(row)}`,
    fix: 'Qué hacer:',
    alternatives: 'Códigos para elegir:',
    lineHeading: (row, invoiceNumber) =>
      invoiceNumber === '' ? `Fila ${String(row)}` : `Fila ${String(row)} · factura ${invoiceNumber}`,
    ruleHeading: (title, count) => `${title} · ${lines(count)}`,
  },

  damage: {
    title: 'La hoja no está como se instaló',
    more: (count) => `${String(count)} más`,
    text: 'Casi siempre viene de haber pegado algo. Reparar lo arregla y conserva sus datos. Después, deshacer empieza de nuevo.',
    repair: 'Reparar',
    kinds: {
      unprotected: 'la protección de la hoja está quitada',
      locked: 'hay celdas que quedaron bloqueadas',
      unlocked: 'hay celdas que perdieron su bloqueo',
      listMissing: 'falta la lista',
      formatLost: 'se perdió el formato de celda',
      formulaLost: 'falta una fórmula',
      marksLost: 'faltan las marcas rojas',
    },
  },

  submit: {
    title: 'Enviar',
    goesTitle: 'Qué se envía',
    goes: (invoiceCount, lineCount, memberCount, total) =>
      `${invoices(invoiceCount)} con ${lines(lineCount)} para ${members(memberCount)}, ${total} en total.`,
    goesNothing: 'No hay ninguna factura que enviar.',
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
      writing: 'Escribiendo el recibo en el libro…',
    },
    cancel: 'Dejar de enviar',
    stops: {
      planUnknown: 'No se envió nada: el panel no conoce el plan de este libro.',
      altered: 'No se envió nada: los datos del plan en este libro fueron cambiados. Reponga primero la plantilla.',
      damaged: 'No se envió nada: la hoja está dañada, casi siempre por haber pegado algo. Repárela primero.',
      notAttested: 'No se envió nada: confirme en Preparar que no puede enviar reclamaciones 837.',
      billingNpi: 'No se envió nada: el NPI del proveedor que factura falta en Preparar o no es correcto.',
      concerns: 'No se envió nada: escriba en Preparar qué facturas se reemplazan o anulan.',
      nothingToSend: 'No se envió nada: no hay ninguna factura sin errores que el plan no haya aceptado ya.',
      tooManyLines: 'No se envió nada: un envío tiene como máximo 5,000 líneas.',
      unsendableText:
        'No se envió nada: una celda tiene más texto del que se puede enviar, o texto dañado. La revisión dice cuál.',
    },
    failures: {
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
      'malformed-request':
        'La solicitud no tiene la forma que el plan lee. Actualice el complemento e intente de nuevo.',
      'unknown-contract':
        'El envío es de otra versión que la que el plan lee. Actualice el complemento y envíe de nuevo.',
      'idempotency-key-missing':
        'La solicitud no tiene una Idempotency-Key válida. Actualice el complemento y envíe de nuevo.',
      'not-signed-in': 'No ha iniciado sesión. Inicie sesión y envíe de nuevo. No se perdió nada.',
      'scope-missing': 'Su cuenta no puede hacer esto. Pida al plan que dé a su cuenta el derecho de enviar facturas.',
      'provider-not-yours':
        'Su cuenta no puede enviar por este proveedor. Compare el NPI de Preparar con el suyo, o pida al plan que lo agregue a su organización.',
      'not-found': 'Aquí no hay nada. Revise lo que pidió. Su organización solo ve sus propios envíos.',
      'too-large': 'El envío es demasiado grande. Envíe como máximo 5,000 líneas a la vez.',
      'unsupported-media-type':
        'La solicitud no es de un tipo que el plan lee. Actualice el complemento y envíe de nuevo.',
      'idempotency-key-reused':
        'Esta clave ya pertenece a otro envío. Envíe de nuevo desde el libro, que calcula la clave por sí solo.',
      'idempotency-key-mismatch':
        'La clave no pertenece a este contenido. Envíe de nuevo desde el libro, que calcula la clave por sí solo.',
      'unknown-plan': 'Este servicio no recibe facturas para ese plan. Use la plantilla del plan al que envía.',
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
  },

  receipts: {
    title: 'Recibos',
    text: 'Todos los envíos de este libro que su plan recibió.',
    none: 'Todavía no se ha enviado nada desde este libro.',
    submission: (id) => `Envío ${id}`,
    received: 'Recibido',
    content: 'Contenido',
    total: 'Total',
    state: 'Estado',
    due: 'Se paga, objeta o niega a más tardar',
    signature: 'Firma',
    genuine: 'Firmado por su plan',
    notGenuine: 'No está firmado por su plan: llame a su plan',
  },
};
