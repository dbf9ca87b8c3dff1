import { manyInvoices } from '../../submission/envelopes.ts';
import { encounterDesk, statuses } from './encounter-desk.ts';

const { acknowledge, decide, download, historyOf, make, send } = await encounterDesk();

const [accepted = '', ...others] = Array.from({ length: 6 }, (_, place) => String(4_100_000_000 + place));
await send(manyInvoices(6, 4_100_000_000));

test('what a receiver accepted it may reject with a later answer: state and finding on the line', async () => {
  await decide(`${accepted},1,paid,12/10/2026,45.00,,,`);
  const { controlNumber = 0 } = (await make('P')).files[0] ?? {};
  const acceptance = statuses(controlNumber, [[accepted, 'A2:20', 'DHCS-8']]);
  expect(await acknowledge(acceptance)).toMatchObject({ accepted: 1, rejected: 0 });
  const later = statuses(controlNumber, [[accepted, 'A7:249', '']]);
  expect(await acknowledge(later)).toMatchObject({ accepted: 0, rejected: 1 });
  const { encounter, submissions } = await historyOf(accepted);
  expect(encounter).toBe('rejected');
  const steps = submissions[0]?.steps.filter(({ of }) => of === 'encounter') ?? [];
  expect(steps.map(({ state }) => state)).toEqual(['written', 'accepted', 'rejected']);
  expect(steps.at(-1)).toMatchObject({
    findings: [{ reason: 'A7:249', rule: null, column: 'placeOfService' }],
  });
  // Either answer again changes nothing.
  for (const answer of [later, acceptance]) {
    expect(await acknowledge(answer)).toMatchObject({ accepted: 0, rejected: 0 });
  }
  expect((await historyOf(accepted)).encounter).toBe('rejected');
});

test('more invoices than a request takes: each request goes on where the one before ended, past what waits', async () => {
  // The first two wait: their amounts do not come to the charge.
  await decide(...others.map((number, place) => `${number},1,paid,12/10/2026,${place < 2 ? '1.00' : '45.00'},,,`));
  for (const usage of ['T', 'P'] as const) {
    const written: string[] = [];
    const why: string[] = [];
    let requests = 0;
    for (let more: string | null = ''; more !== null; requests += 1) {
      expect(requests).toBeLessThan(9);
      const made = await make(usage, `&most=2${more}`);
      why.push(...made.why);
      for (const { id } of made.files) {
        written.push(
          ...(await download(id))
            .split('~CLM*')
            .slice(1)
            .map((claim) => claim.slice(0, 10)),
        );
      }
      more = made.next === null ? null : `&after=${made.next}`;
    }
    expect(requests).toBe(3);
    expect(written).toEqual(others.slice(2));
    expect(why).toEqual(others.slice(0, 2).map((number) => `${number} ADJUDICATION_UNBALANCED`));
  }
});
