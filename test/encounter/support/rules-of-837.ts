/**
 * What X12, the guides and DHCS ask of files of 837P and 837I, with what independent validators let through: written
 * apart from the writer, with no code of its own. A rule is its name.
 */
export const rules = [
  // The file and its envelopes
  'upper case of ASCII, no line ends, no byte order mark',
  'ISA has 106 characters with its terminator',
  'ISA06 and ISA08 are padded to 15',
  'ISA13 has nine digits and is IEA02',
  'ISA15 is T or P',
  'GS06 is GE02, unpadded',
  'GS08 is a guide: 005010X222A1 or 005010X223A2',
  'GE01 and IEA01 count',
  'ST02 is SE02',
  'ST02 is unique in the file',
  'ST03 is GS08',
  'SE01 counts from ST to SE',
  'BHT has a number, CCYYMMDD, HHMM, and RP or CH',
  'at least one claim in a transaction set, and at most 5,000',
  // Segments
  'no segment of its name alone',
  'no empty element at an end',
  'no delimiter in data, and components only in composites',
  'no space at an end of an element',
  // Hierarchy
  'HL counts from 1 in each transaction set',
  'HL 20 is a root with children, HL 22 hangs below it without',
  'claims of one provider in a row share their HL 20, and of one member their HL 22',
  // Parties
  'NM103 has 1 to 60 characters, NM104 at most 35, N301 at most 55, N401 2 to 30',
  'NPI has ten digits and its check digit',
  'TIN has nine digits, without a dash',
  'taxonomy has ten letters and digits',
  'N402 is a state, not ZZ',
  'ZIP codes have five or nine digits without a hyphen',
  'a billing provider has street, city, state and ZIP code of nine digits',
  'PER04 is ten digits',
  'a subscriber has CIN, N3, N4 and DMG',
  'a birth date is not in the future',
  'identifiers of NM109 have at least two characters',
  // Claims
  'CLM01 has at most 20 characters',
  'CLM01 is unique in the file',
  'CLM02 is the sum of the lines, to the cent',
  'amounts have no zeros or points that say nothing',
  'CLM05 of an 837P is a place of service, B and a frequency',
  'CLM05-3 is 1, 7 or 8',
  'REF*F8 exactly with frequency 7 and 8',
  'REF02 has 1 to 50 characters',
  'one principal diagnosis, and at most 12 in an 837P',
  'diagnoses have the shape of ICD-10-CM, without dots',
  'no diagnosis twice',
  // Lines
  'LX counts from 1 in each claim',
  'at most 50 lines of a claim in an 837P, 999 in an 837I',
  'SV1 in an 837P, SV2 in an 837I, one for each LX',
  'a procedure code of HCPCS Level II, the U modifier first, at most four modifiers, none twice',
  'units are above zero, with at most three decimals and without zeros that say nothing',
  'one to four pointers, each to a diagnosis that is there',
  'dates are CCYYMMDD: D8 for a day, RD8 for days that run forward',
  'REF*6R tells the lines of a claim apart, and keeps their order',
  // 837I
  'CLM05 of an 837I is a type of bill, A and a frequency',
  'an 837I has DTP*434 from the first day to the last',
  'an 837I has CL1, whole',
  'an 837I has an attending provider with NPI',
  'revenue codes have four digits',
  'an 837I has neither place of service, pointers, nor authorizations on lines',
  // The plan's decision
  'no amount of the plan before its decision on every line',
  'what was paid and what was taken off make the charge',
  'AMT*D is the sum of what was paid',
  'at most six adjustments in a CAS, each with group, reason and amount',
  // Several files
  'control numbers are never used twice',
  'no service line twice: member, provider, day, code and modifiers',
] as const;

/** A rule, by its name. */
export type RuleOf837 = (typeof rules)[number];

type Segment = readonly string[];
type Say = (rule: RuleOf837, holds: boolean) => void;

