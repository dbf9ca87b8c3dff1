import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { Support } from '../support.tsx';
import { useDispatch, usePaneState, useWords } from '../pane-context.tsx';
import { Section } from '../section.tsx';
import { Tabs, panelId, tabId } from '../tabs.tsx';
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
      <Tabs
        name="set-up"
        label={words.setUp.views}
        values={views}
        selected={view}
        onSelect={(chosen) => {
          dispatch({ type: 'setUpViewChosen', view: chosen });
        }}
        render={(each) => words.setUp[each]}
      />
      <div id={panelId('set-up', view)} role="tabpanel" aria-labelledby={tabId('set-up', view)} className={styles.part}>
        {view === 'provider' ? <ProviderPart {...ready} /> : <MembersPart {...ready} />}
        <Support profile={ready.plan.profile} />
      </div>
    </Section>
  );
}
