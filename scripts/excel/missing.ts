/** In one line, what a machine lacks for sideloading into desktop Excel; null where nothing is known to be missing. */
export function missingForExcel(platform: NodeJS.Platform): string | null {
  if (platform === 'win32' || platform === 'darwin') return null;
  return 'Desktop Excel is missing: it runs on Windows and on the Mac only. "npm start" shows the pane in the workbench.';
}
