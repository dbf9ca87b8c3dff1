import { Checkbox, makeStyles } from '@fluentui/react-components';
import { type ReactElement } from 'react';
import type { WorkbookContents } from '../../../excel/invoice-workbook.ts';
import { columnOf } from '../../../guidance/columns.ts';
import { memberKeys } from '../../../workbook/geometry.ts';
import { filledColumns } from '../../../workbook/import/column-mapping.ts';
import type { ImportChoices, ImportDraft, ImportOutcome, ImportPurpose } from '../../state/import-preview.ts';
import { Action, Actions } from '../actions.tsx';
import { Notice } from '../notice.tsx';
import { useCommands, useWords } from '../pane-context.tsx';
import { Section } from '../section.tsx';
import { ImportColumnsPart } from './import-columns-part.tsx';
import { ImportFindings } from './import-findings.tsx';
import { ImportRepairs } from './import-repairs.tsx';

const useStyles = makeStyles({ text: { margin: 0 } });

/** Row numbers that are named at most. */
const mostRows = 20;

const memberColumns = new Set<string>(memberKeys);

interface ImportPreviewPartProps {
  readonly draft: ImportDraft;
  readonly outcome: ImportOutcome | null;
  readonly contents: WorkbookContents;
  readonly purpose: ImportPurpose;
}

/** Where the list's columns go, what it would bring, and what to decide about it. */
export function ImportPreviewPart({ draft, outcome, contents, purpose }: ImportPreviewPartProps): ReactElement {
  const words = useWords();
  const commands = useCommands();
  const { choices, mapping } = draft;
  const decide = (change: Partial<ImportChoices>): void => {
    void commands.previewImport({ type: 'importDecided', choices: { ...choices, ...change } });
  };
  const saysMoreThanMembers = [...filledColumns(mapping)].some((key) => !memberColumns.has(key));
  return (
    <Section title={words.import.previewTitle}>
      <div role="status">{outcome === null ? null : <ImportCounts draft={draft} outcome={outcome} />}</div>
      <ImportColumnsPart draft={draft} />
      {purpose === 'members' && saysMoreThanMembers ? (
        <Checkbox
          label={words.import.takeLines}
          checked={choices.takeLines}
          onChange={(_, data) => {
            decide({ takeLines: data.checked === true });
          }}
        />
      ) : null}
      {choices.takeLines && outcome?.namesProvider === true ? (
        <Checkbox
          label={words.import.setup}
          checked={choices.takeSetup}
          onChange={(_, data) => {
            decide({ takeSetup: data.checked === true });
          }}
        />
      ) : null}
      {outcome === null ? (
        <Actions>
          <Action onClick={() => void commands.previewImport(null)}>{words.import.read}</Action>
        </Actions>
      ) : (
        <>
          <ImportRepairs outcome={outcome} choices={choices} onDecide={decide} />
          <AddList outcome={outcome} contents={contents} />
          <ImportFindings outcome={outcome} />
        </>
      )}
    </Section>
  );
}

/** How much there is, and what is to be known of the list as a whole. */
function ImportCounts({
  draft: { choices, list },
  outcome,
}: {
  readonly draft: ImportDraft;
  readonly outcome: ImportOutcome;
}): ReactElement {
  const styles = useStyles();
  const words = useWords();
  const { differences, entries, findings, invoices, members, missing } = outcome;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const texts = [
    choices.takeLines
      ? words.import.found(entries.length, invoices, members.length)
      : words.import.foundMembers(members.length),
    findings.length === 0 ? words.import.clean : words.import.findings(errors, findings.length - errors),
    ...(differences === 0 ? [] : [words.import.differences(differences)]),
    ...(missing.length === 0 ? [] : [words.import.missing(missing.map((key) => columnOf(key).header).join(', '))]),
    ...(list.tooLong.length === 0 ? [] : [words.import.tooLong(list.tooLong.slice(0, mostRows).join(', '))]),
  ];
  return (
    <>
      {texts.map((text) => (
        <p key={text} className={styles.text}>
          {text}
        </p>
      ))}
    </>
  );
}

/** The way to add what was previewed, where there is room for it. */
function AddList({
  outcome: { entries, members },
  contents,
}: {
  readonly outcome: ImportOutcome;
  readonly contents: WorkbookContents;
}): ReactElement {
  const styles = useStyles();
  const words = useWords();
  const commands = useCommands();
  const fits = entries.length <= contents.room;
  const nothing = entries.length === 0 && members.length === 0;
  return (
    <>
      {fits && entries.length > contents.freeRows ? <p className={styles.text}>{words.import.larger}</p> : null}
      {fits ? null : <Notice tone="error">{words.import.noRoom(contents.room)}</Notice>}
      <Actions>
        <Action primary disabled={!fits || nothing} onClick={() => void commands.importList()}>
          {entries.length === 0 ? words.import.addMembers(members.length) : words.import.add(entries.length)}
        </Action>
      </Actions>
    </>
  );
}
