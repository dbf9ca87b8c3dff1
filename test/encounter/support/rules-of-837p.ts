/**
 * What independent validators ask of an 837P, and what they let through and DHCS does not: written apart from the
 * writer, with no code of its own. Gives what is broken, in words; nothing where all holds.
 */
export function brokenRules(text: string): readonly string[] {
  const broken: string[] = [];
  const say = (rule: string, holds: boolean) => {
    if (!holds && !broken.includes(rule)) broken.push(rule);
  };
  say('ASCII upper case, no line ends, no byte order mark', /^[ -_{-~]*$/.test(text));
  say('ISA has 106 characters', text.startsWith('ISA*') && text[105] === '~' && text[104] === ':');
  say('the file ends with a terminator', text.endsWith('~'));
  const segments = text
    .slice(0, -1)
    .split('~')
    .map((segment) => segment.split('*'));
  const at = (segment: readonly string[] | undefined, place: number) => segment?.[place] ?? '';
  for (const segment of segments) {
    const [name = ''] = segment;
    say('every segment has an element', segment.length > 1);
    if (name === 'ISA') continue;
    say('no empty element at an end', segment.at(-1) !== '');
    say('no data element holds ^', !segment.some((element) => element.includes('^')));
    say(
      'no space at an end of an element',
      segment.every((element) => element.trim() === element),
    );
    if (!['CLM', 'HI', 'SV1', 'SVD'].includes(name)) {
      say('components only where they belong', !segment.some((element) => element.includes(':')));
    }
  }
  const [isa, gs] = segments;
  const [ge, iea] = segments.slice(-2);
  say('ISA06 and ISA08 have 15 characters', at(isa, 6).length === 15 && at(isa, 8).length === 15);
  say('ISA13 is IEA02, nine digits', /^\d{9}$/.test(at(isa, 13)) && at(isa, 13) === at(iea, 2));
  say('GS06 is GE02, unpadded', /^[1-9]\d*$/.test(at(gs, 6)) && at(gs, 6) === at(ge, 2));
  say('ISA15 is T or P', ['T', 'P'].includes(at(isa, 15)));
  const heads = segments.flatMap((segment, place) => (segment[0] === 'ST' ? [place] : []));
  say('GE01 counts transaction sets', at(ge, 1) === String(heads.length));
  say('ST02 is unique', new Set(heads.map((place) => at(segments[place], 2))).size === heads.length);
  const claimNumbers: string[] = [];
  for (const [index, head] of heads.entries()) {
    const set = segments.slice(head, heads[index + 1] ?? -2);
    checkSet(set, at(gs, 8), claimNumbers, say);
  }
  say('CLM01 is unique', new Set(claimNumbers).size === claimNumbers.length);
  return broken;
}

type Say = (rule: string, holds: boolean) => void;

function checkSet(set: readonly (readonly string[])[], guide: string, claimNumbers: string[], say: Say): void {
  const [st] = set;
  const se = set.at(-1);
  say('ST02 is SE02', st?.[2] === se?.[2]);
  say('ST03 is GS08', st?.[3] === guide);
  say('SE01 counts', se?.[0] === 'SE' && se[1] === String(set.length));
  say('one BHT, CCYYMMDD', /^20\d{6}$/.test(set[1]?.[4] ?? ''));
  let hierarchy = 0;
  let billing = 0;
  let claims = 0;
  for (const segment of set) {
    if (segment[0] !== 'HL') continue;
    hierarchy += 1;
    say('HL counts from 1', segment[1] === String(hierarchy));
    if (segment[3] === '20') {
      billing = hierarchy;
      say('HL of a provider has children', segment[2] === '' && segment[4] === '1');
    } else say('HL of a subscriber hangs below its provider', segment[2] === String(billing) && segment[4] === '0');
  }
  let from = -1;
  set.forEach((segment, place) => {
    const [name] = segment;
    if (name === 'CLM' || name === 'HL' || name === 'SE') {
      if (from >= 0) {
        claims += 1;
        checkClaim(set.slice(from, place), claimNumbers, say);
      }
      from = name === 'CLM' ? place : -1;
    }
    if (name === 'NM1') checkName(segment, set[place + 1], set[place + 2], say);
    if (name === 'N3') say('N301 has at most 55', (segment[1] ?? '').length <= 55);
    if (name === 'N4') checkPlace(segment, say);
    if (name === 'DMG') say('DMG is whole', /^\d{8}$/.test(segment[2] ?? '') && /^[FMU]$/.test(segment[3] ?? ''));
    if (name === 'PER') say('PER04 is ten digits', /^\d{10}$/.test(segment[4] ?? ''));
  });
  say('at most 5,000 claims in a set, and at least one', claims > 0 && claims <= 5000);
}

function checkName(
  segment: readonly string[],
  next: readonly string[] | undefined,
  after: readonly string[] | undefined,
  say: Say,
): void {
  const [, entity = '', , last = '', first = '', , , , qualifier = '', identifier = ''] = segment;
  say('NM103 has 1 to 60', entity === '87' || (last.length >= 1 && last.length <= 60));
  say('NM104 has at most 35', first.length <= 35);
  if (qualifier === 'XX') say('NPI is ten digits with its check digit', isNpi(identifier));
  if (qualifier === 'MI') say('CIN is eight digits and a letter', /^\d{8}[A-Z]$/.test(identifier));
  if (qualifier !== '') say('NM109 has at least two', identifier.length >= 2);
  if (entity === '85' || entity === '77') {
    say('address of a provider', next?.[0] === 'N3' && /^\d{9}$/.test(after?.[3] ?? ''));
  }
}

function checkPlace([, city = '', state = '', zip = '']: readonly string[], say: Say): void {
  say('N401 has 2 to 30', city.length >= 2 && city.length <= 30);
  say('N402 is a state', /^[A-Z]{2}$/.test(state));
  say('N403 is five or nine digits', /^\d{5}(\d{4})?$/.test(zip));
}

function checkClaim(claim: readonly (readonly string[])[], claimNumbers: string[], say: Say): void {
  const [clm] = claim;
  const number = clm?.[1] ?? '';
  claimNumbers.push(number);
  say('CLM01 has at most 20', /^[A-Z0-9-]{1,20}$/.test(number));
  const [place = '', qualifier, frequency] = (clm?.[5] ?? '').split(':');
  say('CLM05 is place, B and frequency', /^\d{2}$/.test(place) && qualifier === 'B' && /^[178]$/.test(frequency ?? ''));
  const of = (name: string, first?: string) =>
    claim.filter((segment) => segment[0] === name && (first === undefined || segment[1] === first));
  const before = claim.slice(
    0,
    Math.max(
      0,
      claim.findIndex(([name]) => name === 'HI'),
    ),
  );
  const originals = before.filter(([name, kind]) => name === 'REF' && kind === 'F8');
  say('REF*F8 exactly with 7 and 8', originals.length === (frequency === '1' ? 0 : 1));
  const diagnoses = (of('HI')[0] ?? []).slice(1).map((each) => each.split(':'));
  say('one HI with 1 to 12 diagnoses', of('HI').length === 1 && diagnoses.length >= 1 && diagnoses.length <= 12);
  say(
    'ABK, then ABF',
    diagnoses.every(([kind], index) => kind === (index === 0 ? 'ABK' : 'ABF')),
  );
  say(
    'diagnoses without dots',
    diagnoses.every(([, code]) => /^[A-Z]\d[A-Z0-9]{1,5}$/.test(code ?? '')),
  );
  say('no diagnosis twice', new Set(diagnoses.map(([, code]) => code)).size === diagnoses.length);
  const numbers = of('LX').map((segment) => segment[1]);
  say(
    'LX counts from 1 to at most 50',
    numbers.every((each, index) => each === String(index + 1)),
  );
  say('1 to 50 lines', numbers.length >= 1 && numbers.length <= 50);
  const services = of('SV1');
  say('an SV1 for each LX', services.length === numbers.length);
  const total = services.reduce((sum, segment) => sum + cents(segment[2], say), 0);
  say('CLM02 is the sum of SV102', cents(clm?.[2], say) === total);
  for (const [, procedure = '', , unit, units = '', , , pointers = ''] of services) {
    say('HC, a code and at most four modifiers', /^HC:[A-V]\d{4}(:[A-Z0-9]{2}){0,4}$/.test(procedure));
    say('modifiers once, U first', /^HC:[^:]+:U/.test(procedure) && !/:(..)(:..)*:\1(:|$)/.test(procedure));
    say('units', unit === 'UN' && /^(0|[1-9]\d{0,7})(\.\d{1,3})?$/.test(units) && Number(units) > 0);
    const pointed = pointers.split(':');
    say('one to four pointers', pointed.length <= 4 && pointers !== '');
    say(
      'pointers to diagnoses that are there',
      pointed.every((each) => Number(each) >= 1 && Number(each) <= diagnoses.length),
    );
  }
  for (const [, kind, form, day = ''] of of('DTP')) {
    if (kind !== '472') continue;
    const [start = '', end = start] = day.split('-');
    say('D8 for a day, RD8 for days', (form === 'D8' && /^\d{8}$/.test(day)) || (form === 'RD8' && start < end));
  }
  checkAdjudication(claim, services, say);
  for (const [, , text = ''] of of('REF')) say('REF02 has 1 to 50', text.length >= 1 && text.length <= 50);
  const lineNumbers = of('REF', '6R').map((segment) => segment[2]);
  say('REF*6R for each line, once', new Set(lineNumbers).size === numbers.length);
}

function checkAdjudication(
  claim: readonly (readonly string[])[],
  services: readonly (readonly string[])[],
  say: Say,
): void {
  const paid = claim.filter(([name]) => name === 'SVD');
  if (paid.length === 0) {
    say('no AMT*D before the decision', !claim.some(([name]) => name === 'AMT'));
    return;
  }
  say('an SVD for each SV1', paid.length === services.length);
  let line = -1;
  let rest = 0;
  let sum = 0;
  for (const segment of claim) {
    if (segment[0] === 'SV1') {
      say('SVD02 and CAS make SV102', rest === 0);
      line += 1;
      rest = cents(services[line]?.[2], say);
    } else if (segment[0] === 'SVD') {
      sum += cents(segment[2], say);
      rest -= cents(segment[2], say);
    } else if (segment[0] === 'CAS') {
      say('at most six adjustments in a CAS', segment.length <= 20);
      for (let place = 3; place < segment.length; place += 3) rest -= cents(segment[place], say);
    }
  }
  say('SVD02 and CAS make SV102', rest === 0);
  say('AMT*D is the sum of SVD02', cents(claim.find(([name]) => name === 'AMT')?.[2], say) === sum);
}

function cents(text: string | undefined, say: Say): number {
  const form =
    /^(-?)(0|[1-9]\d{0,7})(?:\.(\d[1-9]|[1-9]))?$/.exec(text ?? '') ?? /^(-?)(0)\.(0[1-9])$/.exec(text ?? '');
  // The sum of a claim may have more digits than one line.
  say('an amount without zeros that say nothing', form !== null);
  return form === null ? NaN : Math.round(Number(text) * 100);
}

function isNpi(text: string): boolean {
  if (!/^[12]\d{9}$/.test(text)) return false;
  const digits = Array.from(`80840${text}`).reverse().map(Number);
  const sum = digits.reduce((total, digit, place) => {
    const counted = place % 2 === 1 ? digit * 2 : digit;
    return total + (counted > 9 ? counted - 9 : counted);
  }, 0);
  return sum % 10 === 0;
}
