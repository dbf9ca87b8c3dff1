import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState, type ReactElement } from 'react';
import type { WorkbookContents } from '../../../excel/invoice-workbook.ts';
import { columnOf } from '../../../guidance/columns.ts';
import { repairWords } from '../../../guidance/messages/words.ts';
import type { RepairCode } from '../../../guidance/repair.ts';
import { cellName, changedIn, type FilledCell } from '../../../workbook/filled-cell.ts';
import type { SheetRepair } from '../../../workbook/sheet-repairs.ts';
import { wantedRepairs, type RepairPreview } from '../../state/repairs-state.ts';
import type { Words } from '../../words/english.ts';
import { Action, Actions } from '../actions.tsx';
import { useCommands, useDispatch, useWords } from '../pane-context.tsx';
import { RepairedText } from '../repaired-text.tsx';
import { Section } from '../section.tsx';
import { ShowMore } from '../show-more.tsx';

const useStyles = makeStyles({
  text: { margin: 0 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  item: { paddingBlock: tokens.spacingVerticalXXS },
});

/** Repairs of a kind that are shown at once. */
const page = 10;

interface RepairPreviewPartProps {
  readonly preview: RepairPreview;
  readonly contents: WorkbookContents;
}

/** What repairs would change, before and after, by kind. They are made only when a person says so here. */
export function RepairPreviewPart({ preview, contents }: RepairPreviewPartProps): ReactElement {
  const styles = useStyles();
  const words = useWords();
  const commands = useCommands();
  const dispatch = useDispatch();
  const kinds = useMemo(() => byKind(preview.repairs), [preview.repairs]);
  const wanted = wantedRepairs(preview).length;
  return (
    <Section level={2} title={words.repairs.title} text={words.repairs.text} arrives>
      {[...kinds].map(([code, repairs]) => (
        <RepairKind
          key={code}
          code={code}
          repairs={repairs}
          contents={contents}
          wanted={!preview.without.includes(code)}
          alone={kinds.size === 1}
        />
      ))}
      <p className={styles.text}>{words.repairs.undoHint}</p>
      <Actions>
        <Action primary disabled={wanted === 0} onClick={() => void commands.makeRepairs()}>
          {words.repairs.make(wanted)}
        </Action>
        <Action
          onClick={() => {
            dispatch({ type: 'repairsDropped' });
          }}
        >
          {words.common.back}
        </Action>
      </Actions>
    </Section>
  );
}

function byKind(repairs: readonly SheetRepair[]): ReadonlyMap<RepairCode, readonly SheetRepair[]> {
  const kinds = new Map<RepairCode, SheetRepair[]>();
  for (const repair of repairs) {
    const kind = kinds.get(repair.code);
    if (kind === undefined) kinds.set(repair.code, [repair]);
    else kind.push(repair);
  }
  return kinds;
}

interface RepairKindProps {
  readonly code: RepairCode;
  readonly repairs: readonly SheetRepair[];
  readonly contents: WorkbookContents;
  readonly wanted: boolean;
  /** Whether there is no other kind, so that there is nothing to choose. */
  readonly alone: boolean;
}

function RepairKind({ code, repairs, contents, wanted, alone }: RepairKindProps): ReactElement {
  const styles = useStyles();
  const words = useWords();
  const dispatch = useDispatch();
  const [shown, setShown] = useState(page);
  const title = `${repairWords(code, words.rules)} · ${words.repairs.count(repairs.length)}`;
  return (
    <Section title={title}>
      {alone ? null : (
        <Checkbox
          label={words.repairs.wanted}
          aria-label={`${words.repairs.wanted}: ${title}`}
          checked={wanted}
          onChange={(_, data) => {
            dispatch({ type: 'repairKindChosen', code, wanted: data.checked === true });
          }}
        />
      )}
      <ul className={styles.list}>
        {repairs.slice(0, shown).flatMap((repair) =>
          changedIn(repair).map(({ cell, before, after }) => (
            <li key={cellName(cell)} className={styles.item}>
              <RepairedText name={nameOf(cell, contents, words)} before={before} after={after} />
            </li>
          )),
        )}
      </ul>
      <ShowMore total={repairs.length} shown={shown} step={Math.max(page, shown)} of={title} onShow={setShown} />
    </Section>
  );
}

/** Where a cell stands, in words. */
function nameOf(cell: FilledCell, { members, setup }: WorkbookContents, words: Words): string {
  const { header } = columnOf(cell.column);
  switch (cell.sheet) {
    case 'invoice':
      return `${words.common.row(cell.row)} · ${header}`;
    case 'members': {
      const member = members[cell.place];
      const name =
        member === undefined
          ? ''
          : words.setUp.memberName(member.memberLastName, member.memberFirstName, member.memberCin);
      return `${words.setUp.members} · ${name} · ${header}`;
    }
    case 'sites':
      return `${words.setUp.title} · ${setup.sites[cell.place]?.renderingProviderName ?? ''} · ${header}`;
    default:
      return `${words.setUp.title} · ${header}`;
  }
}
