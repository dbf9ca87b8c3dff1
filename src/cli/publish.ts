import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { templateFile } from '../xlsx/template-file.ts';
import { guides, indexPage } from './publish/guides.ts';
import { developmentOrigin, paneOrigin, publishedManifest } from './publish/manifest.ts';
import { PlanUnreadable, readPlan } from './read-plan.ts';
import { wrongOptions } from './wrong-options.ts';

const help = `Usage: calaim-invoice publish --plan FOLDER --out FOLDER [--origin URL]

Makes what a plan hands out to providers: template.xlsx, the add-in's manifest and icons, and a guide for each way in
which the add-in comes to a person. The same plan gives the same files, byte for byte. They hold no secret.

  --plan FOLDER   a plan's folder (profile.json, logo.png)
  --out FOLDER    where the files go; files of the same names are replaced
  --origin URL    server of the pane, for example https://pane.example (${developmentOrigin}, for this computer only)
  --help

Exit codes: 0 published, 2 wrong usage or unreadable input.
`;

const options = {
  plan: { type: 'string' },
  out: { type: 'string' },
  origin: { type: 'string', default: developmentOrigin },
  help: { type: 'boolean', default: false },
} as const;

/** What is wrong with the command or its input, in words for the person at the keyboard. */
class PublishError extends Error {}

/** Folder of this package, with the manifest and the icons. */
const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * `calaim-invoice publish`: writes what a plan hands out.
 *
 * @param commandLine what stands after `publish`.
 * @returns the exit code.
 */
export async function publishCommand(commandLine: readonly string[]): Promise<number> {
  try {
    const values = parse(commandLine);
    if (values.help) {
      process.stdout.write(help);
      return 0;
    }
    const { plan, out } = values;
    if (plan === undefined) throw new PublishError('--plan is missing (see --help)');
    if (out === undefined) throw new PublishError('--out is missing (see --help)');
    const origin = paneOrigin(values.origin);
    if (origin === null) throw new PublishError('--origin is an https address without a path (see --help)');
    for (const [path, content] of await publishedFiles(plan, origin)) {
      await write(join(out, path), content);
      process.stdout.write(`${join(out, path)}\n`);
    }
    if (origin === developmentOrigin) {
      process.stdout.write(
        `The manifest points at ${origin}, for this computer only: --origin names a plan's server.\n`,
      );
    }
    return 0;
  } catch (error) {
    if (!(error instanceof PublishError || error instanceof PlanUnreadable)) throw error;
    process.stderr.write(`calaim-invoice publish: ${error.message}\n`);
    return 2;
  }
}

function parse(commandLine: readonly string[]) {
  try {
    return parseArgs({ args: [...commandLine], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new PublishError(wrongOptions(error));
  }
}

type PublishedFile = readonly [path: string, content: string | Uint8Array];

/** Every file, before the first one is written: a plan that cannot be read leaves nothing behind. */
async function publishedFiles(plan: string, origin: string): Promise<readonly PublishedFile[]> {
  const profile = await readPlan(plan);
  const { xml, addIn } = publishedManifest(await readFile(join(root, 'manifest.xml'), 'utf8'), origin);
  const facts = { profile, origin, version: addIn.version };
  const all = guides(facts);
  const icons = (await readdir(join(root, 'assets'))).filter((name) => /^icon-\d+\.png$/.test(name)).sort();
  return [
    ['index.html', indexPage(facts, all)],
    ['template.xlsx', await templateFile(profile, addIn)],
    ['manifest.xml', xml],
    ...(await Promise.all(
      icons.map(async (name): Promise<PublishedFile> => [`assets/${name}`, await readFile(join(root, 'assets', name))]),
    )),
    ...all.map(({ path, content }): PublishedFile => [path, content]),
  ];
}

async function write(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  } catch {
    throw new PublishError(`${path} cannot be written`);
  }
}
