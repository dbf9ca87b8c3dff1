import type { Area } from '../model/area.ts';
import type { ProtectionOptions } from '../model/protection.ts';
import type { Sheet } from '../model/sheet.ts';
import { ApiError } from './api-error.ts';

type Permission = Exclude<keyof ProtectionOptions, 'selectionMode'>;

/** Contents may be written unless the sheet is protected and one of the cells is locked. Nothing is written in part. */
export function requireUnlocked(sheet: Sheet, area: Area, location: string): void {
  if (sheet.protection.isOn && sheet.hasLocked(area)) throw new ApiError('AccessDenied', location);
}

/** What a protected sheet allows only by an option, whichever cells are meant. */
export function requireAllowed(sheet: Sheet, permission: Permission, location: string): void {
  if (!sheet.protection.allows(permission)) throw new ApiError('AccessDenied', location);
}

/** What no option of a protected sheet allows. */
export function requireUnprotected(sheet: Sheet, location: string): void {
  if (sheet.protection.isOn) throw new ApiError('AccessDenied', location);
}
