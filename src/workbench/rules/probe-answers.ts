import { isAssumption, type Rule } from './rule.ts';

/** `yes`: Excel does what the workbench does. null: nobody has asked yet. */
export type ProbeAnswer = 'yes' | 'no' | null;

/** What a real Excel answered to the questions of `docs/excel-probe`. */
export interface ProbeAnswers {
  /** Which Excel and when, for example `Excel PC 16.0.18000.20000, 2026-11-24`; null before the first answer. */
  readonly excel: string | null;
  /** Answer by number of the question. */
  readonly answers: Readonly<Record<string, ProbeAnswer>>;
}

/**
 * - `documented`: a document states the rule.
 * - `measured`: it was an assumption, and a real Excel said yes.
 * - `assumed`: nobody has asked.
 * - `contradicted`: a real Excel said no; the workbench is wrong.
 */
export type Standing = 'documented' | 'measured' | 'assumed' | 'contradicted';

/** Reads `answers.json`; throws where it is not of that form. */
export function parseProbeAnswers(json: string): ProbeAnswers {
  const { excel = null, answers } = JSON.parse(json) as {
    readonly excel?: string | null;
    readonly answers?: Readonly<Record<string, unknown>>;
  };
  if (answers === undefined) throw new Error('answers.json has no answers.');
  const checked = Object.entries(answers).map(([question, answer]): [string, ProbeAnswer] => {
    if (answer === 'yes' || answer === 'no' || answer === null) return [question, answer];
    throw new Error(`answers.json: the answer to ${question} is none of "yes", "no" and null.`);
  });
  return { excel, answers: Object.fromEntries(checked) };
}

export function standing(rule: Rule, { answers }: ProbeAnswers): Standing {
  if (!isAssumption(rule)) return 'documented';
  const question = 'probe' in rule.basis ? rule.basis.probe : undefined;
  const answer = question === undefined ? null : answers[question];
  if (answer === 'yes') return 'measured';
  return answer === 'no' ? 'contradicted' : 'assumed';
}
