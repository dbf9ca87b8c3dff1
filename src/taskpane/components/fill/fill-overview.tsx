import type { ReactElement } from 'react';
import { blankEntry } from '../../../workbook/entry-cells.ts';
import { Action, Actions } from '../actions.tsx';
import { useCommands, useDispatch, useWords } from '../pane-context.tsx';
import { Section } from '../section.tsx';
import type { Ready } from '../use-ready.ts';
import { ArrangeLines } from './arrange-lines.tsx';
import { SortLines } from './sort-lines.tsx';

/** What can be done with lines. */
export function FillOverview({ contents }: Ready): ReactElement {
  const words = useWords();
  const commands = useCommands();
  const dispatch = useDispatch();
  const some = contents.lines.length > 0;
  return (
    <Section level={2} title={words.fill.title} text={words.fill.used(contents.lines.length, contents.freeRows)}>
      <Section title={words.fill.lineTitle} text={words.fill.lineText}>
        <Actions>
          <Action
            primary
            disabled={contents.room === 0}
            onClick={() => {
              dispatch({ type: 'lineOpened', row: null, entry: blankEntry });
            }}
          >
            {words.fill.newLine}
          </Action>
          <Action onClick={() => void commands.openLine('selected')}>{words.fill.editSelected}</Action>
        </Actions>
      </Section>
      <Section title={words.fill.importTitle} text={words.fill.importText}>
        <Actions>
          <Action
            onClick={() => {
              dispatch({ type: 'importOpened', purpose: 'lines' });
            }}
          >
            {words.fill.openImport}
          </Action>
        </Actions>
      </Section>
      {some ? <ArrangeLines /> : null}
      {some ? <SortLines /> : null}
      <Section title={words.fill.providerBlock} text={words.fill.providerBlockText}>
        <Actions>
          <Action onClick={() => void commands.showProviderBlock(true)}>{words.fill.showBlock}</Action>
          <Action onClick={() => void commands.showProviderBlock(false)}>{words.fill.hideBlock}</Action>
        </Actions>
      </Section>
    </Section>
  );
}
