import type { WorkbookContents } from '../../excel/invoice-workbook.ts';
import type { CivilDate } from '../../guidance/civil-date.ts';
import type { RepairCode } from '../../guidance/repair.ts';
import { groupInvoices } from '../../submission/invoices.ts';
import { filledColumns, type ColumnMapping } from '../../workbook/import/column-mapping.ts';
import { previewImport, type ImportPreview, type ImportProgress } from '../../workbook/import/preview-import.ts';
import type { SourceList } from '../../workbook/import/source-list.ts';
import type { ProviderSetup } from '../../workbook/model.ts';
import type { SlicedWork } from '../../workbook/slices.ts';
import type { Plan } from './plans.ts';
import { factsOf } from './rules.ts';

/** What a list is opened for: its lines, or its members, as from the plan's authorizations. */
export type ImportPurpose = 'lines' | 'members';

/** What the biller decides before anything is added. */
export interface ImportChoices {
  /** Kinds of repairs of form that are not made. */
  readonly without: readonly RepairCode[];
  /** Put the list's billing provider and sites on Setup. */
  readonly takeSetup: boolean;
  /** Add a line for each row; otherwise only the members are taken. */
  readonly takeLines: boolean;
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

/** The usual choices: every repair, Setup only where it is still blank and the list has something for it. */
export function usualChoices(purpose: ImportPurpose, mapping: ColumnMapping, setup: ProviderSetup): ImportChoices {
  const isBlank = Object.values(setup.billing).every((text) => text === '');
  const takeLines = purpose === 'lines';
  return {
    without: [],
    takeSetup: takeLines && isBlank && filledColumns(mapping).has('billingProviderNpi'),
    takeLines,
  };
}

/** Works out what an import would do to the workbook. Nothing is written here. */
export function* importOutcome(
  { list, mapping, choices }: ImportDraft,
  contents: WorkbookContents,
  plan: Plan,
  today: CivilDate,
  progress?: ImportProgress,
): SlicedWork<ImportOutcome> {
  const ground = {
    profile: plan.profile,
    facts: factsOf(plan),
    today,
    setup: contents.setup,
    members: contents.members,
    present: contents.lines.map(({ text }) => text),
  };
  const preview = yield* previewImport(list, mapping, ground, choices, progress);
  yield;
  return { ...preview, invoices: choices.takeLines ? groupInvoices(preview.lines).length : 0 };
}
