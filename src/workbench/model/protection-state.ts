import { defaultProtectionOptions, type ProtectionOptions } from './protection.ts';
import { Refusal } from './refusal.ts';
import type { SheetContext } from './sheet-context.ts';

type Permission = Exclude<keyof ProtectionOptions, 'selectionMode'>;

/** Whether a sheet is protected, and what stays allowed. Protecting and unprotecting empty the undo list. */
export class Protection {
  readonly #context: SheetContext;
  #on = false;
  #options: ProtectionOptions = defaultProtectionOptions;
  #password = '';

  constructor(context: SheetContext) {
    this.#context = context;
  }

  get isOn(): boolean {
    return this.#on;
  }

  /** Options of the protection, or of the last one. */
  get options(): ProtectionOptions {
    return this.#options;
  }

  get hasPassword(): boolean {
    return this.#on && this.#password !== '';
  }

  /** True for everything while the sheet is not protected. */
  allows(permission: Permission): boolean {
    return !this.#on || this.#options[permission];
  }

  /**
   * Protects the sheet; what the options leave out is forbidden.
   * @throws Refusal `alreadyProtected`.
   */
  protect(options: Partial<ProtectionOptions> = {}, password = ''): void {
    if (this.#on) throw new Refusal('alreadyProtected', 'The sheet is protected already.');
    this.#switch(true, { ...defaultProtectionOptions, ...options }, password);
  }

  /**
   * Takes the protection off; does nothing where there is none.
   * @throws Refusal `wrongPassword`; capitals count.
   */
  unprotect(password = ''): void {
    if (!this.#on) return;
    if (this.#password !== '' && password !== this.#password) {
      throw new Refusal('wrongPassword', 'The password you supplied is not correct.');
    }
    this.#switch(false, this.#options, '');
  }

  #switch(on: boolean, options: ProtectionOptions, password: string): void {
    const { recorder, sheetId } = this.#context;
    recorder.run(() => {
      this.#on = on;
      this.#options = options;
      this.#password = password;
      recorder.clear();
      recorder.announce({ type: 'protectionChanged', sheetId, isProtected: on });
    });
  }
}
