import type { Severity } from '../src/guidance/finding.ts';
import type { Language } from '../src/guidance/messages/words.ts';

/** What the error reference says around the words of the rules. */
export interface ReferencePhrases {
  readonly title: string;
  readonly generated: string;
  readonly introduction: readonly string[];
  readonly findings: string;
  readonly code: string;
  readonly severity: string;
  readonly severities: Readonly<Record<Severity, string>>;
  /** Of a warning that a plan may raise. */
  readonly raisable: string;
  readonly about: string;
  readonly whatToDo: string;
  readonly looksAt: string;
  readonly source: string;
  /** Stands for a column's header where a rule speaks of several columns. */
  readonly anyColumn: string;
  readonly repairs: string;
  readonly repairsIntroduction: string;
  readonly whatItDoes: string;
  readonly onRequest: string;
  readonly problems: string;
  readonly problemsIntroduction: string;
  readonly status: string;
}

const phrases: { readonly en: ReferencePhrases } & Partial<Readonly<Record<Language, ReferencePhrases>>> = {
  en: {
    title: 'Error reference',
    generated: 'Made from the rules by `npm run error-reference`.',
    introduction: [
      'Everything that a check can say of an invoice, by its code. The workbook, the command line and the plan use the same rules, and the same codes stand in error files and receipts. A code keeps its meaning for ever.',
      'An **error** returns its invoice: it has to be corrected before the plan can take it. A **warning** never returns an invoice; some that rest on files of the plan (its roster, eligibility, authorizations) may be raised to errors by the plan. «column» stands for the header of the column where it is found. What the check finds never holds what stands in a cell.',
    ],
    findings: 'Findings',
    code: 'Code',
    severity: 'Kind',
    severities: { error: 'error', warning: 'warning' },
    raisable: 'warning, or error where the plan says so',
    about: 'What it is about',
    whatToDo: 'What to do',
    looksAt: 'Looks at',
    source: 'Source',
    anyColumn: '«column»',
    repairs: 'Repairs',
    repairsIntroduction:
      'What the program can mend by itself. A repair never chooses between meanings; it is shown before it is applied.',
    whatItDoes: 'What it does',
    onRequest: 'line by line, since the line says something else afterwards',
    problems: 'When the plan refuses to take a submission',
    problemsIntroduction:
      "The plan's endpoint answers so before it looks at any invoice; the answer is `application/problem+json` (RFC 9457).",
    status: 'Status',
  },
  es: {
    title: 'Referencia de errores',
    generated: 'Hecho a partir de las reglas con `npm run error-reference`.',
    introduction: [
      'Todo lo que una revisión puede decir de una factura, por su código. El libro de Excel, la línea de comandos y el plan usan las mismas reglas, y los mismos códigos aparecen en los archivos de errores y en los recibos. Un código conserva siempre su significado.',
      'Un **error** devuelve su factura: hay que corregirlo antes de que el plan pueda aceptarla. Una **advertencia** nunca devuelve una factura; el plan puede convertir en errores algunas que dependen de sus propios archivos (proveedores, elegibilidad, autorizaciones). «columna» representa el encabezado de la columna donde se encuentra. Los nombres de los elementos y las fuentes están en inglés, como en la guía. Lo que la revisión encuentra nunca contiene el texto de una celda.',
    ],
    findings: 'Hallazgos',
    code: 'Código',
    severity: 'Clase',
    severities: { error: 'error', warning: 'advertencia' },
    raisable: 'advertencia, o error si el plan lo dispone',
    about: 'De qué se trata',
    whatToDo: 'Qué hacer',
    looksAt: 'Lee',
    source: 'Fuente',
    anyColumn: '«columna»',
    repairs: 'Correcciones',
    repairsIntroduction:
      'Lo que el programa puede corregir por sí mismo. Una corrección nunca elige entre significados y se muestra antes de aplicarse.',
    whatItDoes: 'Qué hace',
    onRequest: 'línea por línea, porque después la línea dice otra cosa',
    problems: 'Cuando el plan no acepta un envío',
    problemsIntroduction:
      'El plan responde así antes de mirar las facturas; la respuesta es `application/problem+json` (RFC 9457) y está en inglés.',
    status: 'Estado',
  },
};

/** The phrases of a language, in English where nobody has written them yet. */
export function referencePhrases(language: Language): ReferencePhrases {
  return phrases[language] ?? phrases.en;
}
