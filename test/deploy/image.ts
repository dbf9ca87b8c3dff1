import { cp, mkdir, readFile, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** The text of a file of the project. */
export function projectFile(...path: readonly string[]): Promise<string> {
  return readFile(join(root, ...path), 'utf8');
}

/**
 * Makes in an empty folder what the Dockerfile copies into its image, and links the packages that are installed there:
 * those that the lock file does not keep for development.
 */
export async function layOutImage(folder: string): Promise<void> {
  const dockerfile = await projectFile('deploy', 'Dockerfile');
  const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) (\S+)$/gm)].flatMap(([, from = '']) => from.split(' '));
  const ignored = await ignoredPaths();
  for (const path of new Set(copied)) {
    await cp(join(root, path), join(folder, path), {
      recursive: true,
      filter: (from) => !ignored.some((each) => relative(root, from) === each),
    });
  }
  for (const [path, { dev = false }] of Object.entries(await lockedPackages())) {
    // What is inside of another package comes with it.
    if (path === '' || dev || path.lastIndexOf('node_modules/') > 0) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await symlink(join(root, path), join(folder, path));
  }
}

/** Paths that `.dockerignore` takes out again; that it lets nothing else in is not our copy's matter. */
async function ignoredPaths(): Promise<readonly string[]> {
  const rows = (await projectFile('deploy', 'Dockerfile.dockerignore')).split('\n');
  return rows.filter((row) => /^[\w./]/.test(row));
}

async function lockedPackages(): Promise<Readonly<Record<string, { readonly dev?: boolean }>>> {
  const lock = JSON.parse(await projectFile('package-lock.json')) as { packages: Record<string, { dev?: boolean }> };
  return lock.packages;
}
