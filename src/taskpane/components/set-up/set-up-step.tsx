import { Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { Support } from '../support.tsx';
import { useDispatch, usePaneState, useWords } from '../pane-context.tsx';
import { Section } from '../section.tsx';
import { useReady } from '../use-ready.ts';
import { MembersPart } from './members-part.tsx';
import { ProviderPart } from './provider-part.tsx';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
});

const views = ['provider', 'members'] as const;

/** What is entered once: provider, sites, attestation, and the roster of members. */
export function SetUpStep(): ReactElement | null {
  const styles = useStyles();
  const words = useWords();
  const dispatch = useDispatch();
  const view = usePaneState((state) => state.setUp.view);
  const ready = useReady();
  if (ready === null) return null;
  return (
    <Section level={2} title={words.setUp.title}>
      <TabList
        aria-label={words.setUp.views}
        appearance="subtle"
        size="small"
        selectedValue={view}
        onTabSelect={(_, data) => {
          dispatch({ type: 'setUpViewChosen', view: data.value as (typeof views)[number] });
        }}
      >
        {views.map((each) => (
          <Tab key={each} id={`set-up-${each}`} value={each} aria-controls={each === view ? 'set-up-panel' : undefined}>
            {words.setUp[each]}
          </Tab>
        ))}
      </TabList>
      <div id="set-up-panel" role="tabpanel" aria-labelledby={`set-up-${view}`} className={styles.part}>
        {view === 'provider' ? <ProviderPart {...ready} /> : <MembersPart {...ready} />}
        <Support profile={ready.plan.profile} />
      </div>
    </Section>
  );
}
