import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { WorkbookRefused } from '../../../src/xlsx/read/refused.ts';
import { XmlScanner } from '../../../src/xlsx/read/xml-scanner.ts';
import { attributesOf } from '../../../src/xlsx/read/xml-text.ts';
import '../../support/proofs.ts';

/** What happened in a document, text joined between tags. */
type Events = readonly unknown[];

function joinTexts(events: readonly (readonly [kind: string, ...rest: unknown[]])[]): Events {
  const joined: (readonly [string, ...unknown[]])[] = [];
  for (const event of events) {
    const last = joined.at(-1);
    if (event[0] === 'text' && last?.[0] === 'text')
      joined[joined.length - 1] = ['text', `${String(last[1])}${String(event[1])}`];
    else if (event[0] !== 'text' || event[1] !== '') joined.push(event);
  }
  return joined;
}

/** Ours, in pieces of these lengths. */
function scan(xml: string, pieces: readonly number[] = []): Events {
  const events: [string, ...unknown[]][] = [];
  const scanner = new XmlScanner({
    wantsText: true,
    open: (name, raw) => events.push(['open', name, Object.fromEntries(attributesOf(raw))]),
    close: (name) => events.push(['close', name]),
    text: (text) => events.push(['text', text]),
  });
  let at = 0;
  for (const length of pieces) {
    scanner.write(xml.slice(at, at + length));
    at += length;
  }
  scanner.write(xml.slice(at));
  scanner.end();
  return joinTexts(events);
}

/** The maintained parser's. */
function parse(xml: string): Events {
  const events: [string, ...unknown[]][] = [];
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('declared');
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    events.push(['open', name, { ...attributes }]);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    events.push(['close', name]);
  });
  for (const kind of ['text', 'cdata'] as const) {
    parser.on(kind, (text) => {
      if (depth > 0) events.push(['text', text]);
    });
  }
  parser.write(xml).close();
  return joinTexts(events);
}

const name = fc.constantFrom('a', 'c', 'row', 'x:v', 'is', 'a-1', 'r.2');
const text = fc
  .array(
    fc.constantFrom(
      'x',
      ' ',
      '\n',
      '\r\n',
      '\t',
      'é',
      '·',
      '𝄞',
      '>',
      '&lt;',
      '&amp;',
      '&#10;',
      '&#x41;',
      '&quot;',
      "'",
      '"',
      '/',
      '=',
    ),
  )
  .map((parts) => parts.join(''));
const attribute = fc
  .tuple(fc.constantFrom(' ', '\n  ', '\t'), fc.constantFrom('=', ' = ', '= '), text, fc.constantFrom('"', "'"))
  .map(
    ([space, equals, value, quote]) =>
      (key: string) =>
        `${space}${key}${equals}${quote}${value.replaceAll(quote, '')}${quote}`,
  );
const attributes = fc
  .array(attribute, { maxLength: 3 })
  .map((makers) => makers.map((make, index) => make(['r', 's', 'x:t'][index] ?? '')).join(''));
const between = fc.oneof(
  text,
  text.map((inner) => `<![CDATA[${inner.replaceAll(']]>', '')}]]>`),
  fc.constantFrom('<!-- a > b -->', '<?pi a="<"?>', '<!---->'),
);
const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
  content: fc.array(fc.oneof(between, tie('element')), { maxLength: 4 }).map((parts) => parts.join('')),
  element: fc.oneof(
    { maxDepth: 4 },
    fc.tuple(name, attributes).map(([tag, raw]) => `<${tag}${raw}/>`),
    fc.tuple(name, attributes, tie('content')).map(([tag, raw, inner]) => `<${tag}${raw}>${inner}</${tag} >`),
  ),
}));
const document = fc
  .tuple(
    fc.constantFrom('', '<?xml version="1.0" encoding="UTF-8"?>\n'),
    element,
    fc.constantFrom('', '\n<!-- end -->\n'),
  )
  .map((parts) => parts.join(''));
const pieces = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 60 });

test('law: tags, attributes and texts are those of saxes, however the pieces fall', () => {
  fc.assert(
    fc.property(document, pieces, (xml, lengths) => {
      expect(scan(xml, lengths)).toEqual(parse(xml));
    }),
  );
});

test('law: whatever is there instead is refused, or read as saxes reads it', () => {
  const spoiled = fc
    .tuple(
      document,
      fc.nat(),
      fc.nat({ max: 8 }),
      fc.constantFrom('', '<', '>', '"', '&', '</a>', ']]>', '<!DOCTYPE a>', '<!'),
    )
    .map(([xml, at, length, instead]) => {
      const from = at % xml.length;
      // Halves of characters do not come out of UTF-8.
      return (xml.slice(0, from) + instead + xml.slice(from + length)).toWellFormed();
    });
  fc.assert(
    fc.property(spoiled, pieces, (xml, lengths) => {
      let events: Events;
      try {
        events = scan(xml, lengths);
      } catch (error) {
        expect(error).toBeInstanceOf(WorkbookRefused);
        return;
      }
      let theirs: Events;
      try {
        theirs = parse(xml);
      } catch {
        // What saxes finds fault with beyond the nesting of tags does no harm here.
        return;
      }
      expect(events).toEqual(theirs);
    }),
  );
});
