import { FluentProvider, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { Suspense, lazy, useMemo, useSyncExternalStore, type ReactElement } from 'react';
import type { Appearance } from '../effects/appearance.ts';
import type { Step } from '../state/pane-state.ts';
import { ChoosePlan } from './choose-plan.tsx';
import { DamageNotice } from './damage-notice.tsx';
import { DiagnosisListNotice } from './diagnosis-list-notice.tsx';
import { Header } from './header.tsx';
import { Messages } from './messages.tsx';
import { PartBoundary } from './part-boundary.tsx';
import { PaneToolsProvider, usePaneState, useWords, type PaneTools } from './pane-context.tsx';
import { PlanNotices } from './plan-notices.tsx';
import { StartScreen, type StartTrouble } from './start-screen.tsx';
import { Steps } from './steps.tsx';
import { panelId, tabId } from './tabs.tsx';
import { themeOf } from './theme.ts';
import { useStanding } from './use-standing.ts';

const loaders = {
  setUp: async () => ({ default: (await import('./set-up/set-up-step.tsx')).SetUpStep }),
  fill: async () => ({ default: (await import('./fill/fill-step.tsx')).FillStep }),
  check: async () => ({ default: (await import('./check/check-step.tsx')).CheckStep }),
  submit: async () => ({ default: (await import('./submit/submit-step.tsx')).SubmitStep }),
  followUp: async () => ({ default: (await import('./follow-up/follow-up-step.tsx')).FollowUpStep }),
} satisfies Record<Step, unknown>;

const screens = {
  setUp: lazy(loaders.setUp),
  fill: lazy(loaders.fill),
  check: lazy(loaders.check),
  submit: lazy(loaders.submit),
  followUp: lazy(loaders.followUp),
} satisfies Record<Step, unknown>;

/** Loads the screens that have not been shown yet, so that a network that is lost later takes none of them away. */
export async function loadAllScreens(): Promise<void> {
  await Promise.allSettled(Object.values(loaders).map((load) => load()));
}

const useStyles = makeStyles({
  pane: { minHeight: '100vh', display: 'flex', flexDirection: 'column' },
  main: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    overflowWrap: 'anywhere',
  },
});

interface PaneProps {
  readonly tools: PaneTools;
  readonly appearance: Appearance;
}

/** The whole pane, in the theme that Office has at the moment and in the plan's colour. */
export function Pane({ tools, appearance }: PaneProps): ReactElement {
  return (
    <PaneToolsProvider value={tools}>
      <Themed appearance={appearance} />
    </PaneToolsProvider>
  );
}

function Themed({ appearance }: Pick<PaneProps, 'appearance'>): ReactElement {
  const styles = useStyles();
  const name = useSyncExternalStore(appearance.subscribe, appearance.current);
  const standing = useStanding();
  const plans = usePaneState((state) => state.plans);
  const only = plans.kind === 'known' && plans.plans.length === 1 ? (plans.plans[0]?.profile ?? null) : null;
  const profile = 'plan' in standing ? standing.plan.profile : standing.kind === 'noTemplate' ? only : null;
  const theme = useMemo(() => themeOf(name, profile?.brand.color ?? null), [name, profile]);
  return (
    <FluentProvider theme={theme} className={styles.pane}>
      <Header profile={profile} />
      <main className={styles.main}>
        <Content />
      </main>
    </FluentProvider>
  );
}

function Content(): ReactElement {
  const start = usePaneState((state) => state.start);
  const plans = usePaneState((state) => state.plans);
  const standing = useStanding();
  const trouble = troubleOf(start, plans.kind === 'unavailable' ? plans.reason : null);
  if (trouble !== null) return <StartScreen trouble={trouble} />;
  return (
    <>
      <Messages />
      {standing.kind === 'unread' ? <Unread /> : null}
      {standing.kind === 'noTemplate' && plans.kind === 'known' ? <ChoosePlan plans={plans.plans} /> : null}
      <PlanNotices standing={standing} />
      {standing.kind === 'template' ? <Path /> : null}
    </>
  );
}

/** Before the first read; after a read that failed the message beside it says why, and this offers another one. */
function Unread(): ReactElement | null {
  const message = usePaneState((state) => state.message);
  const busy = usePaneState((state) => state.busy);
  if (busy !== null) return null;
  return <StartScreen trouble={message === null ? null : 'unread'} />;
}

function Path(): ReactElement {
  const words = useWords();
  const step = usePaneState((state) => state.step);
  const Screen = screens[step];
  return (
    <>
      <DamageNotice />
      <DiagnosisListNotice />
      <Steps />
      <div id={panelId('step', step)} role="tabpanel" aria-labelledby={tabId('step', step)}>
        <PartBoundary key={step} words={words}>
          <Suspense fallback={<Spinner label={words.start.starting} />}>
            <Screen />
          </Suspense>
        </PartBoundary>
      </div>
    </>
  );
}

function troubleOf(start: string, plans: 'unreachable' | 'notTrusted' | null): StartTrouble | null {
  switch (start) {
    case 'officeMissing':
    case 'notExcel':
    case 'tooOld':
      return start;
    default:
      return plans;
  }
}