/** Which rules files break, in the list's order; they are all files that one plan sent. */
export function brokenRules(...texts: readonly string[]): readonly RuleOf837[] {
  const broken = new Set<RuleOf837>();
  const say: Say = (rule, holds) => {
    if (!holds) broken.add(rule);
  };
  const numbers = new Set<string>();
  const services = new Map<string, string>();
  for (const text of texts) {
    const number = text.slice(90, 99);
    say('control numbers are never used twice', !numbers.has(number));
    numbers.add(number);
    new FileCheck(text, say, services).check();
  }
  return rules.filter((rule) => broken.has(rule));
}

const composites = new Set(['CLM', 'HI', 'SV1', 'SV2', 'SVD']);

class FileCheck {
  readonly #text: string;
  readonly #say: Say;
  readonly #services: Map<string, string>;
  readonly #claimNumbers = new Set<string>();
  #isProfessional = true;
  #day = '';

  constructor(text: string, say: Say, services: Map<string, string>) {
    this.#text = text;
    this.#say = say;
    this.#services = services;
  }

  check(): void {
    const text = this.#text;
    const say = this.#say;
    say('upper case of ASCII, no line ends, no byte order mark', /^[ -_{-~]*$/.test(text));
    say(
      'ISA has 106 characters with its terminator',
      /^ISA\*.{2}\*.{10}\*.{2}\*.{10}\*.{2}\*.{15}\*.{2}\*.{15}\*\d{6}\*\d{4}\*\^\*00501\*\d{9}\*0\*.\*:~GS\*/.test(
        text,
      ) && text[105] === '~',
    );
    const segments = text.split('~').map((segment) => segment.split('*'));
    segments.pop();
    for (const segment of segments) this.#segment(segment);
    const [isa, gs] = segments;
    const [ge, iea] = segments.slice(-2);
    say('ISA06 and ISA08 are padded to 15', at(isa, 6).length === 15 && at(isa, 8).length === 15);
    say('ISA13 has nine digits and is IEA02', /^\d{9}$/.test(at(isa, 13)) && at(isa, 13) === at(iea, 2));
    say('ISA15 is T or P', /^[TP]$/.test(at(isa, 15)));
    say('GS06 is GE02, unpadded', /^[1-9]\d*$/.test(at(gs, 6)) && at(gs, 6) === at(ge, 2));
    say('GS08 is a guide: 005010X222A1 or 005010X223A2', ['005010X222A1', '005010X223A2'].includes(at(gs, 8)));
    this.#isProfessional = at(gs, 8) === '005010X222A1';
    this.#day = at(gs, 4);
    const heads = segments.flatMap((segment, place) => (segment[0] === 'ST' ? [place] : []));
    say('GE01 and IEA01 count', at(ge, 1) === String(heads.length) && at(iea, 1) === '1');
    say('ST02 is unique in the file', new Set(heads.map((place) => at(segments[place], 2))).size === heads.length);
    for (const [index, head] of heads.entries()) this.#set(segments.slice(head, heads[index + 1] ?? -2), at(gs, 8));
  }

  #segment(segment: Segment): void {
    const [name = ''] = segment;
    const say = this.#say;
    say('no segment of its name alone', segment.length > 1);
    if (name === 'ISA') return;
    say('no empty element at an end', segment.at(-1) !== '');
    say('no space at an end of an element', !segment.some((element) => element.trim() !== element));
    say(
      'no delimiter in data, and components only in composites',
      !segment.some((element) => element.includes('^') || (element.includes(':') && !composites.has(name))),
    );
  }

