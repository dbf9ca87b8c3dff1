import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openInvoiceWorkbook } from '../../../src/excel/open-invoice-workbook.ts';
import type { PlanConnection } from '../../../src/submission/connection.ts';
import { createCommands, type Commands } from '../../../src/taskpane/effects/commands.ts';
import type { Ports } from '../../../src/taskpane/effects/ports.ts';
import { effectContext } from '../../../src/taskpane/effects/effect-context.ts';
import { initialState, type PaneState } from '../../../src/taskpane/state/pane-state.ts';
import type { PaneEvent } from '../../../src/taskpane/state/pane-event.ts';
import { reduce } from '../../../src/taskpane/state/reduce.ts';
import { createStore, type Store } from '../../../src/taskpane/state/store.ts';
import { english } from '../../../src/taskpane/words/english.ts';
import { connect } from '../../submission/connections.ts';
import { openExcel, type OpenExcel } from '../../support/excel.ts';
import { startFaultProxy, type FaultProxy } from '../../support/fault-proxy.ts';
import { sampleContents } from '../../support/sample-contents.ts';
import { Screen } from '../../taskpane/support/screen.tsx';
import { farProfile, formerProfile } from './far-profile.ts';

/** A plan's endpoint in a process of its own, behind a network that fails where a test says so. */
export interface FarPlan {
  readonly network: FaultProxy;
  readonly plan: PlanConnection;
  /** The plan as a registry named it before. */
  readonly formerPlan: PlanConnection;
  /** An access token of the demo machine. */
  readonly token: string;
  close(): Promise<void>;
}

interface Served {
  readonly url: string;
  readonly facts: Parameters<typeof connect>[0];
  readonly token: string;
}

/** Starts the sample plan's endpoint. */
export async function startFarPlan(): Promise<FarPlan> {
  const script = join(import.meta.dirname, 'serve-far-plan.ts');
  const endpoint = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = (await Promise.race([
    once(createInterface({ input: endpoint.stdout }), 'line'),
    once(endpoint, 'exit').then(() => ['null']),
  ])) as [string];
  const served = JSON.parse(line) as Served | null;
  if (served === null) throw new Error('The endpoint did not start.');
  const network = await startFaultProxy(served.url);
  return {
    network,
    plan: await connect({ ...served.facts, endpoint: network.url, profile: farProfile }),
    formerPlan: await connect({ ...served.facts, endpoint: network.url, profile: formerProfile }),
    token: served.token,
    close: async () => {
      await network.close();
      const gone = once(endpoint, 'exit');
      endpoint.stdin.end();
      await gone;
    },
  };
}

/** The instant at which the tests' biller sits there: after the sample month. */
export const billersNow = new Date('2026-11-24T17:00:00Z');

/** A pane on its screen, over Microsoft's own Office.js and the workbench's Excel. */
export interface PaneOnExcel {
  readonly excel: OpenExcel;
  readonly screen: Screen;
  readonly store: Store<PaneState, PaneEvent>;
  /** Clicks within this Excel, and waits until the pane is done with what the click began. */
  click(name: string | RegExp): Promise<void>;
  /** Clicks, and comes back while what the click began still runs. */
  begin(name: string | RegExp): Promise<void>;
  goTo(step: PaneState['step']): Promise<void>;
  /** Takes the pane down as Excel does when it is closed: nothing is told to it. */
  close(): Promise<void>;
}

let invoiceNumbers = 6_000_000_000;
let usedEntries = 0;

/** An Excel with the plan's template, Setup, Members and a few lines under invoice numbers of their own. */
export async function filledWorkbook(
  { plan }: Pick<FarPlan, 'plan'>,
  options: { readonly lines?: number; readonly excel?: Parameters<typeof openExcel>[0] } = {},
): Promise<OpenExcel> {
  const excel = await openExcel(options.excel);
  const sample = sampleContents(plan.profile);
  invoiceNumbers += 1_000;
  const count = options.lines ?? 3;
  // A service is accepted once: each workbook of a file has lines of its own.
  const entries = sample.entries
    .slice(usedEntries, usedEntries + count)
    .map((entry, index) => ({ ...entry, invoiceNumber: String(invoiceNumbers + index) }));
  usedEntries += count;
  await excel.run(async () => {
    await excel.workbook.install(plan.profile, 20);
    await excel.workbook.writeSetup(sample.setup);
    await excel.workbook.writeMembers(
      sample.members.filter(({ memberCin }) => entries.some((entry) => entry.memberCin === memberCin)),
    );
    await excel.workbook.appendLines(entries);
  });
  return excel;
}

/** Opens the pane on a workbook; parts of what is outside of it may be replaced. */
export async function openPaneOn(far: FarPlan, excel: OpenExcel, ports: Partial<Ports> = {}): Promise<PaneOnExcel> {
  const store = createStore(reduce, { ...initialState, start: 'ready' });
  const context = effectContext(store, {
    workbook: openInvoiceWorkbook({
      waitingForCell: (awaiting) => {
        store.dispatch({ type: 'cellAwaited', awaiting });
      },
    }),
    readPlans: () => Promise.resolve({ kind: 'known', plans: [far.plan] }),
    readDiagnosisList: () => Promise.resolve(null),
    signIn: () =>
      Promise.resolve({ kind: 'signedIn', token: { token: far.token, usableUntil: Number.MAX_SAFE_INTEGER } }),
    readInWorker: () => Promise.resolve(null),
    saveFile: () => undefined,
    surroundings: impatient(),
    mayCall: () => true,
    now: () => billersNow,
    words: english,
    ...ports,
  });
  const commands: Commands = createCommands(context);
  const screen = await excel.run(() => Screen.show({ store, commands }));
  const idle = (): boolean => store.getState().busy === null;
  const pane: PaneOnExcel = {
    excel,
    screen,
    store,
    click: (name) =>
      excel.run(async () => {
        await screen.click('button', name);
        await screen.until(idle);
      }),
    begin: (name) => excel.run(() => screen.click('button', name)),
    goTo: (step) =>
      screen.after(() => {
        store.dispatch({ type: 'stepChosen', step });
      }),
    close: () => screen.close(),
  };
  await excel.run(async () => {
    await screen.after(() => commands.open());
    await screen.until(idle);
  });
  return pane;
}

/** Tries again without a pause, and gives up after a few tries: the client's clock goes twenty seconds at each look. */
function impatient(): Ports['surroundings'] {
  let clock = 0;
  return { now: () => (clock += 20_000), sleep: () => Promise.resolve(), random: () => 0 };
}
