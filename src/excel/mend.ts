import { planFacts } from '../plan/facts.ts';
import type { PlanProfile } from '../plan/profile.ts';
import { invoiceColumns } from '../workbook/invoice-columns.ts';
import { formulaOf } from '../workbook/invoice-formulas.ts';
import type { WorkbookLayout } from '../workbook/layout.ts';
import { templateState } from '../workbook/template-state.ts';
import { workbookLayout } from '../workbook/workbook-layout.ts';
import { formatDamages, formulaDamages, type LocatedDamage } from './damage.ts';
import { rebuild } from './install.ts';
import { ExcelError, type Damage, type RepairOutcome } from './invoice-workbook.ts';
import { loadSheetNames } from './locate.ts';
import { repairInPlace } from './repair.ts';
import type { Batch } from './run.ts';

/** The layout as it should stand in the workbook, with the names that its sheets have now. */
async function presentLayout(
  context: Excel.RequestContext,
  profile: PlanProfile,
  rows: number,
): Promise<{ readonly layout: WorkbookLayout; readonly formulaAt: (column: number, row: number) => string | null }> {
  const loaded = loadSheetNames(context);
  await context.sync();
  const names = loaded.read();
  const offered = planFacts(profile).services;
  const state = await templateState(profile, rows, 1);
  return {
    layout: workbookLayout({ profile, offered, names, rows, state }),
    formulaAt: (column, row) => {
      const found = invoiceColumns[column];
      return found === undefined ? null : formulaOf(found, row, rows);
    },
  };
}

async function locatedDamages(
  context: Excel.RequestContext,
  profile: PlanProfile,
  rows: number,
): Promise<{ readonly layout: WorkbookLayout; readonly damages: readonly LocatedDamage[] }> {
  const { layout, formulaAt } = await presentLayout(context, profile, rows);
  const formats = await formatDamages(context, layout);
  const formulas = await formulaDamages(context, layout, formulaAt);
  return { layout, damages: [...formats, ...formulas] };
}

/** Damage to locks, lists, formats and formulas, one entry per kind and column. */
export async function findDamages(
  context: Excel.RequestContext,
  profile: PlanProfile,
  rows: number,
): Promise<readonly Damage[]> {
  return described((await locatedDamages(context, profile, rows)).damages);
}

function described(damages: readonly LocatedDamage[]): readonly Damage[] {
  const seen = new Map<string, Damage>();
  for (const { kind, column } of damages) seen.set(`${kind} ${column}`, { kind, column });
  return [...seen.values()];
}

/**
 * Mends the template. Where Excel refuses to take the protection off (office-js 6784, or a password that somebody
 * set), a fresh template is built beside the old one, filled, verified, and takes its place.
 */
export async function repairTemplate(
  run: <T>(batch: Batch<T>) => Promise<T>,
  profile: PlanProfile,
  rows: number,
): Promise<RepairOutcome> {
  const { layout, damages } = await run((context) => locatedDamages(context, profile, rows));
  if (damages.length === 0) return { kind: 'nothingToDo' };
  try {
    await run((context) => repairInPlace(context, layout, damages));
    return { kind: 'repaired', damages: described(damages), rebuilt: false };
  } catch (error) {
    if (!(error instanceof ExcelError) || (error.trouble !== 'protected' && error.trouble !== 'unexpected'))
      throw error;
  }
  await run((context) => rebuild(context, profile, rows));
  return { kind: 'repaired', damages: described(damages), rebuilt: true };
}