  #set(set: readonly Segment[], version: string): void {
    const say = this.#say;
    const [st, bht] = set;
    const se = set.at(-1);
    say('ST02 is SE02', at(st, 2) === at(se, 2) && /^\d{4,9}$/.test(at(st, 2)));
    say('ST03 is GS08', at(st, 3) === version);
    say('SE01 counts from ST to SE', at(se, 0) === 'SE' && at(se, 1) === String(set.length));
    say(
      'BHT has a number, CCYYMMDD, HHMM, and RP or CH',
      /^BHT\*0019\*00\*[^*]{1,50}\*20\d{6}\*\d{4}\*(RP|CH)$/.test(bht?.join('*') ?? ''),
    );
    let hierarchy = 0;
    let billing = 0;
    let claims = 0;
    let provider = '';
    let member = '';
    const claim = { from: -1, cin: '', npi: '' };
    set.forEach((segment, place) => {
      const [name, first = '', second = ''] = segment;
      if (name === 'CLM' || name === 'HL' || name === 'SE') {
        if (claim.from >= 0) {
          claims += 1;
          this.#claim(set.slice(claim.from, place), claim);
        }
        claim.from = name === 'CLM' ? place : -1;
      }
      if (name === 'HL') {
        hierarchy += 1;
        say('HL counts from 1 in each transaction set', first === String(hierarchy));
        const level = until(set, place + 1, ['HL', 'CLM', 'SE']);
        const isProvider = segment[3] === '20';
        if (isProvider) billing = hierarchy;
        say(
          'HL 20 is a root with children, HL 22 hangs below it without',
          isProvider ? second === '' && segment[4] === '1' : second === String(billing) && segment[4] === '0',
        );
        const content = level.map((each) => each.join('*')).join('~');
        say(
          'claims of one provider in a row share their HL 20, and of one member their HL 22',
          content !== (isProvider ? provider : member),
        );
        if (isProvider) {
          provider = content;
          member = '';
          claim.npi = this.#provider(level);
        } else {
          member = content;
          claim.cin = this.#subscriber(level);
        }
      }
      this.#party(segment, set[place + 1]);
    });
    say('at least one claim in a transaction set, and at most 5,000', claims > 0 && claims <= 5000);
  }

  /** @returns the NPI */
  #provider(level: readonly Segment[]): string {
    const say = this.#say;
    const of = finder(level);
    const [name] = of('NM1', '85');
    const [street, ...others] = of('N3');
    const [place] = of('N4');
    say(
      'a billing provider has street, city, state and ZIP code of nine digits',
      of('NM1', '85').length === 1 && street !== undefined && others.length <= 1 && /^\d{9}$/.test(at(place, 3)),
    );
    const taxes = [...of('REF', 'EI'), ...of('REF', 'SY')];
    say('TIN has nine digits, without a dash', taxes.length === 1 && /^\d{9}$/.test(at(taxes[0], 2)));
    say(
      'taxonomy has ten letters and digits',
      of('PRV').every((each) => /^[0-9A-Z]{10}$/.test(at(each, 3))),
    );
    return at(name, 9);
  }

  /** @returns the CIN */
  #subscriber(level: readonly Segment[]): string {
    const say = this.#say;
    const of = finder(level);
    const [name] = of('NM1', 'IL');
    const [birth] = of('DMG');
    const whole = of('N3').length === 1 && of('N4').length === 1 && /^\d{8}$/.test(at(birth, 2));
    say(
      'a subscriber has CIN, N3, N4 and DMG',
      whole && /^[FMU]$/.test(at(birth, 3)) && at(name, 8) === 'MI' && /^\d{8}[A-Z]$/.test(at(name, 9)),
    );
    say('a birth date is not in the future', at(birth, 2) <= this.#day);
    return at(name, 9);
  }

  #party(segment: Segment, next: Segment | undefined): void {
    const say = this.#say;
    const lengths = 'NM103 has 1 to 60 characters, NM104 at most 35, N301 at most 55, N401 2 to 30';
    switch (at(segment, 0)) {
      case 'NM1': {
        const [, entity = '', , last = '', first = '', , , , qualifier = '', identifier = ''] = segment;
        say(lengths, (entity === '87' || last.length >= 1) && last.length <= 60 && first.length <= 35);
        if (qualifier === 'XX') say('NPI has ten digits and its check digit', isNpi(identifier));
        if (qualifier !== '') say('identifiers of NM109 have at least two characters', identifier.length >= 2);
        if (entity === '77') say(lengths, next?.[0] === 'N3');
        return;
      }
      case 'N3':
        say(lengths, at(segment, 1).length <= 55);
        return;
      case 'N4':
        say(lengths, at(segment, 1).length >= 2 && at(segment, 1).length <= 30);
        say('N402 is a state, not ZZ', /^[A-Z]{2}$/.test(at(segment, 2)) && at(segment, 2) !== 'ZZ');
        say('ZIP codes have five or nine digits without a hyphen', /^\d{5}(\d{4})?$/.test(at(segment, 3)));
        return;
      case 'PER':
        say('PER04 is ten digits', /^\d{10}$/.test(at(segment, 4)));
        return;
    }
  }

  #claim(claim: readonly Segment[], { cin, npi }: { readonly cin: string; readonly npi: string }): void {
    const say = this.#say;
    const isProfessional = this.#isProfessional;
    const of = finder(claim);
    const [clm] = claim;
    const number = at(clm, 1);
    say('CLM01 has at most 20 characters', /^[A-Z0-9-]{1,20}$/.test(number));
    say('CLM01 is unique in the file', !this.#claimNumbers.has(number));
    this.#claimNumbers.add(number);
    const [place = '', qualifier, frequency = ''] = at(clm, 5).split(':');
    say('CLM05-3 is 1, 7 or 8', /^[178]$/.test(frequency));
    if (isProfessional) {
      say('CLM05 of an 837P is a place of service, B and a frequency', /^\d{2}$/.test(place) && qualifier === 'B');
    } else {
      say('CLM05 of an 837I is a type of bill, A and a frequency', /^[1-9]\d$/.test(place) && qualifier === 'A');
    }
    const head = claim.slice(
      0,
      claim.findIndex(([name]) => name === 'HI'),
    );
    const originals = head.filter(([name, kind]) => name === 'REF' && kind === 'F8').length;
    say('REF*F8 exactly with frequency 7 and 8', originals === (frequency === '1' ? 0 : 1));
    for (const reference of of('REF')) {
      say('REF02 has 1 to 50 characters', at(reference, 2).length >= 1 && at(reference, 2).length <= 50);
    }
    const diagnoses = this.#diagnoses(of('HI'));
    const services = of(isProfessional ? 'SV1' : 'SV2');
    const numbers = of('LX').map((segment) => at(segment, 1));
    say(
      'LX counts from 1 in each claim',
      numbers.length > 0 && numbers.every((each, index) => each === String(index + 1)),
    );
    say('at most 50 lines of a claim in an 837P, 999 in an 837I', numbers.length <= (isProfessional ? 50 : 999));
    say(
      'SV1 in an 837P, SV2 in an 837I, one for each LX',
      services.length === numbers.length && of(isProfessional ? 'SV2' : 'SV1').length === 0,
    );
    const chargePlace = isProfessional ? 2 : 3;
    const total = services.reduce((sum, segment) => sum + this.#cents(at(segment, chargePlace)), 0);
    say('CLM02 is the sum of the lines, to the cent', this.#cents(at(clm, 2)) === total);
    for (const service of services) this.#service(service, diagnoses);
    this.#days(claim, of);
    if (!isProfessional) this.#institutional(of, claim);
    this.#lineNumbers(
      of('REF', '6R').map((segment) => at(segment, 2)),
      numbers.length,
    );
    this.#decision(
      claim,
      services.map((segment) => this.#cents(at(segment, chargePlace))),
    );
    this.#duplicates(claim, cin, npi);
  }

  #diagnoses(segments: readonly Segment[]): number {
    const say = this.#say;
    const codes = segments.flatMap((segment) => segment.slice(1).map((each) => each.split(':')));
    const diagnoses = codes.filter(([kind]) => kind === 'ABK' || kind === 'ABF');
    say(
      'one principal diagnosis, and at most 12 in an 837P',
      diagnoses[0]?.[0] === 'ABK' &&
        diagnoses.slice(1).every(([kind]) => kind === 'ABF') &&
        (!this.#isProfessional || (segments.length === 1 && diagnoses.length <= 12)) &&
        segments.every((segment) => segment.length <= 13),
    );
    say(
      'diagnoses have the shape of ICD-10-CM, without dots',
      diagnoses.every(([, code = '']) => /^[A-Z]\d[A-Z0-9]{1,5}$/.test(code)),
    );
    say('no diagnosis twice', new Set(diagnoses.map(([, code]) => code)).size === diagnoses.length);
    return diagnoses.length;
  }

  #service(segment: Segment, diagnoses: number): void {
    const say = this.#say;
    const [procedure = '', unit = '', units = ''] = this.#isProfessional
      ? [segment[1], segment[3], segment[4]]
      : [segment[2], segment[4], segment[5]];
    say(
      'a procedure code of HCPCS Level II, the U modifier first, at most four modifiers, none twice',
      /^HC:[A-V]\d{4}:U[A-Z0-9](:[A-Z0-9]{2}){0,3}$/.test(procedure) &&
        !/:(..)(?::..)*:\1(?::|$)/.test(procedure.slice(8)),
    );
    say(
      'units are above zero, with at most three decimals and without zeros that say nothing',
      unit === 'UN' && /^(0|[1-9]\d{0,7})(\.\d{0,2}[1-9])?$/.test(units) && Number(units) > 0,
    );
    if (!this.#isProfessional) {
      say('revenue codes have four digits', /^\d{4}$/.test(at(segment, 1)));
      say('an 837I has neither place of service, pointers, nor authorizations on lines', segment.length === 6);
      return;
    }
    const pointers = at(segment, 7).split(':');
    say(
      'one to four pointers, each to a diagnosis that is there',
      pointers.length <= 4 && pointers.every((each) => /^[1-9]\d?$/.test(each) && Number(each) <= diagnoses),
    );
  }

  #days(claim: readonly Segment[], of: Finder): void {
    const days = of('DTP').map(([, kind, form, day = '']) => {
      const [start = '', end = start] = day.split('-');
      const isDay = form === 'D8' && /^20\d{6}$/.test(day);
      const isSpan = form === 'RD8' && /^20\d{6}-20\d{6}$/.test(day) && (kind === '434' ? start <= end : start < end);
      this.#say('dates are CCYYMMDD: D8 for a day, RD8 for days that run forward', isDay || isSpan);
      return { kind, start, end };
    });
    const services = days.filter(({ kind }) => kind === '472');
    this.#say(
      'dates are CCYYMMDD: D8 for a day, RD8 for days that run forward',
      services.length === claim.filter(([name]) => name === 'LX').length,
    );
    if (this.#isProfessional) return;
    const [statement, ...others] = days.filter(({ kind }) => kind === '434');
    const first = services.map(({ start }) => start).sort()[0];
    const last = services
      .map(({ end }) => end)
      .sort()
      .at(-1);
    this.#say(
      'an 837I has DTP*434 from the first day to the last',
      others.length === 0 && statement?.start === first && statement?.end === last,
    );
  }

  #institutional(of: Finder, claim: readonly Segment[]): void {
    const say = this.#say;
    say('an 837I has CL1, whole', /^CL1\*\d\*[0-9A-Z]\*\d{2}$/.test(of('CL1')[0]?.join('*') ?? ''));
    const [attending] = of('NM1', '71');
    say(
      'an 837I has an attending provider with NPI',
      at(attending, 2) === '1' && at(attending, 8) === 'XX' && isNpi(at(attending, 9)),
    );
    const lines = claim.slice(claim.findIndex(([name]) => name === 'LX'));
    say(
      'an 837I has neither place of service, pointers, nor authorizations on lines',
      !lines.some(([name, kind]) => name === 'REF' && kind === 'G1'),
    );
  }

  #lineNumbers(numbers: readonly string[], count: number): void {
    const places = numbers.map((each) => Number(/^\d{10}-([1-9]\d*)$/.exec(each)?.[1]));
    this.#say(
      'REF*6R tells the lines of a claim apart, and keeps their order',
      numbers.length === count && places.every((place, index) => index === 0 || place === (places[index - 1] ?? 0) + 1),
    );
  }

  #decision(claim: readonly Segment[], charges: readonly number[]): void {
    const say = this.#say;
    const of = finder(claim);
    const decided = of('SVD').length;
    const amounts = of('AMT', 'D');
    say(
      'no amount of the plan before its decision on every line',
      decided === 0 ? amounts.length + of('CAS').length + of('DTP', '573').length === 0 : decided === charges.length,
    );
    if (decided === 0) return;
    let line = -1;
    let rest = 0;
    let paid = 0;
    for (const segment of claim) {
      switch (at(segment, 0)) {
        case 'LX':
          say('what was paid and what was taken off make the charge', rest === 0);
          line += 1;
          rest = charges[line] ?? NaN;
          break;
        case 'SVD':
          paid += this.#cents(at(segment, 2));
          rest -= this.#cents(at(segment, 2));
          break;
        case 'CAS':
          say(
            'at most six adjustments in a CAS, each with group, reason and amount',
            /^CAS\*(CO|PR|OA|PI)(\*[A-Z0-9]{1,5}\*-?[\d.]+(\*(?=\*)|\*?$|\*)){1,6}$/.test(segment.join('*')) &&
              segment.length <= 19,
          );
          for (let place = 3; place < segment.length; place += 3) rest -= this.#cents(at(segment, place));
          break;
      }
    }
    say('what was paid and what was taken off make the charge', rest === 0);
    say('AMT*D is the sum of what was paid', amounts.length === 1 && this.#cents(at(amounts[0], 2)) === paid);
  }

  /** Lines go by the number of their own claim, so that a replacement is no duplicate of what it replaces. */
  #duplicates(claim: readonly Segment[], cin: string, npi: string): void {
    const of = finder(claim);
    if (at(claim[0], 5).split(':')[2] !== '1') return;
    const rendering = at(of('NM1', '82')[0], 9) || at(of('NM1', '77')[0], 9);
    const place = this.#isProfessional ? 1 : 2;
    const services = of(this.#isProfessional ? 'SV1' : 'SV2');
    const days = of('DTP', '472').map((segment) => at(segment, 3).slice(0, 8));
    services.forEach((service, index) => {
      const [, code = '', ...modifiers] = at(service, place).split(':');
      const key = [cin, npi, rendering, days[index], code, ...modifiers.sort()].join(' ');
      this.#say('no service line twice: member, provider, day, code and modifiers', !this.#services.has(key));
      this.#services.set(key, at(claim[0], 1));
    });
  }

  #cents(text: string): number {
    const form = /^-?(0|[1-9]\d*)(\.(\d[1-9]|[1-9]))?$/.test(text) && text !== '-0';
    this.#say('amounts have no zeros or points that say nothing', form);
    return Math.round(Number(text) * 100);
  }
}

type Finder = (name: string, first?: string) => readonly Segment[];

function finder(segments: readonly Segment[]): Finder {
  return (name, first) =>
    segments.filter((segment) => segment[0] === name && (first === undefined || segment[1] === first));
}

function until(segments: readonly Segment[], from: number, ends: readonly string[]): readonly Segment[] {
  const end = segments.findIndex((segment, place) => place >= from && ends.includes(at(segment, 0)));
  return segments.slice(from, end < 0 ? undefined : end);
}

function at(segment: Segment | undefined, place: number): string {
  return segment?.[place] ?? '';
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
