/** Environment variable in which a test run hands its server's folder to its workers. */
export const serverFolderVariable = 'CALAIM_TEST_POSTGRES';

/** Folder of the run's server: its socket, its log, and its data in `data`. */
export function serverFolder(): string {
  const folder = process.env[serverFolderVariable];
  if (folder === undefined) throw new Error('This run has no PostgreSQL server');
  return folder;
}
