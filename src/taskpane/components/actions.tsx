import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { usePaneState } from './pane-context.tsx';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Buttons in a row that wraps. */
export function Actions({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className={useStyles().actions}>{children}</div>;
}

interface ActionProps {
  /** Left out on the button that submits a form. */
  readonly onClick?: () => void;
  readonly children: string;
  readonly primary?: boolean;
  readonly small?: boolean;
  readonly disabled?: boolean;
  /** Says more than the visible words where these alone would be ambiguous, and begins with them. */
  readonly label?: string;
  readonly id?: string;
  /** Works while something runs: the way to stop it. */
  readonly always?: boolean;
}

/**
 * A button that starts something. While something runs it stays in place and keeps the focus, but is said to be
 * disabled: a second click does nothing.
 */
export function Action({ onClick, children, primary, small, disabled, label, id, always }: ActionProps): ReactElement {
  const busy = usePaneState((state) => state.busy !== null);
  return (
    <Button
      id={id}
      type={onClick === undefined ? 'submit' : 'button'}
      appearance={primary === true ? 'primary' : 'secondary'}
      size={small === true ? 'small' : 'medium'}
      disabled={disabled === true}
      disabledFocusable={busy && always !== true}
      aria-label={label}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}
