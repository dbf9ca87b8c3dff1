import { columnOf } from '../../guidance/columns.ts';
import type { Language } from '../../guidance/messages/words.ts';
import { printCents } from '../../guidance/money.ts';
import { placeWords } from '../../encounter/acknowledgement/place-words.ts';
import { reasonText, type ReturnedFinding } from '../../encounter/acknowledgement/returned-finding.ts';
import { returnedWords } from '../../encounter/acknowledgement/returned-words.ts';
import type { InvoiceStanding } from '../../encounter/acknowledgement/standings.ts';
import { problemSentence } from '../../encounter/x12/problem-words.ts';
import type { AcknowledgementOutcome } from './acknowledgement-outcome.ts';
import { standingWords } from './standing-words.ts';

/** Where each invoice stands, for people: those with something to do first. */
export function printStandings(outcome: AcknowledgementOutcome, language: Language): string {
  const words = standingWords[language];
  const lines = [
    ...outcome.problems.map(({ file, problem }) => `!! ${file}: ${problemSentence(problem)}`),
    ...outcome.unmatched.map(({ kind, reference }) => `!! ${words.unmatched(words.kinds[kind], reference)}`),
    ...outcome.faults.map(({ file, fault }) => `${file}: ${placeWords(fault)}`),
    ...withFindingsFirst(outcome.invoices).flatMap((invoice) => [
      headline(invoice, language),
      ...invoice.findings.flatMap((finding) => findingLines(finding, language)),
    ]),
    words.sum(
      new Map([...Map.groupBy(outcome.invoices, ({ state }) => state)].map(([state, of]) => [state, of.length])),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

/** The same for machines. Findings hold codes and places, and never the value of a cell. */
export function printStandingsAsJson(outcome: AcknowledgementOutcome, language: Language): string {
  const json = {
    problems: outcome.problems.map(({ file, problem }) => ({
      file,
      code: problem.code,
      element: problem.element ?? null,
      segment: problem.segment,
      character: problem.offset + 1,
    })),
    faults: outcome.faults.map(({ file, fault }) => ({ file, code: fault.code, place: placeWords(fault) })),
    unmatched: outcome.unmatched,
    invoices: outcome.invoices.map(({ findings, ...invoice }) => ({
      ...invoice,
      findings: findings.map((finding) => ({
        code: finding.rule,
        receiverCode: { list: finding.reason.list, code: reasonText(finding.reason) },
        severity: finding.severity,
        line: finding.line,
        column: finding.column,
        element: finding.column === null ? null : columnOf(finding.column).element.number,
        ...returnedWords(finding, language),
      })),
    })),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

function withFindingsFirst(invoices: readonly InvoiceStanding[]): readonly InvoiceStanding[] {
  return [
    ...invoices.filter(({ findings }) => findings.length > 0),
    ...invoices.filter(({ findings }) => findings.length === 0),
  ];
}

function headline(
  { invoiceNumber, billingNpi, state, paidCents, claims }: InvoiceStanding,
  language: Language,
): string {
  const words = standingWords[language];
  const theirs = claims.map(({ receiverNumber }) => receiverNumber).filter((number) => number !== '');
  return [
    `${invoiceNumber}  ${words.states[state]}`,
    words.billingNpi(billingNpi),
    ...(paidCents === null ? [] : [words.paid(`${paidCents < 0 ? '-' : ''}${printCents(Math.abs(paidCents))}`)]),
    ...(theirs.length === 0 ? [] : [words.receiverNumber(theirs.join(', '))]),
  ].join(' · ');
}

function findingLines(finding: ReturnedFinding, language: Language): readonly string[] {
  const words = standingWords[language];
  const { message, fix } = returnedWords(finding, language);
  const place = [
    words.severities[finding.severity],
    ...(finding.line === null ? [] : [words.line(finding.line)]),
    ...(finding.column === null ? [] : [columnOf(finding.column).header]),
  ].join(' · ');
  const codes = [...(finding.rule === null ? [] : [finding.rule]), reasonText(finding.reason)].filter(Boolean);
  return [`  ${place}`, `    ${message} ${fix}${codes.length === 0 ? '' : ` (${codes.join(', ')})`}`];
}
