import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { createContext, runInContext } from 'node:vm';
import { allRules } from '../../../src/workbench/rules/all-rules.ts';
import { parseProbeAnswers, standing } from '../../../src/workbench/rules/probe-answers.ts';
import { closeWorkbooks, openWorkbook } from './open-workbook.ts';

const folder = new URL('../../../docs/excel-probe/', import.meta.url);
/** The script within the snippet: a block that is indented by four. */
const [, indented = ''] =
  /\n {2}content: \|-\n([\s\S]*?)\ntemplate:/.exec(readFileSync(new URL('probe.yaml', folder), 'utf8')) ?? [];
const script = indented.replaceAll(/^ {4}/gm, '');
const checklist = readFileSync(new URL('checklist.md', folder), 'utf8');
const answers = parseProbeAnswers(readFileSync(new URL('answers.json', folder), 'utf8'));

const inScript = [...script.matchAll(/id: '(H\d\d)',\s+asks:\s+(?:'([^']*)'|"([^"]*)")/g)];
const inChecklist = [...checklist.matchAll(/^\| ([A-Z]\d\d) \| (.*) \|$/gm)];
const questions = new Set(inChecklist.map(([, id]) => id ?? ''));

afterEach(closeWorkbooks);

test('the script that asks a real Excel gets a yes from the workbench to every question', async () => {
  const { office } = await openWorkbook();
  const context = createContext({
    Excel: office.Excel,
    Office: office.Office,
    OfficeExtension: office.OfficeExtension,
    // Nothing is late here: a wait ends as soon as everything that is due has happened.
    setTimeout: (action: () => void) => setTimeout(action, 1),
    console: { log: () => undefined, error: () => undefined },
  });
  const asked = (await runInContext(`${stripTypeScriptTypes(script)}; asked`, context)) as Record<
    string,
    string | null
  >;
  expect(Object.keys(asked)).toHaveLength(inScript.length);
  const { H01: onlyOnTheWeb, ...others } = asked;
  expect(onlyOnTheWeb).toBeNull();
  expect(Object.entries(others).filter(([, answer]) => answer !== 'yes')).toEqual([]);
  expect(office.host.book.sheets.map(({ name }) => name)).toEqual(['Sheet1']);
});

test('the checklist asks what the script asks, in its words', () => {
  const listed = new Map(inChecklist.map(([, id, question]) => [id, question]));
  for (const [, id, single, double] of inScript) expect(listed.get(id)).toBe(single ?? double);
});

test('every question has a place for its answer, and every answer a question', () => {
  expect(Object.keys(answers.answers).sort()).toEqual([...questions].sort());
});

test('every question that an assumption names is on the checklist', () => {
  const asked = allRules.flatMap(({ id, basis }) => ('assumption' in basis ? [[id, basis.probe]] : []));
  expect(asked.filter(([, probe]) => probe !== undefined && !questions.has(probe))).toEqual([]);
});

test('every question of the script is asked for a rule', () => {
  const probes = new Set(allRules.flatMap(({ basis }) => ('assumption' in basis ? [basis.probe] : [])));
  expect(inScript.map(([, id]) => id).filter((id) => !probes.has(id))).toEqual([]);
});

test('no answer of a real Excel contradicts the workbench', () => {
  const contradicted = allRules.filter((rule) => standing(rule, answers) === 'contradicted');
  expect(contradicted.map(({ id }) => id)).toEqual([]);
});

test('rules have ids of their own', () => {
  const ids = allRules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
