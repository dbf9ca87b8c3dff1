import fc from 'fast-check';
import { describedOperations, type DescribedOperation } from '../../src/intake/api/openapi.ts';

/** A request that somebody means badly with, made from the endpoint's own description. */
export interface HostileRequest {
  readonly method: DescribedOperation['method'];
  /** Codes with which it may be refused. */
  readonly documented: DescribedOperation['everyProblem'];
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signedIn: boolean;
  readonly body: Uint8Array<ArrayBuffer> | null;
}

/** Bodies that the endpoint takes, from which others are made. */
export type HonestBodies = readonly Uint8Array[];

const strange = [
  ...['', ' ', '0', '-1', '1e309', '9'.repeat(400), 'null', 'undefined', 'NaN', '__proto__', 'constructor'],
  ...["' OR 1=1 --", '%00', '%', '%E0%A4%A', '../../../etc/passwd', '{{7*7}}', '${7*7}', '<script>', '\u202e', '💥'],
  ...['x'.repeat(5_000), '4100009004', 'sample-health-plan', '01934567-89ab-7def-8123-456789abcdef', 'toString'],
];

const word = fc.oneof(
  fc.constantFrom(...strange),
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

/** Visible ASCII, which is all that a header can be sent with here. */
const headerValue = word.map((text) =>
  text
    .replaceAll(/[^\x20-\x7e]/g, '?')
    .trim()
    .slice(0, 4_000),
);

/** A key of the right form, or anything. */
const idempotencyKey = fc.oneof(fc.constant('0123456789abcdef'.repeat(4)), headerValue);

const anything = fc.json({ maxDepth: 5 }).map((text) => Buffer.from(text));
const deep = fc.integer({ min: 1, max: 50_000 }).map((depth) => Buffer.from('['.repeat(depth)));

/** A body changed in some places: bytes that tip over, pieces that are cut out, doubled or strange. */
function mutated(honest: HonestBodies): fc.Arbitrary<Buffer> {
  const change = fc.record({
    kind: fc.constantFrom('flip', 'cut', 'double', 'insert', 'end'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    size: fc.integer({ min: 1, max: 200 }),
    text: word,
  });
  return fc
    .tuple(fc.constantFrom(...honest), fc.array(change, { minLength: 1, maxLength: 6 }))
    .map(([body, changes]) => {
      let bytes = Buffer.from(body);
      for (const { kind, at, size, text } of changes) {
        const place = Math.floor(at * bytes.length);
        const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
        if (kind === 'flip')
          bytes = Buffer.concat([before, Buffer.from([(after[0] ?? 0) ^ (1 << (size % 8))]), after.subarray(1)]);
        else if (kind === 'cut') bytes = Buffer.concat([before, after.subarray(size)]);
        else if (kind === 'double') bytes = Buffer.concat([before, after.subarray(0, size), after]);
        else if (kind === 'insert') bytes = Buffer.concat([before, Buffer.from(text), after]);
        else bytes = Buffer.from(before);
      }
      return bytes;
    });
}

/** An envelope with one value put in another's place: of its form, and not of its meaning. */
function replaced(envelope: Uint8Array): fc.Arbitrary<Buffer> {
  const text = Buffer.from(envelope).toString('utf8');
  const values = [...text.matchAll(/(?<=:)("[^"]*"|\d+|true|false)/g)];
  return fc.tuple(fc.nat({ max: values.length - 1 }), fc.json({ maxDepth: 2 })).map(([index, json]) => {
    const { index: at = 0, 0: old = '' } = values[index] ?? {};
    return Buffer.from(text.slice(0, at) + json + text.slice(at + old.length));
  });
}

/** Hostile requests to every operation. @param honest an envelope first, then files */
export function hostileRequests(honest: HonestBodies): fc.Arbitrary<HostileRequest> {
  const [envelope = new Uint8Array()] = honest;
  const bodies = fc.oneof(
    { weight: 4, arbitrary: mutated(honest) },
    { weight: 2, arbitrary: replaced(envelope) },
    { weight: 1, arbitrary: anything },
    { weight: 1, arbitrary: deep },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 2_000 }).map((bytes) => Buffer.from(bytes)) },
  );
  // Half of them where bodies are read by the endpoint's own code.
  const ofSubmissions = describedOperations.filter(
    ({ method, path }) => method === 'POST' && path === '/v1/submissions',
  );
  const operations = fc.oneof(fc.constantFrom(...describedOperations), fc.constantFrom(...ofSubmissions));
  return operations.chain((operation) =>
    fc
      .record({
        path: pathOf(operation),
        query: fc.array(fc.tuple(fc.constantFrom(...queryNames(operation)), word), { maxLength: 4 }),
        key: fc.option(idempotencyKey),
        headers: fc.dictionary(
          fc.constantFrom('prefer', 'accept', 'origin', 'if-none-match', 'x-forwarded-for', 'content-encoding'),
          headerValue,
          { maxKeys: 3 },
        ),
        type: fc.oneof(
          { weight: 5, arbitrary: fc.constantFrom(...Object.keys(operation.body ?? { 'application/json': '' })) },
          { weight: 1, arbitrary: headerValue },
        ),
        signedIn: fc.integer({ min: 0, max: 9 }).map((one) => one > 0),
        body: bodies,
      })
      .map(({ path, query, key, headers: others, type, signedIn, body }): HostileRequest => {
        const headers = { ...others, ...(key === null ? {} : { 'idempotency-key': key }) };
        const search = query.map(([name, value]) => `${name}=${encode(value)}`).join('&');
        return {
          ...{ method: operation.method, documented: operation.everyProblem, signedIn },
          path: search === '' ? path : `${path}?${search}`,
          headers: operation.method === 'POST' ? { ...headers, 'content-type': type } : headers,
          body: operation.method === 'POST' ? new Uint8Array(body) : null,
        };
      }),
  );
}

function pathOf({ path }: DescribedOperation): fc.Arbitrary<string> {
  return word.map((text) => path.replace(/\{\w+\}/, encode(text) || '-'));
}

function queryNames({ parameters }: DescribedOperation): readonly string[] {
  return [...parameters.flatMap((each) => (each.in === 'query' ? [each.name] : [])), 'unknown', '__proto__'];
}

/** As an address has it; broken escapes go as they are. */
function encode(text: string): string {
  return /^%[%\w]*$/.test(text) ? text : encodeURIComponent(text.toWellFormed());
}
