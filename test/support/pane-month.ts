import { readFileSync } from 'node:fs';
import { signInAndSubmit } from '../../scripts/pane-screens.ts';
import type { OpenWorkbench } from './workbench-page.ts';

/** The header row and the first lines of the sample month, as CSV. */
export function sampleRows(lines: number): string {
  const text = readFileSync(new URL('../../plans/sample/harbor-care-2026-10.csv', import.meta.url), 'utf8');
  return text
    .split(/\r?\n/)
    .slice(0, lines + 1)
    .join('\n');
}

/** Adds the sheets, takes a list with its provider in by paste, and completes Setup. */
export async function fillMonth({ pane }: OpenWorkbench, list: string): Promise<void> {
  await pane.getByRole('button', { name: 'Add the invoice sheets' }).click();
  await pane.getByText('The invoice sheets are in the workbook.').waitFor();
  await pane.getByRole('tab', { name: /^Fill/ }).click();
  await pane.getByRole('button', { name: 'Import a list' }).click();
  await pane.getByLabel(/paste rows/).fill(list);
  await pane.getByRole('button', { name: 'Preview' }).click();
  await pane.getByRole('button', { name: /^Add \d+ lines?$/ }).click();
  await pane.getByText(/lines? added/).waitFor();
  await pane.getByRole('tab', { name: /^Set up/ }).click();
  await pane.getByLabel('Invoice date for new lines').fill('11/02/2026');
  await pane.getByRole('checkbox', { name: /^We have no system/ }).check();
  await pane.getByRole('button', { name: 'Save', exact: true }).click();
  await pane.getByText('Saved to the Setup sheet.').waitFor();
}

/** Goes to Submit, signs in with the demo account and submits; waits until the receipt is written. */
export async function submitMonth({ page, pane }: OpenWorkbench): Promise<void> {
  await pane.getByRole('tab', { name: /^Submit/ }).click();
  await signInAndSubmit(pane, page);
}
