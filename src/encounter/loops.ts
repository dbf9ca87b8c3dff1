import type { Segment } from './x12/segment-reader.ts';

/** A loop of a guide: its number and what it is about. */
export interface Loop {
  /** For example `2010AA`; `''` for heads and feet. */
  readonly id: string;
  readonly title: string;
}

const head: Loop = { id: '', title: 'Head' };

/** By segment and the element that tells loops apart, in the 837; within a claim some mean another loop. */
const loopsOf837: Readonly<Record<string, Loop>> = {
  'NM1 41': { id: '1000A', title: 'Submitter' },
  'NM1 40': { id: '1000B', title: 'Receiver' },
  'HL 20': { id: '2000A', title: 'Billing provider' },
  'NM1 85': { id: '2010AA', title: 'Billing provider: name and address' },
  'NM1 87': { id: '2010AB', title: 'Billing provider: address for payment' },
  'HL 22': { id: '2000B', title: 'Subscriber' },
  'NM1 IL': { id: '2010BA', title: 'Subscriber: name and address' },
  'NM1 PR': { id: '2010BB', title: 'Payer' },
  'HL 23': { id: '2000C', title: 'Patient' },
  'NM1 QC': { id: '2010CA', title: 'Patient: name and address' },
};

const loopsOfClaim: Readonly<Record<string, Loop>> = {
  'NM1 DN': { id: '2310A', title: 'Referring provider' },
  'NM1 82': { id: '2310B', title: 'Rendering provider' },
  'NM1 77': { id: '2310C', title: 'Place where the service was given' },
  SBR: { id: '2320', title: 'Another payer' },
  'NM1 IL': { id: '2330A', title: 'Another payer: subscriber' },
  'NM1 PR': { id: '2330B', title: 'Another payer: name' },
  LX: { id: '2400', title: 'Service line' },
  SVD: { id: '2430', title: "Service line: another payer's decision" },
};

/** The 837I names the providers of a claim in another order. */
const loopsOfInstitutionalClaim: Readonly<Record<string, Loop>> = {
  ...loopsOfClaim,
  'NM1 71': { id: '2310A', title: 'Attending provider' },
  'NM1 82': { id: '2310D', title: 'Rendering provider' },
  'NM1 77': { id: '2310E', title: 'Place where the service was given' },
  'NM1 DN': { id: '2310F', title: 'Referring provider' },
};

const loopsOf277: Readonly<Record<string, Loop>> = {
  'HL 20': { id: '2000A', title: 'Who answers' },
  'HL 21': { id: '2000B', title: 'Who sent' },
  'HL 19': { id: '2000C', title: 'Billing provider' },
  'HL PT': { id: '2000D', title: 'Patient' },
  SVC: { id: '2220D', title: 'Service line' },
};

const loopsOf835: Readonly<Record<string, Loop>> = {
  'N1 PR': { id: '1000A', title: 'Payer' },
  'N1 PE': { id: '1000B', title: 'Payee' },
  LX: { id: '2000', title: 'Claims' },
  CLP: { id: '2100', title: 'Claim' },
  SVC: { id: '2110', title: 'Service line' },
  PLB: { id: '', title: 'Amounts that belong to no claim' },
};

const loopsOf999: Readonly<Record<string, Loop>> = {
  AK2: { id: '2000', title: 'Transaction set' },
  IK3: { id: '2100', title: 'Segment in error' },
  IK4: { id: '2110', title: 'Element in error' },
  IK5: { id: '2000', title: 'Transaction set: outcome' },
  AK9: { id: '', title: 'Functional group: outcome' },
};

/** What the loops of an 837 are about, by their numbers. */
function titlesOf(claim: Readonly<Record<string, Loop>>): ReadonlyMap<string, string> {
  const loops = [...Object.values(loopsOf837), claimLoop, ...Object.values(claim)];
  return new Map(loops.map(({ id, title }) => [id, title]));
}

const claimLoop: Loop = { id: '2300', title: 'Claim' };
const professionalTitles = titlesOf(loopsOfClaim);
const institutionalTitles = titlesOf(loopsOfInstitutionalClaim);

/**
 * What a loop of an 837 is about, or null where there is no such loop.
 *
 * @param guide ST03
 */
export function loopTitle(id: string, guide: string): string | null {
  return (isInstitutional(guide) ? institutionalTitles : professionalTitles).get(id) ?? null;
}

function isInstitutional(guide: string): boolean {
  return guide.startsWith('005010X223');
}

/** Follows the loops of one transaction set. */
export class LoopFollower {
  readonly #type: string;
  readonly #claimLoops: Readonly<Record<string, Loop>>;
  #inClaim = false;
  #level = '';
  #loop: Loop = head;

  /**
   * @param type ST01
   * @param guide ST03, or GS08
   */
  constructor(type: string, guide: string) {
    this.#type = type;
    this.#claimLoops = isInstitutional(guide) ? loopsOfInstitutionalClaim : loopsOfClaim;
  }

