import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';

const useStyles = makeStyles({
  notice: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderInlineStartWidth: '4px',
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: 'anywhere',
  },
  success: { borderInlineStartColor: tokens.colorStatusSuccessBorder2 },
  warning: { borderInlineStartColor: tokens.colorStatusWarningBorder2 },
  error: { borderInlineStartColor: tokens.colorStatusDangerBorder2 },
  info: { borderInlineStartColor: tokens.colorNeutralStrokeAccessible },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0 },
});

interface NoticeProps {
  readonly tone: 'info' | 'success' | 'warning' | 'error';
  readonly title?: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/**
 * Words in a frame; its colour repeats what they say. Announcing is the work of the regions around it, which are there
 * before the words come.
 */
export function Notice({ tone, title, children, actions }: NoticeProps): ReactElement {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.notice, styles[tone])}>
      {title === undefined ? null : <h2 className={styles.title}>{title}</h2>}
      <p className={styles.text}>{children}</p>
      {actions}
    </div>
  );
}
