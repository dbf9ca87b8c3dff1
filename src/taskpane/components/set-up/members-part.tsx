import { Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { Member } from '../../../workbook/model.ts';
import { blankMember } from '../../../workbook/setup-cells.ts';
import { matchesWords } from '../../state/word-search.ts';
import { Action, Actions } from '../actions.tsx';
import { useDispatch, usePaneState, useWords } from '../pane-context.tsx';
import { Section } from '../section.tsx';
import { ShowMore } from '../show-more.tsx';
import type { Ready } from '../use-ready.ts';
import { ImportPart } from '../fill/import-part.tsx';
import { MemberForm } from './member-form.tsx';
import { FormField } from '../forms/form-field.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  member: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** Members that are shown at first; a roster may have thousands. */
const page = 50;

/** The roster: find, add and edit members. */
export function MembersPart(ready: Ready): ReactElement {
  const styles = useStyles();
  const words = useWords();
  const dispatch = useDispatch();
  const form = usePaneState((state) => state.setUp.member);
  const importing = usePaneState(({ fill }) => fill.view === 'import' && fill.purpose === 'members');
  const [query, setQuery] = useState('');
  const [shown, setShown] = useState(page);
  if (importing) return <ImportPart {...ready} />;
  if (form !== null) return <MemberForm {...ready} form={form} />;

  const nameOf = (member: Member): string =>
    words.setUp.memberName(member.memberLastName, member.memberFirstName, member.memberCin);
  const { members } = ready.contents;
  const found = members.filter((member) => matchesWords(nameOf(member), query));
  const open = (original: string | null, draft: Member) => () => {
    dispatch({ type: 'memberOpened', original, draft });
  };
  return (
    <Section title={words.setUp.membersTitle} text={words.setUp.membersText}>
      <Actions>
        <Action onClick={open(null, blankMember)}>{words.setUp.addMember}</Action>
        <Action
          onClick={() => {
            dispatch({ type: 'importOpened', purpose: 'members' });
          }}
        >
          {words.setUp.importMembers}
        </Action>
      </Actions>
      {members.length === 0 ? (
        <p>{words.setUp.noMembers}</p>
      ) : (
        <FormField label={words.setUp.findMember}>
          <Input
            type="search"
            autoComplete="off"
            value={query}
            onChange={(_, data) => {
              setQuery(data.value);
              setShown(page);
            }}
          />
        </FormField>
      )}
      {members.length > 0 && found.length === 0 ? <p>{words.setUp.noMemberFound}</p> : null}
      <ul className={styles.list}>
        {found.slice(0, shown).map((member) => (
          <li key={member.memberCin} className={styles.member}>
            <span>{nameOf(member)}</span>
            <Action small label={`${words.common.edit}: ${nameOf(member)}`} onClick={open(member.memberCin, member)}>
              {words.common.edit}
            </Action>
          </li>
        ))}
      </ul>
      <ShowMore total={found.length} shown={shown} step={page} onShow={setShown} />
    </Section>
  );
}
