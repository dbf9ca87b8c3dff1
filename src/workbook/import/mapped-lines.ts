import { blankLine, type ColumnKey, type LineText } from '../../guidance/columns.ts';
import type { ColumnMapping } from './column-mapping.ts';
import { splitName } from './import-target.ts';
import type { SourceList } from './source-list.ts';

/**
 * The lines of a list by a mapping, one per row. Cells are taken as they are: trimming is a repair, which is offered. A
 * name that does not come apart stays whole in the last name's cell, so that it is seen and nothing is lost.
 */
export function mappedLines(list: SourceList, mapping: ColumnMapping): readonly LineText[] {
  const targets = mapping.columns.map(({ target }) => target);
  return list.rows.map(({ cells }) => {
    const line: Record<ColumnKey, string> = { ...blankLine };
    targets.forEach((target, place) => {
      const cell = cells[place] ?? '';
      if (target === null || target === 'ignored') return;
      if (target === 'memberName') {
        const name = splitName(cell);
        line.memberFirstName = name?.first ?? '';
        line.memberLastName = name?.last ?? cell;
      } else line[target] = cell;
    });
    return line;
  });
}
