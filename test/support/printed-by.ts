import { jest } from '@jest/globals';

/** What a command of the command line prints in this process, and its exit code. */
export async function printedBy(
  command: () => Promise<number>,
): Promise<{ readonly status: number; readonly stdout: string; readonly stderr: string }> {
  const write = (stream: NodeJS.WriteStream) => jest.spyOn(stream, 'write').mockReturnValue(true);
  const [out, err] = [write(process.stdout), write(process.stderr)];
  try {
    const status = await command();
    const [stdout, stderr] = [out, err].map((spy) => spy.mock.calls.map(([chunk]) => String(chunk)).join(''));
    return { status, stdout: stdout ?? '', stderr: stderr ?? '' };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}
