import { parseCivilDate } from '../../../src/guidance/civil-date.ts';
import type { LineText } from '../../../src/guidance/columns.ts';
import { planFileRuleCodes, type PlanFileRuleCode } from '../../../src/guidance/rules/plan-files.ts';
import type { AuthorizedService, PlanKnowledge } from '../../../src/intake/plan-files/entries.ts';
import { compareWithPlanFiles } from '../../../src/intake/work/compare-with-plan-files.ts';
import { validLine } from '../../submission/envelopes.ts';

const day = (text: string) => parseCivilDate(text);
const { billingProviderNpi, renderingProviderNpi, memberCin } = validLine;

const service: AuthorizedService = {
  ...{ cin: memberCin, npi: billingProviderNpi, procedureCode: 'H2038', modifiers: ['U6'] },
  ...{ from: day('10/01/2026'), through: day('10/31/2026'), units: 10_000 },
};

/** What finds nothing in the valid line, nor in one with the authorization A-1. */
const knowledge: PlanKnowledge = {
  roster: [
    {
      npi: billingProviderNpi,
      tins: ['946317066'],
      sites: [{ address: '400 Harbor Way, Suite 2', zip: '94601' }],
    },
    {
      npi: renderingProviderNpi,
      tins: ['946317066', '941111111'],
      sites: [{ address: '913 N. Broadway', zip: '941031234' }],
    },
  ],
  eligibility: [
    {
      cin: memberCin,
      spans: [
        [day('10/16/2026'), day('10/20/2026')],
        [day('01/01/2026'), day('10/15/2026')],
        [day('12/01/2026'), null],
      ],
      sex: null,
      address: null,
    },
  ],
  authorizations: [{ number: 'A-1', services: [service] }],
  used: [],
};

function found(
  changes: readonly Partial<LineText>[],
  known: Partial<PlanKnowledge> = {},
  raisedToError: readonly PlanFileRuleCode[] = [],
) {
  const lines = changes.map((change) => ({ ...validLine, ...change }));
  const profile = { raisedToError: [...raisedToError] };
  return compareWithPlanFiles(lines, { ...knowledge, ...known }, profile).findings;
}

const told = (findings: ReturnType<typeof found>) =>
  findings.map(({ code, column, line }) => `${String(line)} ${code} @ ${column}`);

const other = '1558598797';
const authorized = { authorizationNumber: 'a-1' };

