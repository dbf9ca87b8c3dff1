import type { Language } from '../guidance/messages/words.ts';
import type { InvoiceFileRefusal } from './invoice-file.ts';

/** What a person reads of a file that is not taken: what it is, and what to do. */
type RefusalWords = Readonly<Record<InvoiceFileRefusal, string>>;

const english: RefusalWords = {
  empty: 'The file is empty.',
  notAWorkbook: 'This is neither an Excel workbook nor a CSV file. Send the invoice workbook (.xlsx), or a CSV file.',
  oldExcel: 'This is a workbook of Excel 97 to 2003. Open it in Excel and save it as “Excel Workbook (.xlsx)”.',
  pdf: 'This is a PDF, whatever it is called. Send the invoice workbook itself (.xlsx).',
  openDocument: 'This is an OpenDocument spreadsheet. Save it as “Excel Workbook (.xlsx)”.',
  binaryWorkbook: 'This is a binary workbook (.xlsb). Open it in Excel and save it as “Excel Workbook (.xlsx)”.',
  passwordProtected:
    'The workbook opens with a password, so that nobody else can read it. Take the password off (File, Info, Protect Workbook, Encrypt with Password: leave it blank) and save, or send the sealed package that the add-in makes.',
  cutOff: 'The end of the file is missing, as after a download that broke off. Take the file again from where it came.',
  damaged: 'The file is damaged. Open it in Excel, let Excel repair it, and save it as “Excel Workbook (.xlsx)”.',
  declarations: 'The file declares XML entities, which no spreadsheet program writes. It is not read.',
  macros: 'The workbook holds macros. Save it as “Excel Workbook (.xlsx)”, which has none.',
  externalLinks:
    'The workbook has links to other workbooks. In Excel choose Data, Edit Links (or Workbook Links), Break Link, and save.',
  unsafeNames:
    'The file has parts whose names lead out of it or occur twice, which no spreadsheet program writes. It is not read.',
  tooLarge:
    'The file is far larger than an invoice workbook comes to. Copy the lines into a fresh template, or send them in parts.',
  tooManyStyles: 'The workbook has more cell styles than Excel opens. Copy the lines into a fresh template, as values.',
  stopped:
    'Reading the file took too long and was stopped. Copy the lines into a fresh template, or send them in parts.',
  noHeaders:
    'The column headers of the guidance stand nowhere in its first twenty rows. Copy the header row of the template above the lines, or the lines into a fresh template.',
  noLines: 'The file has the headers, and no service lines.',
  doubledHeader: 'The same column header stands there twice. Take away the column that does not count.',
  brokenQuotes:
    'This is no well-formed CSV: a quotation mark is not closed, or stands in the middle of a cell. Save it as CSV anew.',
  otherPlan: "This workbook is the template of another plan. Check it with that plan's folder.",
};

const spanish: RefusalWords = {
  empty: 'El archivo está vacío.',
  notAWorkbook: 'No es un libro de Excel ni un archivo CSV. Envíe el libro de facturas (.xlsx) o un archivo CSV.',
  oldExcel: 'Es un libro de Excel 97 a 2003. Ábralo en Excel y guárdelo como «Libro de Excel (.xlsx)».',
  pdf: 'Es un PDF, se llame como se llame. Envíe el propio libro de facturas (.xlsx).',
  openDocument: 'Es una hoja de cálculo OpenDocument. Guárdela como «Libro de Excel (.xlsx)».',
  binaryWorkbook: 'Es un libro binario (.xlsb). Ábralo en Excel y guárdelo como «Libro de Excel (.xlsx)».',
  passwordProtected:
    'El libro se abre con una contraseña y nadie más puede leerlo. Quite la contraseña (Archivo, Información, Proteger libro, Cifrar con contraseña: déjela en blanco) y guárdelo, o envíe el paquete sellado que hace el complemento.',
  cutOff: 'Falta el final del archivo, como tras una descarga interrumpida. Tome el archivo de nuevo de donde vino.',
  damaged:
    'El archivo está dañado. Ábralo en Excel, deje que Excel lo repare y guárdelo como «Libro de Excel (.xlsx)».',
  declarations: 'El archivo declara entidades XML, que ningún programa de hojas de cálculo escribe. No se lee.',
  macros: 'El libro contiene macros. Guárdelo como «Libro de Excel (.xlsx)», que no las tiene.',
  externalLinks:
    'El libro tiene vínculos a otros libros. En Excel elija Datos, Editar vínculos (o Vínculos del libro), Romper vínculo, y guárdelo.',
  unsafeNames:
    'El archivo tiene partes cuyos nombres salen de él o se repiten, lo que ningún programa de hojas de cálculo escribe. No se lee.',
  tooLarge:
    'El archivo es mucho mayor que un libro de facturas. Copie las líneas en una plantilla nueva o envíelas por partes.',
  tooManyStyles:
    'El libro tiene más estilos de celda de los que Excel abre. Copie las líneas en una plantilla nueva, como valores.',
  stopped:
    'La lectura del archivo tardó demasiado y se detuvo. Copie las líneas en una plantilla nueva o envíelas por partes.',
  noHeaders:
    'Los encabezados de la guía no están en ninguna parte de sus primeras veinte filas. Copie la fila de encabezados de la plantilla encima de las líneas, o las líneas en una plantilla nueva.',
  noLines: 'El archivo tiene los encabezados y ninguna línea de servicio.',
  doubledHeader: 'El mismo encabezado aparece dos veces. Quite la columna que no vale.',
  brokenQuotes:
    'No es un CSV bien formado: unas comillas no se cierran o están en medio de una celda. Guárdelo de nuevo como CSV.',
  otherPlan: 'Este libro es la plantilla de otro plan. Compruébelo con la carpeta de ese plan.',
};

const words: Readonly<Record<Language, RefusalWords>> = { en: english, es: spanish };

/** Why a file is not taken and what to do, in one or two sentences. They hold nothing of what stands in the file. */
export function refusalWords(reason: InvoiceFileRefusal, language: Language): string {
  return words[language][reason];
}
