import { columnOf } from '../../guidance/columns.ts';
import { wordsFor, type Language } from '../../guidance/messages/words.ts';
import { isRuleCode, ruleOf } from '../../guidance/rules/index.ts';
import { printTable } from '../../xlsx/delimited-table.ts';
import { refusalWords } from '../../xlsx/refusal-words.ts';
import { cellOf, type CheckedFile, type FileFinding } from './check-file.ts';
import { checkWords, type CheckWords } from './words.ts';

type Checked = Extract<CheckedFile, { kind: 'checked' }>;

/** Cells that are named of one fault; `--csv` and `--json` have them all. */
const namedCells = 12;

/** Why a file is not read, in words. */
export function refusalOf(file: Extract<CheckedFile, { kind: 'refused' }>, language: Language): string {
  return file.reason === 'unreadable' ? checkWords[language].unreadable : refusalWords(file.reason, language);
}

/** The outcome for people: each fault once, with its cells, errors first. */
export function printForPeople(file: CheckedFile, language: Language): string {
  const words = checkWords[language];
  if (file.kind === 'refused') return `${file.file}\n  ${refusalOf(file, language)}\n`;
  const errors = file.findings.filter(({ severity }) => severity === 'error').length;
  const lines = [
    `${file.file} · ${file.sheet === null ? '' : `${file.sheet} · `}${words.counts(file.lines, file.invoices)}`,
    ...(file.missing.length > 0 ? [`  ${words.missing(file.missing)}`] : []),
    ...(file.hiddenLines > 0 ? [`  ${words.hidden(file.hiddenLines)}`] : []),
    ...(file.uncalculatedLines > 0 ? [`  ${words.uncalculated(file.uncalculatedLines)}`] : []),
    ...faultsOf(file).flatMap((findings) => faultLines(findings, file, words, language)),
    `  ${words.outcome(errors, file.findings.length - errors)}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** The findings by what is wrong with which column, errors first. */
function faultsOf({ findings }: Checked): readonly (readonly FileFinding[])[] {
  const faults = [...Map.groupBy(findings, ({ code, column }) => `${code} ${column}`).values()];
  const rank = ([first]: readonly FileFinding[]) => (first?.severity === 'error' ? 0 : 1);
  return faults.sort((one, other) => rank(one) - rank(other));
}

function faultLines(
  findings: readonly FileFinding[],
  { sheet }: Checked,
  words: CheckWords,
  language: Language,
): readonly string[] {
  const [first] = findings;
  if (first === undefined) return [];
  const { message, fix } = wordsFor(first, language);
  const cells = findings.slice(0, namedCells).map((finding) => cellOf(finding, sheet));
  const rest = findings.length - cells.length;
  return [
    '',
    `  ${words[first.severity]} · ${cells.join(', ')}${rest > 0 ? ` ${words.more(rest)}` : ''}`,
    `    ${message} ${fix} (${first.code})`,
  ];
}

/** Every finding of every file as a row of CSV, in the order of the files; a file that is not read is a row, too. */
export function printAsCsv(files: readonly CheckedFile[], language: Language): string {
  const words = checkWords[language];
  const rows = files.flatMap((file): readonly (readonly string[])[] => {
    if (file.kind === 'refused') {
      return [[file.file, '', '', '', '', '', words.error, file.reason, refusalOf(file, language), '', '', '']];
    }
    return file.findings.map((finding) => {
      const { message, fix } = wordsFor(finding, language);
      return [
        file.file,
        cellOf(finding, file.sheet),
        String(finding.row),
        finding.invoiceNumber,
        String(finding.element),
        columnOf(finding.column).header,
        words[finding.severity],
        finding.code,
        message,
        fix,
        isRuleCode(finding.code) ? ruleOf(finding.code).citation : '',
        finding.repair ? '1' : '',
      ];
    });
  });
  return printTable([words.headers, ...rows]);
}

/**
 * One object for all files. `findings` has the form of `demo --json`; with several files each finding names its file.
 */
export function printAsJson(files: readonly CheckedFile[], language: Language): string {
  const checked = files.flatMap((file) => (file.kind === 'checked' ? [file] : []));
  const total = (count: (file: Checked) => number) => checked.reduce((sum, file) => sum + count(file), 0);
  const findings = checked.flatMap(({ file, findings: found }) =>
    found.map(({ row, element, severity, code, repair }) => ({
      ...(files.length > 1 ? { file } : {}),
      ...{ row, element, severity, code, repair },
    })),
  );
  const each = files.map((file) =>
    file.kind === 'refused'
      ? { file: file.file, refused: file.reason, message: refusalOf(file, language) }
      : {
          ...{ file: file.file, sheet: file.sheet, lines: file.lines, invoices: file.invoices },
          ...{ findings: file.findings.length, missing: file.missing },
          ...{ hiddenLines: file.hiddenLines, uncalculatedLines: file.uncalculatedLines },
        },
  );
  const [lines, invoices] = [total((file) => file.lines), total((file) => file.invoices)];
  return `${JSON.stringify({ lines, invoices, findings, files: each }, null, 1)}\n`;
}
