import { useMemo, useState, type ReactElement } from 'react';
import { diagnosisKeys } from '../../../guidance/columns.ts';
import {
  diagnosisLabel,
  dotted,
  parseDiagnosisEntry,
  priorityDiagnosisCodes,
} from '../../../guidance/diagnosis-codes.ts';
import type { Finding } from '../../../guidance/finding.ts';
import type { LineEntry } from '../../../workbook/model.ts';
import type { Plan } from '../../state/plans.ts';
import { Action, Actions } from '../actions.tsx';
import { SearchField, type SearchOption } from '../forms/search-field.tsx';
import { useWords } from '../pane-context.tsx';

interface DiagnosisFieldsProps {
  readonly form: string;
  readonly findings: readonly Finding[];
  readonly tried: boolean;
  readonly plan: Plan;
  readonly entry: LineEntry;
  readonly onChange: (change: Partial<LineEntry>) => void;
}

/** Up to ten diagnoses, one per field, as many fields as are in use (footnotes 25 and 26). */
export function DiagnosisFields({ entry, onChange, plan, ...shared }: DiagnosisFieldsProps): ReactElement {
  const words = useWords();
  const inUse = diagnosisKeys.findLastIndex((key) => entry[key] !== '') + 1;
  const [open, setOpen] = useState(1);
  const count = Math.min(diagnosisKeys.length, Math.max(open, inUse, 1));
  const options = useMemo(() => {
    const codes = [...plan.profile.offeredDiagnoses, ...priorityDiagnosisCodes.map(({ code }) => code)];
    return [...new Set(codes.map(dotted))].map((code): SearchOption => ({ value: code, text: diagnosisLabel(code) }));
  }, [plan]);
  return (
    <>
      {diagnosisKeys.slice(0, count).map((key) => (
        <SearchField
          key={key}
          {...shared}
          column={key}
          options={options}
          noMatch={words.fill.form.otherDiagnosis}
          value={parseDiagnosisEntry(entry[key])}
          onChange={(value) => {
            onChange({ [key]: value });
          }}
        />
      ))}
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
