import { Checkbox, Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState, type ReactElement } from 'react';
import { byLine, byRule, ofSeverity, type PlacedFinding } from '../../state/finding-groups.ts';
import { FormField } from '../forms/form-field.tsx';
import { useWords } from '../pane-context.tsx';
import { ShowMore } from '../show-more.tsx';
import { FindingGroupPart } from './finding-group-part.tsx';

const useStyles = makeStyles({
  groups: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
});

/** Groups that are shown at first; a bad month may have thousands. */
const page = 10;

/** All findings, grouped by line or by rule. */
export function FindingList({ findings }: { readonly findings: readonly PlacedFinding[] }): ReactElement {
  const styles = useStyles();
  const words = useWords();
  const [grouping, setGrouping] = useState<'line' | 'rule'>('line');
  const [onlyErrors, setOnlyErrors] = useState(false);
  const [shown, setShown] = useState(page);
  const groups = useMemo(() => {
    const wanted = onlyErrors ? ofSeverity(findings, 'error') : findings;
    return grouping === 'line' ? byLine(wanted) : byRule(wanted);
  }, [findings, grouping, onlyErrors]);
  return (
    <>
      <FormField label={words.check.group}>
        <RadioGroup
          layout="horizontal"
          value={grouping}
          onChange={(_, data) => {
            setGrouping(data.value === 'rule' ? 'rule' : 'line');
            setShown(page);
          }}
        >
          <Radio value="line" label={words.check.byLine} />
          <Radio value="rule" label={words.check.byRule} />
        </RadioGroup>
      </FormField>
      <Checkbox
        label={words.check.onlyErrors}
        checked={onlyErrors}
        onChange={(_, data) => {
          setOnlyErrors(data.checked === true);
          setShown(page);
        }}
      />
      <div className={styles.groups}>
        {groups.slice(0, shown).map((group) => (
          <FindingGroupPart key={`${grouping} ${group.key}`} group={group} grouping={grouping} />
        ))}
      </div>
      <ShowMore total={groups.length} shown={shown} step={page} onShow={setShown} />
    </>
  );
}
