import * as z from 'zod';
import { createRoot } from 'react-dom/client';
import { openInvoiceWorkbook } from '../excel/open-invoice-workbook.ts';
import { officePane, startOffice } from '../excel/office-pane.ts';
import { civilDateAt } from '../guidance/civil-date.ts';
import { Pane, loadAllScreens } from './components/pane.tsx';
import { appearanceFrom } from './effects/appearance.ts';
import { createCommands, loadAllParts } from './effects/commands.ts';
import { readDiagnosisList } from './effects/diagnosis-lists.ts';
import { readPlans } from './effects/plan-registry.ts';
import { saveFile } from './effects/save-file.ts';
import { connectPolicy } from './effects/connect-policy.ts';
import { idleLimit, signOutIdle, watchIdle } from './effects/idle.ts';
import { effectContext } from './effects/effect-context.ts';
import { readInWorker } from './file-worker/read-in-worker.ts';
import { initialState } from './state/pane-state.ts';
import { reduce } from './state/reduce.ts';
import { createStore } from './state/store.ts';
import { wordsFor } from './words/choose-words.ts';
import './taskpane.css';

// The compiled parsers of zod would need `unsafe-eval`.
z.config({ jitless: true });

/** Milliseconds that Office.js has to become ready. */
const officeDeadline = 15_000;

/** The lowest requirement set that has everything that the pane cannot do without. */
const requirement = { set: 'ExcelApi', version: '1.9' };

const fetchHere: typeof globalThis.fetch = (input, init) => globalThis.fetch(input, init);
const now = (): Date => new Date();
const afterwards = (milliseconds: number, call: () => void): (() => void) => {
  const timer = setTimeout(call, milliseconds);
  return () => {
    clearTimeout(timer);
  };
};
const here = (file: string): string => new URL(file, globalThis.location.href).href;
const startFileWorker = (): Worker => new Worker(new URL('./file-worker/file-worker.ts', import.meta.url));

async function run(): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) return;
  const store = createStore(reduce, initialState);
  const office = await startOffice(officeDeadline);
  const pane = office === 'excel' ? officePane() : null;
  const words = await wordsFor(pane?.displayLanguage ?? navigator.language);
  document.documentElement.lang = words.language;
  document.title = words.title;

  const policy = connectPolicy(document);
  const context = effectContext(store, {
    workbook: openInvoiceWorkbook({
      waitingForCell: (awaiting) => {
        store.dispatch({ type: 'cellAwaited', awaiting });
      },
    }),
    readPlans: async () => {
      const plans = await readPlans({
        address: here('plan-registry.jws'),
        key: process.env['CALAIM_REGISTRY_KEY'] ?? '',
        fetch: fetchHere,
        now,
      });
      policy.narrow(plans);
      return plans;
    },
    readDiagnosisList: (reference) => readDiagnosisList(reference, { address: here(reference.file), fetch: fetchHere }),
    readInWorker: (task, signal) => readInWorker(startFileWorker, task, signal),
    signIn: async (plan, signal) => {
      if (pane === null) return { kind: 'failed', reason: 'blocked' };
      const { signIn } = await import('./sign-in/sign-in.ts');
      const around = { signInPage: here('sign-in.html'), openDialog: pane.openDialog, fetch: fetchHere, now };
      return signIn(plan, around, signal);
    },
    mayCall: policy.allows,
    surroundings: {},
    saveFile: (file) => {
      saveFile(file, document);
    },
    now,
    words,
  });
  const commands = createCommands(context);
  const idle = watchIdle(
    { now: () => Date.now(), after: afterwards },
    idleLimit,
    () => store.getState().busy !== null,
    () => {
      signOutIdle(context);
    },
  );
  for (const sign of ['pointerdown', 'keydown', 'input'] as const) {
    document.addEventListener(sign, idle.active, { capture: true, passive: true });
  }
  const appearance = appearanceFrom(pane?.background ?? null, (query) => globalThis.matchMedia(query));
  const tools = { store, commands, words, today: () => civilDateAt(now()) };
  createRoot(root).render(<Pane tools={tools} appearance={appearance} />);

  if (pane === null) store.dispatch({ type: 'started', start: office === 'missing' ? 'officeMissing' : 'notExcel' });
  else if (!pane.supports(requirement.set, requirement.version)) store.dispatch({ type: 'started', start: 'tooOld' });
  else {
    store.dispatch({ type: 'started', start: 'ready' });
    await commands.open();
    await Promise.all([loadAllParts(), loadAllScreens()]);
  }
}

void run();
