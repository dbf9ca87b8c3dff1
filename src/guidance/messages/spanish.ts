import type { Catalogue } from './catalogue.ts';
import { spanishElements } from './spanish-elements.ts';
import { planFilesInSpanish } from './plan-files-spanish.ts';

/** Words in Spanish. Headers of columns stay in English, as they are in the workbook. */
export const spanish: Catalogue = {
  rules: {
    REQUIRED: {
      title: 'Celda obligatoria en blanco',
      message: '{element} es obligatorio y la celda está en blanco.',
      fix: 'Llene la celda. Si se llena sola, complete la hoja Setup o la hoja Members.',
    },
    HOMELESS_ADDRESS_BLANK: {
      title: 'La dirección está en blanco',
      message: 'El miembro está marcado como persona sin hogar y la dirección está en blanco.',
      fix: 'Escriba HOMELESS como dirección, o la dirección donde se puede encontrar al miembro.',
    },
    HOMELESS_ADDRESS_WITHOUT_INDICATOR: {
      title: 'HOMELESS sin el indicador',
      message: 'La dirección dice HOMELESS, pero Member Homelessness Indicator no es 1.',
      fix: 'Escriba 1 en Member Homelessness Indicator, o escriba la dirección del miembro.',
    },
    CONTROL_NUMBER_BLANK: {
      title: 'Falta el número de control',
      message: 'Usted y el plan acordaron un Control Number para cada factura, y la celda está en blanco.',
      fix: 'Escriba el número siguiente de su secuencia. Sin él, la factura se acepta igual.',
    },
    AUTHORIZATION_BLANK: {
      title: 'Falta el número de autorización',
      message: 'El plan busca un Authorization Number en este servicio, y la celda está en blanco.',
      fix: 'Escriba el número de la autorización del plan. Sin él, la factura se acepta igual.',
    },
    NPI_FORMAT: {
      title: 'No es un NPI',
      message: '{element} debe tener diez dígitos, y el primero debe ser 1 o 2.',
      fix: 'Escriba los diez dígitos del National Provider Identifier, sin espacios ni guiones.',
    },
    NPI_CHECK_DIGIT: {
      title: 'El NPI tiene un error de escritura',
      message: 'El último dígito de {element} no corresponde a los demás; por lo menos un dígito está mal.',
      fix: 'Compare el número con el del registro de NPI y corríjalo.',
    },
    TIN_FORMAT: {
      title: 'No es un número de impuestos',
      message: '{element} debe tener nueve dígitos.',
      fix: 'Escriba los nueve dígitos del número federal de impuestos, sin guion.',
    },
    TIN_SAME_DIGITS: {
      title: 'No es un número de impuestos real',
      message: '{element} es el mismo dígito nueve veces; ese número no existe.',
      fix: 'Escriba el número federal de impuestos del proveedor.',
    },
    TIN_PREFIX: {
      title: 'Número de impuestos poco común',
      message: '{element} empieza con dos dígitos que, según se sabe, el IRS no da a organizaciones.',
      fix: 'Compárelo con sus documentos de impuestos. Si está bien, déjelo así.',
    },
    PHONE_FORMAT: {
      title: 'No es un número de teléfono',
      message: '{element} solo puede tener dígitos, diez como máximo.',
      fix: 'Escriba el código de área y el número sin guiones, paréntesis ni espacios.',
    },
    PHONE_LENGTH: {
      title: 'Número de teléfono corto',
      message: '{element} tiene menos de diez dígitos.',
      fix: 'Escriba el código de área y el número.',
    },
    STATE_UNKNOWN: {
      title: 'No es un estado',
      message: '{element} debe ser el código de dos letras de un estado.',
      fix: 'Elija el estado de la lista, por ejemplo CA.',
    },
    ZIP_FORMAT: {
      title: 'No es un código ZIP',
      message: '{element} debe tener cinco dígitos, o nueve.',
      fix: 'Escriba el código ZIP con 5 o 9 dígitos.',
    },
    BILLING_ZIP_FIVE_DIGITS: {
      title: 'Código ZIP sin los últimos cuatro dígitos',
      message: 'El informe del plan al Estado necesita los nueve dígitos de {element}.',
      fix: 'Agregue los últimos cuatro dígitos. El servicio postal los muestra para su dirección.',
    },
    BILLING_ADDRESS_POST_OFFICE_BOX: {
      title: 'Apartado postal',
      message: '{element} es un apartado postal, y se necesita una calle.',
      fix: 'Escriba la dirección con calle del proveedor que factura en la hoja Setup.',
    },
    MEMBER_CIN_FORMAT: {
      title: 'No es un CIN',
      message: '{element} debe tener ocho dígitos y una letra.',
      fix: 'Escriba los primeros nueve caracteres del número de la tarjeta de Medi-Cal del miembro.',
    },
    MEMBER_CIN_FIRST_DIGIT: {
      title: 'CIN poco común',
      message: '{element} normalmente empieza con 9, y este no.',
      fix: 'Compárelo con la tarjeta de Medi-Cal del miembro. Si está bien, déjelo así.',
    },
    HOMELESSNESS_INDICATOR: {
      title: 'Solo 1 o en blanco',
      message: '{element} solo puede tener 1 o nada: ni Y, ni N, ni 0.',
      fix: 'Escriba 1 si el miembro no tiene hogar. Deje la celda en blanco si lo tiene o si no lo sabe.',
    },
    INVOICE_NUMBER_FORMAT: {
      title: 'No son diez dígitos',
      message: '{element} debe tener exactamente diez dígitos.',
      fix: 'Escriba su propio número de diez dígitos para la factura, con ceros al principio si es más corto.',
    },
    PAYER_IDENTIFIER: {
      title: 'Otro pagador',
      message: '{element} no es el número del plan de este libro.',
      fix: 'Use el libro propio de este plan y deje que el libro llene el pagador.',
    },
    PAYER_NAME: {
      title: 'Otro pagador',
      message: '{element} no es el nombre del plan de este libro.',
      fix: 'Use el libro propio de este plan y deje que el libro llene el pagador.',
    },
    TEXT_LENGTH: {
      title: 'Demasiado largo',
      message: '{element} tiene más caracteres de los que el plan puede transmitir.',
      fix: 'Acórtelo, por ejemplo con abreviaturas comunes.',
    },
    TEXT_CHARACTERS: {
      title: 'Carácter que no se puede enviar',
      message: '{element} tiene un carácter que el plan no puede transmitir.',
      fix: 'Quite * ~ : ^, los dibujos y las letras de otros alfabetos.',
    },
    TEXT_TRANSLITERATED: {
      title: 'Letra con acento',
      message: '{element} tiene una letra con acento u otra marca. El plan la transmite sin la marca.',
      fix: 'No tiene que hacer nada. El nombre queda igual en sus registros.',
    },
    CITY_LENGTH: {
      title: 'Ciudad demasiado corta',
      message: '{element} tiene un solo carácter, y un encuentro necesita dos o más.',
      fix: 'Escriba el nombre completo de la ciudad.',
    },
    TEXT_SPACES: {
      title: 'Espacios que no se ven',
      message: '{element} tiene espacios antes o después, u otros caracteres que no se ven.',
      fix: 'Use la reparación o escríbalo de nuevo.',
    },
    DATE_FORMAT: {
      title: 'No es una fecha',
      message: '{element} debe ser un día del calendario en la forma MM/DD/YYYY (mes/día/año).',
      fix: 'Escriba el mes, el día y el año con cuatro dígitos, por ejemplo 01/05/2026.',
    },
    DATE_TWO_DIGIT_YEAR: {
      title: 'Año de dos dígitos',
      message: '{element} tiene un año de dos dígitos, que puede ser de este siglo o del pasado.',
      fix: 'Escriba el año con cuatro dígitos, por ejemplo 01/05/1961.',
    },
    SERVICE_END_BEFORE_START: {
      title: 'Termina antes de empezar',
      message: 'Service End Date es anterior a Service Start Date.',
      fix: 'Corrija una de las dos fechas. Para un solo día son iguales.',
    },
    SERVICE_SPAN: {
      title: 'Más de un día',
      message: 'Este servicio se factura por un solo día, pero el inicio y el fin son días distintos.',
      fix: 'Escriba una línea para cada día, cada una con su propio número de factura.',
    },
    SERVICE_SPAN_UNUSUAL: {
      title: 'Más de un día',
      message: 'Este servicio no se cuenta por días ni por meses, pero el inicio y el fin son días distintos.',
      fix: 'Revise las dos fechas. Si el plan quiere una sola línea para esos días, déjelo.',
    },
    SERVICE_FILED_LATE: {
      title: 'Tarde para el plan',
      message: 'El servicio es anterior al plazo del plan para recibir facturas.',
      fix: 'Envíelo cuanto antes. Pregunte al plan si todavía acepta la factura.',
    },
    SERVICE_IN_FUTURE: {
      title: 'En el futuro',
      message: '{element} es posterior a hoy.',
      fix: 'Corrija la fecha, o facture el servicio después de darlo.',
    },
    SERVICE_BEFORE_PROGRAM: {
      title: 'Antes del comienzo del programa',
      message: '{element} es anterior al 01/01/2022, cuando comenzaron ECM y Community Supports.',
      fix: 'Corrija la fecha.',
    },
    INVOICE_DATE_IN_FUTURE: {
      title: 'En el futuro',
      message: '{element} es posterior a hoy.',
      fix: 'Escriba el día en que envía la factura, o uno anterior.',
    },
    INVOICE_DATE_BEFORE_SERVICE: {
      title: 'Facturado antes del servicio',
      message: 'Invoice Date es anterior al último día del servicio.',
      fix: 'Corrija Invoice Date o las fechas del servicio.',
    },
    BIRTH_IN_FUTURE: {
      title: 'En el futuro',
      message: '{element} es posterior a hoy.',
      fix: 'Compárela con el registro de Medi-Cal del miembro y corríjala.',
    },
    BIRTH_AFTER_SERVICE: {
      title: 'Nacido después del servicio',
      message: 'La fecha de nacimiento es posterior a Service Start Date.',
      fix: 'Corrija la fecha de nacimiento o Service Start Date.',
    },
    BIRTH_LONG_AGO: {
      title: 'Más de 120 años de edad',
      message: 'Según {element}, el miembro tendría más de 120 años.',
      fix: 'Compárela con el registro de Medi-Cal del miembro.',
    },
    PROCEDURE_CODE_FORMAT: {
      title: 'No es un código de procedimiento',
      message: '{element} debe ser una letra y cuatro dígitos.',
      fix: 'Elija el servicio de la lista.',
    },
    MODIFIER_FORMAT: {
      title: 'No es un modificador',
      message: '{element} debe tener dos caracteres, letras o dígitos.',
      fix: 'Elija el servicio de la lista, que llena sus modificadores.',
    },
    MODIFIER_REPEATED: {
      title: 'Modificador repetido',
      message: '{element} repite un modificador de la misma línea.',
      fix: 'Borre esta celda.',
    },
    SERVICE_NOT_OFFERED: {
      title: 'No es un servicio de este plan',
      message: 'El código de procedimiento no es de ninguno de los servicios que este plan acepta.',
      fix: 'Elija el servicio de la lista. Si no está, pregunte a la ayuda del plan.',
    },
    SERVICE_MODIFIERS: {
      title: 'El modificador no corresponde al servicio',
      message: 'Los modificadores, junto con el código de procedimiento, no forman ningún servicio de este plan.',
      fix: 'Elija el servicio de la lista, que llena sus modificadores.',
    },
    SERVICE_AMBIGUOUS: {
      title: 'Puede ser más de un servicio',
      message: 'El código de procedimiento y los modificadores corresponden por igual a varios servicios de este plan.',
      fix: 'Elija el servicio de la lista y borre el modificador que es de otro servicio.',
    },
    SERVICE_NOT_VALID_ON_DATE: {
      title: 'Servicio no vigente ese día',
      message:
        'El código de procedimiento y sus modificadores no se usaban ese día, o el plan no los aceptaba entonces.',
      fix: 'Corrija la fecha, o elija el servicio que se usaba ese día.',
    },
    SERVICE_TABLE_NOT_CONFIRMED: {
      title: 'Los códigos pueden haber cambiado',
      message: 'El plan aún no ha confirmado sus códigos de procedimiento para ese día.',
      fix: 'Puede enviar la línea. Pregunte al plan si hay un libro más nuevo.',
    },
    SERVICE_NAME: {
      title: 'Otro nombre de servicio',
      message: 'El nombre no es el que corresponde al código de procedimiento y sus modificadores.',
      fix: 'Revise que el código de procedimiento sea el servicio correcto. El nombre es opcional.',
    },
    UNIT_COUNT_FORMAT: {
      title: 'No es un número',
      message: '{element} debe ser un número con tres decimales como máximo.',
      fix: 'Escriba la cantidad de unidades en dígitos, por ejemplo 2.',
    },
    UNIT_COUNT_POSITIVE: {
      title: 'Sin unidades',
      message: '{element} debe ser mayor que cero.',
      fix: 'Escriba la cantidad de unidades, o borre la línea si no se dio el servicio.',
    },
    UNIT_COUNT_WHOLE: {
      title: 'No es un número entero',
      message: 'Este plan solo acepta unidades enteras.',
      fix: 'Escriba una cantidad entera de unidades.',
    },
    UNITS_MORE_THAN_DAYS: {
      title: 'Más unidades que días',
      message: 'Una unidad de este servicio es un día, y hay más unidades que días entre el inicio y el fin.',
      fix: 'Revise las unidades y las dos fechas.',
    },
    UNITS_MORE_THAN_QUARTER_HOURS: {
      title: 'Más unidades de las que tiene el día',
      message: 'Una unidad de este servicio son 15 minutos, y hay más unidades de las que caben en los días.',
      fix: 'Revise las unidades y las dos fechas. Un día tiene 96 unidades.',
    },
    UNITS_MORE_THAN_MONTHS: {
      title: 'Más unidades que meses',
      message: 'Una unidad de este servicio es un mes, y hay más unidades que meses entre el inicio y el fin.',
      fix: 'Revise las unidades y las dos fechas.',
    },
    UNITS_MORE_THAN_ONE: {
      title: 'Más de una unidad',
      message: 'Una unidad es el servicio o la visita completa, y hay más de una.',
      fix: 'Revise las unidades. Si hubo más de un servicio o visita ese día, déjelo así.',
    },
    PLACE_OF_SERVICE_UNKNOWN: {
      title: 'No es un lugar de servicio',
      message: '{element} debe ser un código de dos dígitos de la lista.',
      fix: 'Elija el lugar de la lista, por ejemplo 12 para el hogar.',
    },
    PLACE_OF_SERVICE_UNUSUAL: {
      title: 'Lugar poco común',
      message: 'Este servicio rara vez se da en este lugar.',
      fix: 'Revise el lugar de servicio. Si está bien, déjelo así.',
    },
    TELEHEALTH_PLACE: {
      title: 'Telesalud en un lugar presencial',
      message: 'El modificador GQ indica teléfono o video, pero el lugar de servicio es presencial.',
      fix: 'Elija el lugar 02 o 10, o elija el servicio en persona.',
    },
    TELEHEALTH_MODIFIER: {
      title: 'Telesalud sin GQ',
      message: 'El lugar de servicio indica telesalud, pero falta el modificador GQ.',
      fix: 'Elija el servicio de telesalud, o agregue GQ si el servicio lo permite, o elija otro lugar.',
    },
    DIAGNOSIS_FORMAT: {
      title: 'No es un código de diagnóstico',
      message: '{element} no parece un código ICD-10.',
      fix: 'Escriba un solo código: una letra, un dígito y de uno a cinco caracteres más, por ejemplo Z59.01.',
    },
    DIAGNOSIS_HEADER: {
      title: 'El código necesita más caracteres',
      message: 'El día del servicio este código era solo el título de códigos más largos y no se podía informar.',
      fix: 'Elija el código más largo que diga lo que usted observó.',
    },
    DIAGNOSIS_UNKNOWN: {
      title: 'El código de diagnóstico no existe',
      message: '{element} no está entre los códigos ICD-10-CM del año del servicio.',
      fix: 'Compare el código con la referencia o el expediente y corríjalo.',
    },
    DIAGNOSIS_NOT_IN_OLD_LIST: {
      title: 'Es posible que el código de diagnóstico no sea válido',
      message: '{element} no es un código completo en los códigos ICD-10-CM disponibles, que son de otro año.',
      fix: 'Revise el código. Si es válido el día del servicio, déjelo: la factura se puede enviar.',
    },
    DIAGNOSIS_FIRST_BLANK: {
      title: 'El primer diagnóstico está en blanco',
      message: 'El diagnóstico principal va primero, y su celda está en blanco mientras otras están llenas.',
      fix: 'Escriba el diagnóstico principal en la primera celda, o suba los demás.',
    },
    DIAGNOSIS_REPEATED: {
      title: 'Diagnóstico repetido',
      message: '{element} repite un diagnóstico de la misma línea.',
      fix: 'Borre esta celda.',
    },
    DIAGNOSES_TOO_MANY: {
      title: 'Más de diez diagnósticos',
      message: 'Las líneas de esta factura tienen juntas más de diez diagnósticos distintos.',
      fix: 'Conserve los diez más importantes para estos servicios.',
    },
    HOMELESSNESS_DIAGNOSIS_WITHOUT_INDICATOR: {
      title: 'Sin hogar solo por diagnóstico',
      message: 'Un diagnóstico dice que el miembro no tiene hogar, pero Member Homelessness Indicator está en blanco.',
      fix: 'Escriba 1 si el miembro no tiene hogar ahora. Si lo tiene, déjelo en blanco.',
    },
    HOMELESSNESS_DIAGNOSES_SEVERAL: {
      title: 'Varios tipos de falta de hogar',
      message: 'La línea tiene varios diagnósticos de falta de hogar, que se excluyen entre sí.',
      fix: 'Conserve el que usted observó.',
    },
    MONEY_FORMAT: {
      title: 'No es una cantidad de dinero',
      message: '{element} debe ser una cantidad en dólares y centavos, cero o más.',
      fix: 'Escriba dígitos con un punto antes de los centavos, por ejemplo 1250.00.',
    },
    AMOUNT_TOO_LARGE: {
      title: 'Demasiado grande',
      message: '{element} es más de 99,999,999.99, lo máximo que el plan puede transmitir.',
      fix: 'Revise que esté el punto antes de los centavos y corrija la cantidad.',
    },
    UNIT_COST_ZERO: {
      title: 'El costo es cero',
      message: 'El plan debe informar un costo al Estado, aunque pague por mes.',
      fix: 'Escriba lo que cuesta una unidad. Si el plan le indicó escribir cero, déjelo así.',
    },
    ACTUAL_COST_ZERO: {
      title: 'Falta el costo real',
      message: 'Este servicio se cobra por lo que costó en realidad, y el costo es cero.',
      fix: 'Escriba la cantidad que usted pagó.',
    },
    UNIT_COST_NOT_RATE: {
      title: 'No es la tarifa del plan',
      message: 'El costo por unidad no es la tarifa del plan para este servicio en ese día.',
      fix: 'Use la tarifa del plan: borre la celda y el libro la llena. Si el plan aceptó otro costo, déjelo.',
    },
    CHARGE_AMOUNT: {
      title: 'El cargo no cuadra',
      message: 'El cargo no es la cantidad de unidades por el costo de la unidad.',
      fix: 'Corrija las unidades, el costo o el cargo. El libro calcula el cargo solo.',
    },
    INVOICE_AMOUNT: {
      title: 'El total de la factura no cuadra',
      message: 'El total no es la suma de los cargos con este número de factura.',
      fix: 'Revise que estén todas las líneas de la factura. El libro calcula el total solo.',
    },
    INVOICE_BILLING_PROVIDER: {
      title: 'Dos proveedores que facturan en una factura',
      message: 'Las líneas con este número de factura nombran distintos proveedores que facturan.',
      fix: 'Dé a las líneas de cada proveedor su propio número de factura, o corrija el proveedor.',
    },
    INVOICE_RENDERING_PROVIDER: {
      title: 'Dos proveedores del servicio en una factura',
      message: 'Las líneas con este número de factura nombran distintos proveedores del servicio.',
      fix: 'Dé a las líneas de cada sitio su propio número de factura, o corrija el sitio.',
    },
    INVOICE_MEMBER: {
      title: 'Dos miembros en una factura',
      message: 'Las líneas con este número de factura nombran distintos miembros.',
      fix: 'Dé a las líneas de cada miembro su propio número de factura, o corrija el miembro.',
    },
    INVOICE_DATE: {
      title: 'Dos fechas de factura en una factura',
      message: 'Las líneas con este número de factura tienen distintas fechas de factura.',
      fix: 'Escriba la misma fecha de factura en cada línea.',
    },
    INVOICE_SERVICE_DAY: {
      title: 'Dos días de servicio en una factura',
      message: 'Las líneas con este número de factura son de días distintos, y una factura es para un solo día.',
      fix: 'Dé a las líneas de cada día su propio número de factura, o corrija la fecha.',
    },
    INVOICE_NUMBER_ACCEPTED: {
      title: 'Ya aceptada',
      message: 'El plan ya aceptó una factura con este número.',
      fix: 'Para corregirla, elija reemplazo en la hoja Setup. Una factura nueva necesita otro número. Si ya se envió, borre sus líneas.',
    },
    INVOICE_DETAIL_DIFFERS: {
      title: 'Las líneas de una factura no coinciden',
      message: '{element} no es igual en todas las líneas con este número de factura.',
      fix: 'Escríbalo igual en cada línea. El plan lo toma de una de ellas.',
    },
    INVOICE_MIXED_PROGRAMS: {
      title: 'ECM y Community Supports juntos',
      message:
        'Esta factura tiene líneas de ECM y de Community Supports. Se permite, pero algunos informes las confunden.',
      fix: 'Si puede, dé a las líneas de ECM su propio número de factura.',
    },
    DUPLICATE_LINE: {
      title: 'Línea repetida',
      message: 'Otra línea tiene el mismo miembro, proveedor, día, código de procedimiento y modificadores.',
      fix: 'Borre una de las dos. Si el servicio se dio dos veces ese día, junte las unidades en una sola línea.',
    },
    DERIVED_DIFFERENCE: {
      title: 'Distinto del libro',
      message: '{element} en el archivo no es lo que el libro llena o calcula.',
      fix: 'Revise el archivo y las hojas Setup y Members. Se envía lo que dice el archivo.',
    },
    SERVICE_ACCEPTED_BEFORE: {
      title: 'Servicio ya aceptado',
      message:
        'El plan ya aceptó este servicio en otra factura: mismo miembro, proveedor, día, código de procedimiento y modificadores.',
      fix: 'Borre la línea si ya se envió. Para cambiar la factura anterior, envíe esa como reemplazo, con su mismo número.',
    },
    INVOICE_NEVER_ACCEPTED: {
      title: 'Nada que reemplazar o anular',
      message: 'El plan no tiene ninguna factura aceptada con este número que se pueda reemplazar o anular.',
      fix: 'Compare el número con sus recibos. Si la factura fue devuelta o nunca se envió, elija facturas nuevas en la hoja Setup. Si se anuló, dele un número nuevo y envíela como nueva.',
    },
    INVOICE_NOT_NAMED: {
      title: 'Factura no nombrada en Setup',
      message: 'Este libro reemplaza o anula facturas, y la hoja Setup no nombra esta.',
      fix: 'Agregue el número en la hoja Setup, o envíe esta factura en un libro de facturas nuevas.',
    },
    INVOICE_NAMED_WITHOUT_LINES: {
      title: 'Factura nombrada sin líneas',
      message: 'La hoja Setup nombra una factura que no tiene líneas aquí. A esa factura no le pasa nada.',
      fix: 'Para reemplazar o anular también esa factura, envíela con sus líneas.',
    },
    ...planFilesInSpanish,
  },
  unknownRule: {
    title: 'Revise esta celda',
    message: 'El plan tiene para {element} una regla más nueva que las que conoce este programa.',
    fix: 'Actualice el libro o pregunte a la ayuda del plan.',
  },
  elements: spanishElements,
  repairs: {
    SPACES: 'Quitar los espacios que no se ven',
    TEXT_MARK: 'Quitar la marca de texto',
    UPPER_CASE: 'Escribir con mayúsculas',
    DIGITS_ONLY: 'Dejar solo los dígitos',
    CARD_NUMBER: 'Tomar el CIN del número de la tarjeta',
    STATE_CODE: 'Escribir el estado con dos letras',
    PLACE_CODE: 'Escribir el lugar con dos dígitos',
    DATE_FORM: 'Escribir la fecha como MM/DD/YYYY',
    NUMBER_FORM: 'Escribir el número sin otras marcas',
    MONEY_FORM: 'Escribir la cantidad sin otras marcas',
    DIAGNOSIS_FORM: 'Escribir el código de diagnóstico con su punto y mayúsculas',
    DIAGNOSES_APART: 'Poner cada código de diagnóstico en su propia celda',
    MODIFIERS_APART: 'Poner cada modificador en su propia celda',
    SERVICE_APART: 'Poner los modificadores en sus propias celdas',
    DIAGNOSES_MOVED_UP: 'Subir los diagnósticos: el primero pasa a ser el principal',
  },
};
