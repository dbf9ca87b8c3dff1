import { Checkbox, Input, Radio, RadioGroup, makeStyles } from '@fluentui/react-components';
import { useMemo, useState, type ReactElement } from 'react';
import { correctableInvoices } from '../../state/correctable.ts';
import { latestInvoices } from '../../state/follow-up-state.ts';
import { moneyText } from '../../words/formats.ts';
import { Action, Actions } from '../actions.tsx';
import { FormField } from '../forms/form-field.tsx';
import { Notice } from '../notice.tsx';
import { useCommands, useDispatch, usePaneState, useWords } from '../pane-context.tsx';
import { Section } from '../section.tsx';
import type { Ready } from '../use-ready.ts';

const useStyles = makeStyles({
  text: { margin: 0 },
  list: { display: 'flex', flexDirection: 'column', border: 'none', margin: 0, padding: 0, minWidth: 0 },
});

/** Invoices that are shown at once; others are found by their number. */
const most = 10;

/** Replaces or voids invoices that the plan has accepted, and says what that means. */
export function CorrectPart({ ready }: { readonly ready: Ready }): ReactElement {
  const { correct } = useWords().followUp;
  const { purpose } = ready.contents.setup;
  return (
    <Section title={correct.title} text={correct.text}>
      {purpose === 'new' ? <ChooseInvoices ready={ready} /> : <Underway ready={ready} purpose={purpose} />}
    </Section>
  );
}

interface UnderwayProps {
  readonly ready: Ready;
  readonly purpose: 'replacement' | 'void';
}

/** The workbook sends corrections at the moment: to Submit, or back to new invoices. */
function Underway({ ready, purpose }: UnderwayProps): ReactElement {
  const words = useWords();
  const commands = useCommands();
  const dispatch = useDispatch();
  const { correct } = words.followUp;
  return (
    <Notice
      tone="info"
      actions={
        <Actions>
          <Action
            primary
            onClick={() => {
              dispatch({ type: 'stepChosen', step: 'submit' });
            }}
          >
            {words.steps.submit}
          </Action>
          <Action onClick={() => void commands.endCorrection()}>{correct.end}</Action>
        </Actions>
      }
    >
      {correct.underway[purpose](ready.contents.setup.concerns.join(', '))}
    </Notice>
  );
}

function ChooseInvoices({ ready }: { readonly ready: Ready }): ReactElement {
  const styles = useStyles();
  const words = useWords();
  const commands = useCommands();
  const results = usePaneState((state) => state.followUp.results);
  const sent = usePaneState((state) => state.sent);
  const [purpose, setPurpose] = useState<'replacement' | 'void'>('replacement');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [wanted, setWanted] = useState('');
  const { correct } = words.followUp;
  const { lines } = ready.contents;
  const invoices = useMemo(
    () =>
      correctableInvoices(
        lines.map(({ text }) => text),
        sent?.accepted ?? [],
        latestInvoices(results),
      ),
    [lines, results, sent],
  );
  if (invoices.length === 0) return <p className={styles.text}>{correct.none}</p>;
  const found = invoices.filter(({ invoiceNumber }) => invoiceNumber.includes(wanted.trim()));
  // What was chosen and is gone from the workbook meanwhile is not sent.
  const numbers = invoices.map(({ invoiceNumber }) => invoiceNumber).filter((number) => chosen.has(number));
  return (
    <>
      <FormField label={correct.purpose} hint={correct.meaning[purpose]}>
        <RadioGroup
          value={purpose}
          onChange={(_, data) => {
            setPurpose(data.value === 'void' ? 'void' : 'replacement');
          }}
        >
          <Radio value="replacement" label={correct.purposes.replacement} />
          <Radio value="void" label={correct.purposes.void} />
        </RadioGroup>
      </FormField>
      {invoices.length <= most ? null : (
        <FormField label={correct.find}>
          <Input
            value={wanted}
            inputMode="numeric"
            autoComplete="off"
            onChange={(_, data) => {
              setWanted(data.value);
            }}
          />
        </FormField>
      )}
      <fieldset className={styles.list}>
        <legend>{correct.which}</legend>
        {found.slice(0, most).map(({ chargeCents, invoiceNumber, lines: count }) => (
          <Checkbox
            key={invoiceNumber}
            label={words.submit.invoice(invoiceNumber, count, moneyText(chargeCents))}
            checked={chosen.has(invoiceNumber)}
            onChange={(_, data) => {
              const next = new Set(chosen);
              if (data.checked === true) next.add(invoiceNumber);
              else next.delete(invoiceNumber);
              setChosen(next);
            }}
          />
        ))}
      </fieldset>
      {found.length > most ? <p className={styles.text}>{correct.more(found.length - most)}</p> : null}
      {found.length === 0 ? <p className={styles.text}>{correct.noneFound}</p> : null}
      <p className={styles.text}>{correct.chosen(numbers.length)}</p>
      <Actions>
        <Action disabled={numbers.length === 0} onClick={() => void commands.startCorrection(purpose, numbers)}>
          {correct.start[purpose]}
        </Action>
      </Actions>
    </>
  );
}
