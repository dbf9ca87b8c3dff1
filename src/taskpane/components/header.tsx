import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { PlanProfile } from '../../plan/profile.ts';
import { useWords } from './pane-context.tsx';

const useStyles = makeStyles({
  header: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `3px solid ${tokens.colorBrandBackground}`,
  },
  logo: {
    maxHeight: '32px',
    maxWidth: '96px',
    borderRadius: tokens.borderRadiusSmall,
    // Logos are made for white paper; forced colours would take it away.
    backgroundColor: '#ffffff',
    forcedColorAdjust: 'none',
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  plan: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** Product and plan. */
export function Header({ profile }: { readonly profile: PlanProfile | null }): ReactElement {
  const styles = useStyles();
  const words = useWords();
  return (
    <header className={styles.header}>
      {profile === null ? null : <img className={styles.logo} src={profile.brand.logo} alt="" />}
      <div>
        <h1 className={styles.title}>{words.title}</h1>
        {profile === null ? null : <p className={styles.plan}>{profile.name}</p>}
      </div>
    </header>
  );
}
