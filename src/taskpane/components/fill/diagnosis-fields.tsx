import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState, type ReactElement } from 'react';
import { parseCivilDate } from '../../../guidance/civil-date.ts';
import { columnOf, diagnosisKeys, type LineText } from '../../../guidance/columns.ts';
import {
  diagnosisLabel,
  dotted,
  parseDiagnosisEntry,
  priorityDiagnosisCodes,
} from '../../../guidance/diagnosis-codes.ts';
import { diagnosesBeginning } from '../../../guidance/diagnosis-standing.ts';
import type { Finding } from '../../../guidance/finding.ts';
import type { LineEntry } from '../../../workbook/model.ts';
import { alternativesFor } from '../../state/alternatives.ts';
import { diagnosesOfMember } from '../../state/member-diagnoses.ts';
import type { Plan } from '../../state/plans.ts';
import { Action, Actions } from '../actions.tsx';
import { SearchField, type SearchOption } from '../forms/search-field.tsx';
import { useWords } from '../pane-context.tsx';
import type { Ready } from '../use-ready.ts';

const useStyles = makeStyles({
  diagnosis: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  text: { margin: 0 },
});

/** Codes of the ICD-10-CM lists that are shown for what is typed. */
const mostSearched = 20;

interface DiagnosisFieldsProps {
  readonly form: string;
  readonly contents: Ready['contents'];
  readonly findings: readonly Finding[];
  readonly tried: boolean;
  readonly plan: Plan;
  readonly entry: LineEntry;
  readonly text: LineText;
  /** 1-based row of the line; null for a new one. */
  readonly row: number | null;
  readonly onChange: (change: Partial<LineEntry>) => void;
}

/**
 * Up to ten diagnoses, one per field, as many fields as are in use (footnotes 25 and 26). Each offers the member's own
 * first, then the plan's and the usual ones, then what the ICD-10-CM lists have for the beginning of a code.
 */
export function DiagnosisFields(props: DiagnosisFieldsProps): ReactElement {
  const { contents, entry, findings, onChange, plan, row, text, ...shared } = props;
  const styles = useStyles();
  const words = useWords();
  const inUse = diagnosisKeys.findLastIndex((key) => entry[key] !== '') + 1;
  const [open, setOpen] = useState(1);
  const count = Math.min(diagnosisKeys.length, Math.max(open, inUse, 1));
  const cin = entry.memberCin;
  const options = useMemo(() => {
    const others = contents.lines.filter((line) => line.row !== row);
    const own = diagnosesOfMember(cin, others).map((code): SearchOption => {
      const label = diagnosisLabel(code);
      return { value: code, text: words.fill.form.ownDiagnosis(label) };
    });
    const usual = [...plan.profile.offeredDiagnoses, ...priorityDiagnosisCodes.map(({ code }) => code)];
    const known = new Set(own.map(({ value }) => value));
    const rest = [...new Set(usual.map(dotted))].filter((code) => !known.has(code));
    return [...own, ...rest.map((code): SearchOption => ({ value: code, text: diagnosisLabel(code) }))];
  }, [contents.lines, cin, plan, row, words]);
  const day = parseCivilDate(entry.serviceStartDate);
  const search = (query: string): readonly SearchOption[] =>
    day === null
      ? []
      : diagnosesBeginning(query, day, plan.diagnosisLists, mostSearched).map((code): SearchOption => ({
          value: code,
          text: diagnosisLabel(code),
        }));
  return (
    <>
      {diagnosisKeys.slice(0, count).map((key) => {
        const own = findings.filter(({ column }) => column === key);
        const alternatives = own.flatMap((finding) => alternativesFor(finding, text, plan));
        return (
          <div key={key} className={styles.diagnosis}>
            <SearchField
              {...shared}
              findings={own}
              column={key}
              options={options}
              search={search}
              noMatch={words.fill.form.otherDiagnosis}
              value={parseDiagnosisEntry(entry[key])}
              onChange={(value) => {
                onChange({ [key]: value });
              }}
            />
            {alternatives.length === 0 ? null : (
              <div role="group" aria-label={`${words.check.alternatives} ${columnOf(key).header}`}>
                <p className={styles.text}>{words.check.alternatives}</p>
                <Actions>
                  {alternatives.map((code) => (
                    <Action
                      key={code}
                      small
                      onClick={() => {
                        onChange({ [key]: code });
                      }}
                    >
                      {diagnosisLabel(code)}
                    </Action>
                  ))}
                </Actions>
              </div>
            )}
          </div>
        );
      })}
      {count < diagnosisKeys.length ? (
        <Actions>
          <Action
            small
            onClick={() => {
              setOpen(count + 1);
            }}
          >
            {words.fill.form.addDiagnosis}
          </Action>
        </Actions>
      ) : null}
    </>
  );
}
