import { encounterSettingsSchema } from '../../../src/encounter/settings.ts';
import type { EndpointOptions } from '../../../src/intake/options.ts';
import { fetchInvoiceHistory, submit } from '../../../src/submission/client.ts';
import type { Envelope } from '../../../src/submission/contract.ts';
import { acknowledgementReceiptSchema, encountersMadeSchema } from '../../../src/submission/encounters.ts';
import { everyScope } from '../../../src/submission/scopes.ts';
import { statusFile } from '../../encounter/support/acknowledgements.ts';
import { sampleProfile } from '../../submission/connections.ts';
import { directoryWithPlanSystem, planSystem } from '../plan-system.ts';
import { get, running, signedIn } from '../running.ts';

const columns = 'Invoice Number,Line,Status,Decision Date,Paid Amount,Adjustments,Reason,Plan Claim Number';

/** How the plan of tests hands encounters on. */
export const deskSettings = encounterSettingsSchema.parse({
  interchange: { sender: 'SAMPLEPLAN', receiver: 'DHCSTEST' },
  submitter: { identifier: 'SHP001', contact: 'EDI desk', phone: '9165550142' },
  receiver: { identifier: 'DHCSTEST' },
  payer: { identifier: 'DHCSTEST' },
});

/** An endpoint whose plan hands encounters on, with what its staff and its provider do there. */
export async function encounterDesk(options: Partial<EndpointOptions> = {}) {
  // A second passes at each look: what comes later has a later id.
  let now = Date.parse('2026-12-10T20:00:00Z');
  const plans = options.plans ?? [sampleProfile];
  const endpoint = await running({
    clock: () => new Date((now += 1000)),
    encounterSettings: new Map([[sampleProfile.id, deskSettings]]),
    identity: { kind: 'embedded', directory: await directoryWithPlanSystem(plans.map(({ id }) => id)) },
    ...options,
  });
  const { connection, token } = await signedIn(endpoint);
  const { token: staffToken } = await signedIn(endpoint, planSystem, everyScope);

  function staffPost(path: string, type = 'application/json', body = '{}') {
    const headers = { 'content-type': type, authorization: `Bearer ${staffToken}` };
    return fetch(`${endpoint.url}/v1${path}`, { method: 'POST', body, headers });
  }

  return {
    ...{ endpoint, connection, token, staffToken, staffPost },

    send: async (sent: Envelope) => {
      const outcome = await submit(sent, connection, { token, wait: 60 });
      if (outcome.kind !== 'received' || outcome.result === null) throw new Error(outcome.kind);
      expect(outcome.result.invoices.flatMap(({ findings }) => findings)).toEqual([]);
      return outcome.submissionId;
    },

    decide: async (...rows: readonly string[]) => {
      const list = [columns, ...rows].join('\n');
      const response = await staffPost('/adjudications?plan=sample-health-plan', 'text/csv', list);
      expect([response.status, await response.json()]).toEqual([
        200,
        { changed: rows.length, unchanged: 0, notTaken: [] },
      ]);
    },

    make: async (usage: 'T' | 'P', more = '') => {
      const response = await staffPost(`/encounters?plan=sample-health-plan&usage=${usage}${more}`);
      const made = encountersMadeSchema.parse(await response.json());
      return {
        status: response.status,
        ...made,
        why: made.held.map(({ invoiceNumber, code }) => `${invoiceNumber} ${code}`),
      };
    },

    acknowledge: async (text: string) => {
      const response = await staffPost('/acknowledgements?plan=sample-health-plan', 'application/edi-x12', text);
      expect(response.status).toBe(200);
      return acknowledgementReceiptSchema.parse(await response.json());
    },

    download: async (id: string): Promise<string> => {
      const response = await get(endpoint, staffToken, `/v1/encounters/${id}`);
      expect(response.status).toBe(200);
      return response.text();
    },

    historyOf: async (invoiceNumber: string) => {
      const answer = await fetchInvoiceHistory(connection, invoiceNumber, { token });
      if (answer.kind !== 'answered') throw new Error(answer.kind);
      return answer.body;
    },
  };
}

/** A 277CA of a batch: each claim with its status, and the receiver's number of it. */
export function statuses(controlNumber: number, claims: readonly (readonly [string, string, string])[]): string {
  const batch = `B${String(controlNumber).padStart(9, '0')}0001`;
  return statusFile(
    'BHT*0085*08*1*20261210*1200*TH',
    'HL*1**20*1',
    'NM1*PR*2*DHCS*****PI*DHCSTEST',
    'TRN*1*1',
    'DTP*050*D8*20261210',
    'DTP*009*D8*20261210',
    'HL*2*1*21*1',
    'NM1*41*2*PLAN*****46*SHP001',
    `TRN*2*${batch}`,
    'STC*A1:19:PR*20261210*WQ*90',
    'HL*3*2*19*1',
    'NM1*85*2*HARBOR*****XX*1291417776',
    ...claims.flatMap(([claim, status, number], place) => [
      `HL*${String(place + 4)}*3*PT`,
      'NM1*QC*1*A*B****MI*9',
      `TRN*2*${claim}`,
      `STC*${status}*20261210*${status.startsWith('A2') ? 'WQ' : 'U'}*45`,
      ...(number === '' ? [] : [`REF*1K*${number}`]),
      'DTP*472*D8*20261016',
    ]),
  );
}
