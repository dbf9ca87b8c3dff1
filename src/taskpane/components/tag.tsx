import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';

const useStyles = makeStyles({
  tag: {
    display: 'inline-block',
    paddingInline: tokens.spacingHorizontalXS,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  error: {
    // White on this red is above 4.5 to 1 in every theme; forced colours replace both.
    backgroundColor: tokens.colorStatusDangerBackground3,
    color: tokens.colorNeutralForegroundOnBrand,
  },
});

interface TagProps {
  readonly tone: 'error' | 'neutral';
  readonly children: string;
}

/** A word or a number in a frame, inside of a line of text or a button. */
export function Tag({ tone, children }: TagProps): ReactElement {
  const styles = useStyles();
  return <span className={mergeClasses(styles.tag, tone === 'error' && styles.error)}>{children}</span>;
}
