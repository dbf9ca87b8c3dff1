import { useMemo, type ReactElement } from 'react';
import type { WorkbookContents } from '../../../excel/invoice-workbook.ts';
import type { Finding } from '../../../guidance/finding.ts';
import type { LineEntry } from '../../../workbook/model.ts';
import { blankMember } from '../../../workbook/setup-cells.ts';
import { Action, Actions } from '../actions.tsx';
import { SearchField, type SearchOption } from '../forms/search-field.tsx';
import { useDispatch, useWords } from '../pane-context.tsx';

interface MemberFieldProps {
  readonly form: string;
  readonly contents: WorkbookContents;
  readonly findings: readonly Finding[];
  readonly tried: boolean;
  readonly value: string;
  readonly onChange: (change: Pick<LineEntry, 'memberCin'>) => void;
}

/** The member by name or CIN; a CIN that is not on the roster can be put there. */
export function MemberField({ contents, onChange, ...field }: MemberFieldProps): ReactElement {
  const words = useWords();
  const dispatch = useDispatch();
  const options = useMemo(
    () =>
      contents.members.map((member): SearchOption => ({
        value: member.memberCin,
        text: words.setUp.memberName(member.memberLastName, member.memberFirstName, member.memberCin),
      })),
    [contents.members, words],
  );
  const unknown = field.value !== '' && !options.some(({ value }) => value.toLowerCase() === field.value.toLowerCase());
  return (
    <>
      <SearchField
        {...field}
        column="memberCin"
        label={words.fill.form.member}
        help={words.fill.form.memberHelp}
        options={options}
        noMatch={words.setUp.noMemberFound}
        onChange={(memberCin) => {
          onChange({ memberCin });
        }}
      />
      {unknown ? (
        <Actions>
          <Action
            small
            onClick={() => {
              dispatch({ type: 'memberOpened', original: null, draft: { ...blankMember, memberCin: field.value } });
              dispatch({ type: 'stepChosen', step: 'setUp' });
            }}
          >
            {words.fill.form.addThisMember}
          </Action>
        </Actions>
      ) : null}
    </>
  );
}
