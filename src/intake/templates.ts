import type { PlanProfile } from '../plan/profile.ts';
import type { AddIn } from '../xlsx/template-file.ts';
import type { ThreadPool } from './work/pool.ts';

/** The plans' templates, each made once, when it is first asked for: a profile does not change while a process runs. */
export class Templates {
  readonly #made = new Map<string, Promise<Uint8Array>>();
  readonly #pool: ThreadPool;
  readonly #addIn: AddIn | null;

  /** @param addIn the add-in whose pane opens with a template, where it is known */
  constructor(pool: ThreadPool, addIn: AddIn | null) {
    this.#pool = pool;
    this.#addIn = addIn;
  }

  /** @throws BusyError, TaskFailedError; the next request tries anew */
  async of(profile: PlanProfile): Promise<Uint8Array> {
    const made = this.#made.get(profile.id) ?? this.#pool.run({ kind: 'template', profile, addIn: this.#addIn });
    this.#made.set(profile.id, made);
    try {
      return await made;
    } catch (error) {
      this.#made.delete(profile.id);
      throw error;
    }
  }
}
