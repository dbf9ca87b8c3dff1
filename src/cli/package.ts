import { parseArgs } from 'node:util';
import { makeIdentity } from './package/make-identity.ts';
import { openSealed } from './package/open-sealed.ts';
import { PackageError } from './package/package-error.ts';
import { wrongOptions } from './wrong-options.ts';

const help = `Usage: calaim-invoice package key --out FILE
       calaim-invoice package open --identity FILE --out FILE PACKAGE

Sealed packages: submissions that come by SFTP or secure e-mail as files that only the plan can open (age format).

  key    makes the plan's key, into a file that only you can read, and prints its public half: "recipient" of
         "sealedPackages" in the plan's profile.json
  open   opens a package, and writes the submission in it as JSON, as it would have come over the network

  --identity FILE   the plan's key, as "package key" or age-keygen made it; more than one may stand in it
  --out FILE        where the key, or the submission, goes; a file that is there is not replaced. A submission holds
                    member data: only you can read the file
  --help

Exit codes: 0 ok, 2 wrong usage or unreadable input.
`;

const options = {
  identity: { type: 'string' },
  out: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

/**
 * `calaim-invoice package key|open`.
 *
 * @param commandLine what stands after `package`
 * @returns the exit code
 */
export async function packageCommand(commandLine: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parse(commandLine);
    if (values.help) {
      process.stdout.write(help);
      return 0;
    }
    const [action, file, ...rest] = positionals;
    const { identity, out } = values;
    if (action !== 'key' && action !== 'open') throw new PackageError('choose key or open (see --help)');
    if (out === undefined) throw new PackageError('--out is missing (see --help)');
    if (action === 'key') {
      if (file !== undefined || identity !== undefined) throw new PackageError('key takes --out alone (see --help)');
      process.stdout.write(`${await makeIdentity(out)}\n`);
      return 0;
    }
    if (identity === undefined) throw new PackageError('--identity is missing (see --help)');
    if (file === undefined || rest.length > 0) throw new PackageError('name one package (see --help)');
    process.stdout.write(`${await openSealed(file, identity, out)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof PackageError)) throw error;
    process.stderr.write(`calaim-invoice package: ${error.message}\n`);
    return 2;
  }
}

function parse(commandLine: readonly string[]) {
  try {
    return parseArgs({ args: [...commandLine], options, strict: true, allowPositionals: true });
  } catch (error) {
    throw new PackageError(wrongOptions(error));
  }
}