test.each<[string, readonly Partial<LineText>[], Partial<PlanKnowledge>, readonly string[]]>([
  ['what the plan knows', [{}, authorized], {}, []],
  [
    'a billing provider that is not',
    [{}],
    { roster: [] },
    [
      'BILLING_PROVIDER_NOT_ON_ROSTER @ billingProviderNpi',
      'RENDERING_PROVIDER_NOT_ON_ROSTER @ renderingProviderNpi',
    ].map((each) => `0 ${each}`),
  ],
  ['a malformed NPI, of which another rule speaks', [{ billingProviderNpi: '12' }], {}, []],
  [
    'another tax number',
    [{ billingProviderTin: '941111111' }],
    {},
    ['0 BILLING_TIN_NOT_ON_ROSTER @ billingProviderTin'],
  ],
  [
    'a tax number where the roster has none',
    [{ billingProviderTin: '941111111' }],
    {
      roster: [
        { npi: billingProviderNpi, tins: [], sites: [] },
        { npi: renderingProviderNpi, tins: [], sites: [] },
      ],
    },
    [],
  ],
  [
    'a rendering provider that is not on it',
    [{ renderingProviderNpi: other, renderingProviderAddress: '400 HARBOR WAY', renderingProviderZip: '94601-1200' }],
    {},
    ['0 RENDERING_PROVIDER_NOT_ON_ROSTER @ renderingProviderNpi'],
  ],
  [
    'a rendering provider without a number',
    [
      {
        renderingProviderNpi: '',
        renderingProviderTin: '',
        renderingProviderAddress: '400 Harbor Wy',
        renderingProviderZip: '94601',
      },
    ],
    {},
    [],
  ],
  ['a second tax number of the rendering provider', [{ renderingProviderTin: '941111111' }], {}, []],
  [
    'another one',
    [{ renderingProviderTin: '942222222' }],
    {},
    ['0 RENDERING_TIN_NOT_ON_ROSTER @ renderingProviderTin'],
  ],
  [
    'a site that is written otherwise',
    [{ renderingProviderAddress: '913 BROADWAY ST #4', renderingProviderZip: '94103' }],
    {},
    [],
  ],
  [
    'another house number',
    [{ renderingProviderAddress: '915 Broadway' }],
    {},
    ['0 RENDERING_SITE_NOT_ON_ROSTER @ renderingProviderAddress'],
  ],
  [
    'another ZIP code',
    [{ renderingProviderZip: '94104' }],
    {},
    ['0 RENDERING_SITE_NOT_ON_ROSTER @ renderingProviderAddress'],
  ],
  [
    'what is of the whole invoice, once',
    [
      { renderingProviderAddress: '1 Elsewhere St' },
      { renderingProviderAddress: '1 Elsewhere St' },
      { renderingProviderAddress: '1 Elsewhere St', invoiceNumber: '4100001002' },
    ],
    {},
    [
      '0 RENDERING_SITE_NOT_ON_ROSTER @ renderingProviderAddress',
      '2 RENDERING_SITE_NOT_ON_ROSTER @ renderingProviderAddress',
    ],
  ],
  [
    'a member that is not the plan’s',
    [{ memberCin: '99073662T' }, { memberCin: '99073662T' }],
    {},
    ['0 MEMBER_NOT_IN_ELIGIBILITY_FILE @ memberCin'],
  ],
  ['a malformed CIN, of which another rule speaks', [{ memberCin: 'nonsense' }], {}, []],
  ['days over two spans that meet', [{ serviceStartDate: '10/14/2026', serviceEndDate: '10/18/2026' }], {}, []],
  [
    'a day after the last',
    [{ serviceStartDate: '10/21/2026', serviceEndDate: '10/21/2026' }],
    {},
    ['0 MEMBER_NOT_ELIGIBLE_ON_DAY @ serviceStartDate'],
  ],
  [
    'days that go beyond a span',
    [{ serviceEndDate: '10/21/2026' }],
    {},
    ['0 MEMBER_NOT_ELIGIBLE_ON_DAY @ serviceStartDate'],
  ],
  ['a day of an open span', [{ serviceStartDate: '12/24/2026', serviceEndDate: '' }], {}, []],
  ['dates that are none, of which another rule speaks', [{ serviceStartDate: 'x' }], {}, []],
  ['no authorization number', [{ authorizationNumber: '' }], { authorizations: [] }, []],
  [
    'an authorization number that the plan never gave',
    [authorized],
    { authorizations: [] },
    ['0 AUTHORIZATION_UNKNOWN @ authorizationNumber'],
  ],
  [
    'that of another member',
    [{ ...authorized, memberCin: '99073662T' }],
    { eligibility: null },
    ['0 AUTHORIZATION_OTHER_MEMBER @ authorizationNumber'],
  ],
  [
    'that of another provider',
    [{ ...authorized, billingProviderNpi: other }],
    { roster: null },
    ['0 AUTHORIZATION_OTHER_PROVIDER @ authorizationNumber'],
  ],
  [
    'that of the rendering provider',
    [authorized],
    { authorizations: [{ number: 'A-1', services: [{ ...service, npi: renderingProviderNpi }] }] },
    [],
  ],
  [
    'that of another service',
    [{ ...authorized, procedureCodeModifier1: 'U5' }],
    {},
    ['0 AUTHORIZATION_OTHER_SERVICE @ authorizationNumber'],
  ],
  ['its service by telephone', [{ ...authorized, procedureCodeModifier2: 'GQ' }], {}, []],
  [
    'that of other days',
    [{ ...authorized, serviceStartDate: '12/01/2026', serviceEndDate: '12/01/2026' }],
    {},
    ['0 AUTHORIZATION_OTHER_DATES @ authorizationNumber'],
  ],
  [
    'one of several that stand under the number',
    [authorized],
    {
      authorizations: [
        {
          number: 'A-1',
          services: [
            { ...service, procedureCode: 'H0043' },
            { ...service, from: null, through: null },
          ],
        },
      ],
    },
    [],
  ],
  [
    'nothing where nothing is loaded',
    [{ ...authorized, memberCin: '99073662T', billingProviderTin: '941111111' }],
    { roster: null, eligibility: null, authorizations: null },
    [],
  ],
])('%s', (_, changes, known, expected) => {
  expect(told(found(changes, known))).toEqual(expected);
});

test('each is a warning, and an error where the plan says so', () => {
  const wrong = { ...authorized, renderingProviderAddress: '1 Elsewhere St', billingProviderTin: '941111111' };
  const severities = (raised: readonly PlanFileRuleCode[]) =>
    found([{ ...wrong, procedureCodeModifier1: 'U5' }], {}, raised).map(({ code, severity }) => `${code} ${severity}`);
  expect(severities([])).toEqual([
    'BILLING_TIN_NOT_ON_ROSTER warning',
    'RENDERING_SITE_NOT_ON_ROSTER warning',
    'AUTHORIZATION_OTHER_SERVICE warning',
  ]);
  expect(severities(['AUTHORIZATION_OTHER_SERVICE', 'BILLING_TIN_NOT_ON_ROSTER'])).toEqual([
    'BILLING_TIN_NOT_ON_ROSTER error',
    'RENDERING_SITE_NOT_ON_ROSTER warning',
    'AUTHORIZATION_OTHER_SERVICE error',
  ]);
});

test('an absent authorization number is nothing, whatever the plan says', () => {
  expect(found([{ authorizationNumber: '' }, { authorizationNumber: ' ' }], {}, planFileRuleCodes)).toEqual([]);
});
