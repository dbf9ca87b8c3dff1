import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, type ReactElement } from 'react';
import { outgoing, type InvoiceStanding } from '../../state/outgoing.ts';
import { moneyText } from '../../words/formats.ts';
import { Action, Actions } from '../actions.tsx';
import { Notice } from '../notice.tsx';
import { useCommands, useDispatch, usePaneState, useWords } from '../pane-context.tsx';
import { Section } from '../section.tsx';
import { useReady } from '../use-ready.ts';
import { useStanding } from '../use-standing.ts';
import { SealedFilePart } from './sealed-file-part.tsx';
import { SubmissionOutcomePart } from './submission-outcome-part.tsx';

const useStyles = makeStyles({
  text: { margin: 0 },
  total: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  session: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

/** What came of the last submission; what goes now, what stays back and why; and one button. */
export function SubmitStep(): ReactElement | null {
  const styles = useStyles();
  const words = useWords();
  const commands = useCommands();
  const dispatch = useDispatch();
  const ready = useReady();
  const standing = useStanding();
  const sent = usePaneState((state) => state.sent);
  const signedIn = usePaneState((state) => state.signedIn);
  const { phase, outcome } = usePaneState((state) => state.submission);
  const contents = ready?.contents;
  const findings = ready?.findings;
  const out = useMemo(
    () =>
      contents === undefined || findings === undefined
        ? null
        : outgoing(
            contents.lines.map(({ text }) => text),
            findings,
            contents.setup,
            sent?.accepted ?? [],
          ),
    [contents, findings, sent],
  );
  if (contents === undefined || out === null) return null;
  const count = (wanted: InvoiceStanding): number => out.invoices.filter((each) => each.standing === wanted).length;
  const goes = count('goes');
  const stays = [
    count('errors') > 0 ? words.submit.staysErrors(count('errors')) : null,
    count('accepted') > 0 ? words.submit.staysAccepted(count('accepted')) : null,
    count('notNamed') > 0 ? words.submit.staysOther(count('notNamed')) : null,
  ].filter((text) => text !== null);
  const outdated = standing.kind !== 'template' ? null : standing.altered ? 'altered' : standing.older ? 'older' : null;
  const { attested, purpose } = contents.setup;
  const cannotGo = goes === 0 || outdated !== null || !attested;
  return (
    <Section level={2} title={words.submit.title}>
      <div role="status">{outcome === null ? null : <SubmissionOutcomePart outcome={outcome} />}</div>
      <Section title={words.submit.goesTitle}>
        <p className={styles.total}>
          {goes === 0
            ? words.submit.goesNothing(count('accepted'))
            : words.submit.goes(goes, out.lines.length, out.members, moneyText(out.totalCents))}
        </p>
        {goes === 0 ? null : <p className={styles.text}>{words.submit.purpose[purpose]}</p>}
      </Section>
      {stays.length === 0 ? null : (
        <Section title={words.submit.staysTitle}>
          {stays.map((text) => (
            <p key={text} className={styles.text}>
              {text}
            </p>
          ))}
          {count('errors') === 0 ? null : (
            <Actions>
              <Action
                onClick={() => {
                  dispatch({ type: 'stepChosen', step: 'check' });
                }}
              >
                {words.submit.showErrors}
              </Action>
            </Actions>
          )}
        </Section>
      )}
      {outdated === null ? null : <Notice tone="error">{words.submit.stops[outdated]}</Notice>}
      {attested ? null : <Notice tone="warning">{words.submit.stops.notAttested}</Notice>}
      <Actions>
        <Action primary disabled={cannotGo} onClick={() => void commands.submit()}>
          {signedIn ? words.submit.button : words.submit.buttonSignIn}
        </Action>
      </Actions>
      <div className={styles.session}>
        <span>{signedIn ? words.signIn.signedIn : words.signIn.signedOut}</span>
        {signedIn ? (
          <Action small onClick={() => void commands.signOut()}>
            {words.signIn.signOut}
          </Action>
        ) : (
          <Action small onClick={() => void commands.signIn()}>
            {words.signIn.button}
          </Action>
        )}
      </div>
      <p className={styles.text}>{words.submit.again}</p>
      {ready?.plan.profile.sealedPackages === undefined ? null : <SealedFilePart disabled={cannotGo} />}
      <div role="status">{phase === null ? null : <Notice tone="info">{words.submit.phases[phase]}</Notice>}</div>
      {phase === 'signingIn' || phase === 'sending' || phase === 'waiting' ? (
        <Actions>
          <Action
            always
            onClick={() => {
              commands.stop();
            }}
          >
            {words.submit.cancel}
          </Action>
        </Actions>
      ) : null}
    </Section>
  );
}
