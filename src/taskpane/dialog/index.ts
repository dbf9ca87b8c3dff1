import * as z from 'zod';
import { dialogReady, tellPane } from '../../excel/office-dialog.ts';
import { connectPolicy } from '../effects/connect-policy.ts';
import { readPlans } from '../effects/plan-registry.ts';
import { nextStep } from './sign-in-page.ts';

// The compiled parsers of zod would need `unsafe-eval`.
z.config({ jitless: true });

const fetchHere: typeof globalThis.fetch = (input, init) => globalThis.fetch(input, init);

/** Nobody knows in which language a page that nobody opened is read. */
const strayTexts = [
  { language: 'en', text: 'Open this page from the CalAIM Invoice pane in Excel.' },
  { language: 'es', text: 'Abra esta página desde el panel CalAIM Invoice en Excel.' },
] as const;

function paragraph({ language, text }: (typeof strayTexts)[number]): HTMLElement {
  const element = document.createElement('p');
  element.lang = language;
  element.textContent = text;
  return element;
}

async function run(): Promise<void> {
  const { location } = globalThis;
  const page = `${location.origin}${location.pathname}`;
  const step = await nextStep({
    page,
    search: location.search,
    fetch: fetchHere,
    readPlans: async () => {
      const plans = await readPlans({
        address: new URL('plan-registry.jws', page).href,
        key: process.env['CALAIM_REGISTRY_KEY'] ?? '',
        fetch: fetchHere,
        now: () => new Date(),
      });
      connectPolicy(document).narrow(plans);
      return plans;
    },
  });
  switch (step.kind) {
    case 'go':
      location.replace(step.address);
      return;
    case 'tell':
      await dialogReady();
      tellPane(JSON.stringify(step.answer));
      return;
    case 'stray':
      document.getElementById('root')?.replaceChildren(...strayTexts.map(paragraph));
  }
}

void run();
