import type { Language } from '../guidance/messages/words.ts';
import { maximumLines } from '../submission/contract.ts';
import type { FileRefusal } from '../submission/file-refusal.ts';
import { refusalWords } from '../xlsx/refusal-words.ts';
import type { InvoiceFileRefusal } from '../xlsx/invoice-file.ts';

/** What the endpoint says otherwise than the command line, or alone. */
type OwnWords = Readonly<Record<'otherPlan' | Exclude<FileRefusal, InvoiceFileRefusal>, string>>;

const english: OwnWords = {
  otherPlan: 'This file is for another plan. Send it to that plan.',
  tooManyLines: `The file has more than ${maximumLines.toLocaleString('en-US')} service lines. Send them in parts.`,
  unsendableText: 'A cell is far longer than any element, or its text is damaged. Check the file and mend that cell.',
  billingProvider: 'The file does not say who bills: element 1, Billing Provider NPI, has to be ten digits.',
  concerns:
    'The file is to replace or void invoices and does not name them: enter their ten-digit invoice numbers on Setup, or in every line of the list.',
  notAttested:
    'Setup does not say that you cannot send 837 claims, which the guidance asks of every provider that sends invoices. Answer it there, save, and send the workbook again.',
  packagesNotTaken: 'The plan does not open sealed packages here. Send it the way that your plan has told you.',
  otherKey: 'The package is sealed for another key than the plan has. Take the plan’s present template, and seal anew.',
  damagedPackage: 'The package was altered or cut short on its way. Send it again, or seal it anew.',
  notASubmission: 'The package opens, but holds no submission that the plan reads. Update the add-in and seal anew.',
};

const spanish: OwnWords = {
  otherPlan: 'Este archivo es para otro plan. Envíelo a ese plan.',
  tooManyLines: `El archivo tiene más de ${maximumLines.toLocaleString('en-US')} líneas de servicio. Envíelas por partes.`,
  unsendableText:
    'Una celda es mucho más larga que cualquier elemento, o su texto está dañado. Revise el archivo y corrija esa celda.',
  billingProvider:
    'El archivo no dice quién factura: el elemento 1, Billing Provider NPI, tiene que tener diez dígitos.',
  concerns:
    'El archivo debe reemplazar o anular facturas y no las nombra: escriba sus números de diez dígitos en Setup, o en cada línea de la lista.',
  notAttested:
    'Setup no dice que usted no puede enviar reclamaciones 837, lo que la guía pide a todo proveedor que envía facturas. Respóndalo allí, guarde y envíe el libro de nuevo.',
  packagesNotTaken: 'El plan no abre aquí paquetes sellados. Envíelo por la vía que su plan le indicó.',
  otherKey:
    'El paquete está sellado con otra clave que las del plan. Tome la plantilla actual del plan y séllelo de nuevo.',
  damagedPackage: 'El paquete se alteró o se cortó en el camino. Envíelo otra vez o séllelo de nuevo.',
  notASubmission:
    'El paquete se abre, pero no contiene un envío que el plan lea. Actualice el complemento y séllelo de nuevo.',
};

const own: Readonly<Record<Language, OwnWords>> = { en: english, es: spanish };

/** What a person reads above {@link fileRefusalWords}. */
export const fileRefusalTitle: Readonly<Record<Language, string>> = {
  en: 'The file cannot be taken',
  es: 'El archivo no se puede aceptar',
};

/** Why a file is not taken and what to do. The sentences hold nothing of what stands in the file. */
export function fileRefusalWords(reason: FileRefusal, language: Language): string {
  return isOwn(reason) ? own[language][reason] : refusalWords(reason, language);
}

function isOwn(reason: FileRefusal): reason is keyof OwnWords {
  return reason in english;
}
