import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { useArrival } from './use-arrival.ts';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  title: {
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase400,
    margin: 0,
  },
  part: {
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase300,
    margin: 0,
  },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface SectionProps {
  readonly title: string;
  readonly text?: string;
  /** 2 for a step, 3 for a part of one. */
  readonly level?: 2 | 3;
  /** Whether it takes the place of what was clicked: then its heading takes the focus. */
  readonly arrives?: boolean;
  readonly children?: ReactNode;
}

/** A heading, a sentence, and what belongs to it. */
export function Section({ title, text, level = 3, arrives = false, children }: SectionProps): ReactElement {
  const styles = useStyles();
  const heading = useArrival<HTMLHeadingElement>(arrives);
  const focusable = arrives ? { tabIndex: -1 } : {};
  return (
    <section className={styles.section}>
      {level === 2 ? (
        <h2 ref={heading} className={styles.title} {...focusable}>
          {title}
        </h2>
      ) : (
        <h3 ref={heading} className={styles.part} {...focusable}>
          {title}
        </h3>
      )}
      {text === undefined ? null : <p className={styles.text}>{text}</p>}
      {children}
    </section>
  );
}
