import type { WorkbookContents } from '../../excel/invoice-workbook.ts';
import type { CivilDate } from '../../guidance/civil-date.ts';
import { groupInvoices } from '../../submission/invoices.ts';
import { filledColumns, type ColumnMapping } from '../../workbook/import/column-mapping.ts';
import { previewImport, type ImportPreview } from '../../workbook/import/preview-import.ts';
import type { SourceList } from '../../workbook/import/source-list.ts';
import type { ProviderSetup } from '../../workbook/model.ts';
import type { Plan } from './plans.ts';
import { factsOf } from './rules.ts';

/** What the biller decides before the lines are added. */
export interface ImportChoices {
  /** Apply the repairs of form that are offered. */
  readonly repair: boolean;
  /** Put the list's billing provider and sites on Setup. */
  readonly takeSetup: boolean;
}

/** A list that was read, with what was decided about it. */
export interface ImportDraft {
  readonly list: SourceList;
  readonly mapping: ColumnMapping;
  /** What the headers alone tell: where the mapping differs, the workbook keeps it for next month's list. */
  readonly byHeaders: ColumnMapping;
  /** What the workbook kept of earlier lists; null where it was not asked, since the headers tell everything. */
  readonly kept: readonly ColumnMapping[] | null;
  readonly choices: ImportChoices;
}

/** What an import writes, and what is to be said of it beforehand. */
export interface ImportOutcome extends ImportPreview {
  readonly invoices: number;
}

/** The usual choices: repairs yes, Setup only where it is still blank and the list has something for it. */
export function usualChoices(mapping: ColumnMapping, setup: ProviderSetup): ImportChoices {
  const isBlank = Object.values(setup.billing).every((text) => text === '');
  return { repair: true, takeSetup: isBlank && filledColumns(mapping).has('billingProviderNpi') };
}

/** Works out what an import would do to the workbook. Nothing is written here. */
export function importOutcome(
  { list, mapping, choices }: ImportDraft,
  contents: WorkbookContents,
  plan: Plan,
  today: CivilDate,
): ImportOutcome {
  const ground = {
    profile: plan.profile,
    facts: factsOf(plan),
    today,
    setup: contents.setup,
    members: contents.members,
    present: contents.lines.map(({ text }) => text),
  };
  const decisions = { repairs: choices.repair ? 'all' : [], takeSetup: choices.takeSetup } as const;
  const preview = previewImport(list, mapping, ground, decisions);
  return { ...preview, invoices: groupInvoices(preview.lines).length };
}
