import { Ajv2020 } from 'ajv/dist/2020.js';
import * as z from 'zod';
import { checkLines } from '../../src/guidance/check.ts';
import type { LineText } from '../../src/guidance/columns.ts';
import { envelopeLineSchema, type EnvelopeLine } from '../../src/submission/contract.ts';
import type { Figure } from '../figure.ts';
import { contender, milliseconds } from '../measure.ts';
import { sampleFacts, tiledLines, today, type SampleMonth } from '../sample-lines.ts';

const lines = 10_000;
const rounds = 15;

const lineList = z.array(envelopeLineSchema);
const ajv = new Ajv2020({ allErrors: true });
const validate = ajv.compile(z.toJSONSchema(lineList, { io: 'input' }));

/** Checking against every rule, beside reading and validating the same lines in the wire contract's form. */
export default async function checkLinesBenchmark(): Promise<readonly Figure[]> {
  return [await measure('harbor-care-2026-10', 'clean'), await measure('harbor-care-2026-10-dirty', 'dirty')];
}

async function measure(month: SampleMonth, kind: string): Promise<Figure> {
  const wire = JSON.stringify(
    tiledLines(month, lines).map((values, index): EnvelopeLine => {
      return { rowKey: `row-${String(index)}`, values, differences: [] };
    }),
  );
  const parse = () => JSON.parse(wire) as EnvelopeLine[];
  const texts = (): readonly LineText[] => parse().map((line) => line.values);
  const times = await milliseconds(
    {
      ours: contender(texts, (list) => checkLines(list, sampleFacts, today)),
      'JSON.parse': contender(
        () => undefined,
        () => parse(),
      ),
      zod: contender(parse, (list) => lineList.parse(list)),
      ajv: contender(parse, (list) => validate(list)),
    },
    rounds,
  );
  const { ours, ...peers } = times;
  const ratio = ours / peers['JSON.parse'];
  return {
    name: `check ${String(lines)} lines of 58 columns, ${kind} month`,
    unit: 'ms',
    ours,
    peers,
    ratio,
    goal: 'at most 1.5 × JSON.parse',
    met: ratio <= 1.5,
  };
}
