import type { Dialog, DialogButton, Outcome } from '../../person/outcome.ts';
import { Observable } from './observable.ts';

/** A question for a word, such as a sheet's password. */
export interface Question {
  readonly title: string;
  readonly label: string;
  readonly isSecret: boolean;
}

/** What waits for the person's answer. */
export type Pending =
  | { readonly kind: 'dialog'; readonly dialog: Dialog; readonly answer: (button: DialogButton) => void }
  | { readonly kind: 'question'; readonly question: Question; readonly answer: (text: string | null) => void };

/** Excel's message boxes, one at a time, and a line for what Excel would show as a greyed out command. */
export class Messages extends Observable {
  #pending: readonly Pending[] = [];
  #status = '';

  get current(): Pending | null {
    return this.#pending[0] ?? null;
  }

  /** Why the last command did nothing. */
  get status(): string {
    return this.#status;
  }

  /**
   * Shows what came of something.
   *
   * @returns the button that was pressed; null where there was nothing to press.
   */
  async show(outcome: Outcome): Promise<DialogButton | null> {
    const dialog = outcome.kind === 'done' ? outcome.notice : outcome.dialog;
    this.#setStatus(outcome.kind === 'refused' && dialog === null ? outcome.reason : '');
    return dialog === undefined || dialog === null ? null : this.#ask(dialog);
  }

  /** Asks for a word; null where the person gives none. */
  question(question: Question): Promise<string | null> {
    return this.#wait((answer) => ({ kind: 'question', question, answer }));
  }

  #ask(dialog: Dialog): Promise<DialogButton> {
    return this.#wait((answer) => ({ kind: 'dialog', dialog, answer }));
  }

  async #wait<Answer>(pendingOf: (answer: (answer: Answer) => void) => Pending): Promise<Answer> {
    const { promise, resolve } = Promise.withResolvers<Answer>();
    const pending = pendingOf(resolve);
    this.#pending = [...this.#pending, pending];
    this.changed();
    const answer = await promise;
    this.#pending = this.#pending.filter((other) => other !== pending);
    this.changed();
    return answer;
  }

  #setStatus(status: string): void {
    if (status === this.#status) return;
    this.#status = status;
    this.changed();
  }
}