  /** The loop that a segment is in, asked segment by segment. */
  follow({ name, elements }: Pick<Segment, 'name' | 'elements'>): Loop {
    this.#loop = this.#next(name, elements) ?? this.#loop;
    return this.#loop;
  }

  #next(name: string, elements: readonly string[]): Loop | undefined {
    if (name === 'ST') return head;
    if (name === 'SE') return { id: '', title: 'Foot' };
    const isName = name === 'NM1' || name === 'N1';
    const key = name === 'HL' ? `HL ${elements[2] ?? ''}` : isName ? `${name} ${elements[0] ?? ''}` : name;
    switch (this.#type) {
      case '837':
        return this.#next837(name, key);
      case '277':
        if (name === 'HL') this.#level = loopsOf277[key]?.id.slice(-1) ?? '';
        if (name === 'NM1') return { id: `2100${this.#level}`, title: 'Name' };
        if (name === 'TRN') return { id: `2200${this.#level}`, title: 'Status' };
        return loopsOf277[key];
      case '835':
        return loopsOf835[key];
      case '999':
        return loopsOf999[key];
      default:
        return undefined;
    }
  }

  #next837(name: string, key: string): Loop | undefined {
    if (name === 'HL') this.#inClaim = false;
    if (name === 'CLM') {
      this.#inClaim = true;
      return claimLoop;
    }
    return this.#inClaim ? this.#claimLoops[key] : loopsOf837[key];
  }
}

/** What segments are called. */
export const segmentTitles: Readonly<Record<string, string>> = {
  ISA: 'Interchange: from whom, to whom, when',
  IEA: 'End of the interchange',
  TA1: 'Acknowledgement of an interchange',
  GS: 'Functional group',
  GE: 'End of the functional group',
  ST: 'Transaction set',
  SE: 'End of the transaction set',
  BHT: 'Beginning',
  HL: 'Level',
  NM1: 'Name',
  N3: 'Street',
  N4: 'City, state, ZIP code',
  PER: 'Contact',
  PRV: 'Provider',
  REF: 'Reference',
  SBR: 'Subscriber and payer',
  DMG: 'Birth date and sex',
  CLM: 'Claim: number, charge, place, frequency',
  CL1: 'Institutional codes',
  HI: 'Codes',
  LX: 'Line number',
  SV1: 'Professional service: code, charge, units, place, diagnoses',
  SV2: 'Institutional service: revenue code, code, charge, units',
  DTP: 'Date',
  AMT: 'Amount',
  OI: 'Release and assignment',
  SVD: 'Decision: payer, paid, code, units',
  CAS: 'Adjustment: group, reason, amount',
  NTE: 'Note',
  AK1: 'Functional group that is answered',
  AK2: 'Transaction set that is answered',
  IK3: 'Segment: name, place, loop, error',
  CTX: 'Context',
  IK4: 'Element: place, error',
  IK5: 'Outcome of the transaction set',
  AK9: 'Outcome of the functional group',
  TRN: 'Trace number',
  STC: 'Status',
  QTY: 'Quantity',
  SVC: 'Service: code, charge, paid, units',
  BPR: 'Payment: amount, way, day',
  N1: 'Name',
  DTM: 'Date',
  CLP: 'Claim: number, status, charge, paid, number of the payer',
  MIA: 'Remarks on the stay',
  MOA: 'Remarks on the claim',
  LQ: 'Remark on the service line',
  PLB: 'Amounts between payer and provider',
};

/** What qualifiers mean, by segment and first element. */
export const qualifierTitles: Readonly<Record<string, string>> = {
  'REF EI': "Employer's number (TIN)",
  'REF SY': 'Social security number (TIN)',
  'REF G1': 'Authorization number',
  'REF F8': "Receiver's number of the claim before",
  'REF D9': 'Control number',
  'REF EA': 'Medical record number',
  'REF 6R': 'Number of the service line',
  'DTP 472': 'Day or days of service',
  'DTP 434': 'Days of the statement',
  'DTP 573': 'Day of the decision',
  'AMT D': 'Paid by the other payer',
  'NM1 41': 'Submitter',
  'NM1 40': 'Receiver',
  'NM1 85': 'Billing provider',
  'NM1 IL': 'Member',
  'NM1 PR': 'Payer',
  'NM1 82': 'Rendering provider',
  'NM1 77': 'Place of service',
  'NM1 71': 'Attending provider',
  'NM1 DN': 'Referring provider',
  'HL 22': 'Level: subscriber',
  'HL 21': 'Level: who sent',
  'HL 19': 'Level: billing provider',
  'HL PT': 'Level: patient',
  'REF 1K': "Receiver's number of the claim",
  'REF FJ': 'Number of the service line',
  'DTM 405': 'Day of the file',
  'DTM 472': 'Day of service',
  'N1 PR': 'Payer',
  'N1 PE': 'Payee',
  'NM1 QC': 'Member',
  'LQ HE': 'Remark on the service line',
};
