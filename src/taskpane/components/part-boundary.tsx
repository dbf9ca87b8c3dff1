import { Component, type ReactNode } from 'react';
import type { Words } from '../words/english.ts';
import { Notice } from './notice.tsx';

interface PartBoundaryProps {
  readonly words: Words;
  readonly children: ReactNode;
}

/**
 * Keeps the rest of the pane where one part cannot be shown: mostly because it could not be loaded. The error itself
 * is told to nobody, since it might hold what a cell holds.
 */
export class PartBoundary extends Component<PartBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div role="alert">
        <Notice tone="error">{this.props.words.messages.partMissing}</Notice>
      </div>
    );
  }
}
