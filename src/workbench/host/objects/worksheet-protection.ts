import { defaultProtectionOptions, type ProtectionOptions } from '../../model/protection.ts';
import type { Sheet } from '../../model/sheet.ts';
import { ApiError } from '../api-error.ts';
import { flag, given, record, text, word } from '../arguments.ts';
import type { Argument, ObjectType } from '../object-model.ts';
import type { JsonObject } from '../wire.ts';

const selectionModes: readonly ProtectionOptions['selectionMode'][] = ['Normal', 'Unlocked', 'None'];

/** Reads `Excel.WorksheetProtectionOptions`: an option that does not exist is refused. */
function readOptions(value: Argument, location: string): ProtectionOptions {
  const options: Record<string, boolean | string> = { ...defaultProtectionOptions };
  for (const [name, setting] of Object.entries(record(value, location))) {
    if (!(name in options)) throw new ApiError('InvalidArgument', location);
    // Excel stumbles over null (office-js issue 1931): what was read back is no valid input.
    if (setting === null) throw new ApiError('GeneralException', location);
    options[name] = name === 'selectionMode' ? word(setting, selectionModes, location) : flag(setting, location);
  }
  return options as unknown as ProtectionOptions;
}

/** Options as Excel tells them: some that are not set come as null (office-js issue 1931). */
function toldOptions({ allowEditObjects, allowEditScenarios, ...options }: ProtectionOptions): JsonObject {
  return { ...options, allowEditObjects: allowEditObjects || null, allowEditScenarios: allowEditScenarios || null };
}

const password = (value: Argument | undefined, location: string): string | undefined =>
  given<string | undefined>(value, undefined, (some) => text(some, location));

export const worksheetProtectionType: ObjectType<Sheet> = {
  name: 'WorksheetProtection',
  place: (sheet) => ({ sheet }),
  properties: {
    Protected: { since: 2, read: (_, { protection }) => protection.isOn },
    Options: { since: 2, read: (_, { protection }) => (protection.isOn ? toldOptions(protection.options) : null) },
  },
  methods: {
    Protect: {
      since: 2,
      effect: 'protection',
      call: (_, sheet, [options, secret]) => {
        const location = 'WorksheetProtection.protect';
        const read = given(options, defaultProtectionOptions, (value) => readOptions(value, location));
        // Options cannot be changed while the sheet is protected: unprotect first.
        if (sheet.protection.isOn) throw new ApiError('AccessDenied', location);
        sheet.protection.protect(read, password(secret, location));
      },
    },
    Unprotect: {
      since: 2,
      effect: 'protection',
      call: ({ beforeUnprotect }, sheet, [secret]) => {
        beforeUnprotect();
        if (!sheet.protection.isOn) throw new ApiError('AccessDenied', 'WorksheetProtection.unprotect');
        sheet.protection.unprotect(password(secret, 'WorksheetProtection.unprotect'));
      },
    },
  },
};
