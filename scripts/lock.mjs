import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean }} LockedPackage
 * @typedef {{ packages: Readonly<Record<string, LockedPackage>> }} Lock
 */

/**
 * Packages that the lock file asks for and that are not installed as it says. A package that npm may leave out (a
 * build for another platform) is no difference.
 *
 * @param {Lock} wanted `package-lock.json`.
 * @param {Lock} installed `node_modules/.package-lock.json`, which npm writes last.
 * @returns {string[]} Their folders.
 */
export function differingPackages(wanted, installed) {
  return Object.entries(wanted.packages)
    .filter(([folder, entry]) => {
      if (folder === '' || entry.link === true) {
        return false;
      }
      const present = installed.packages[folder];
      if (present === undefined) {
        return entry.optional !== true;
      }
      return present.version !== entry.version || present.integrity !== entry.integrity;
    })
    .map(([folder]) => folder);
}

/**
 * Whether node_modules is what the lock file says.
 *
 * @param {string} root Folder of package.json.
 * @returns {boolean}
 */
export function isInstalled(root) {
  /**
   * @param {string[]} parts
   * @returns {Lock}
   */
  const read = (...parts) => {
    /** @type {unknown} */
    const content = JSON.parse(readFileSync(join(root, ...parts), 'utf8'));
    return /** @type {Lock} */ (content);
  };
  try {
    return differingPackages(read('package-lock.json'), read('node_modules', '.package-lock.json')).length === 0;
  } catch {
    // Nothing installed, or an installation that was cut off.
    return false;
  }
}
