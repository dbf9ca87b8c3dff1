import packageJson from '../../package.json' with { type: 'json' };

/** A command of the binary: loaded when it is asked for. */
interface Command {
  readonly summary: string;
  readonly load: () => Promise<(commandLine: readonly string[]) => Promise<number>>;
}

const commands: Readonly<Record<string, Command>> = {
  publish: {
    summary: 'make what a plan hands out: template, manifest, icons and guides',
    load: async () => (await import('./publish.ts')).publishCommand,
  },
  check: {
    summary: 'check invoice workbooks and lists, and say which cell to mend',
    load: async () => {
      const { checkCommand } = await import('./check.ts');
      return (commandLine) => checkCommand(commandLine);
    },
  },
  registry: {
    summary: 'make the key of a plan registry, and sign the registry that the panes trust',
    load: async () => (await import('./registry.ts')).registryCommand,
  },
  serve: {
    summary: "start the plan's endpoint, which takes in invoices and gives signed receipts",
    load: async () => (await import('./serve.ts')).serveCommand,
  },
  people: {
    summary: 'take in organizations, people and systems that may use the endpoint',
    load: async () => (await import('./people.ts')).peopleCommand,
  },
  'plan-files': {
    summary: 'load what the plan knows: its providers, its members, its authorizations',
    load: async () => (await import('./plan-files.ts')).planFilesCommand,
  },
  keys: {
    summary: 'rotate the key under which what the endpoint stores is encrypted',
    load: async () => {
      const { keysCommand } = await import('./keys.ts');
      return (commandLine) => keysCommand(commandLine);
    },
  },
  retention: {
    summary: 'say for how long a plan keeps what it received, and what must be kept for longer',
    load: async () => {
      const { retentionCommand } = await import('./retention.ts');
      return (commandLine) => retentionCommand(commandLine);
    },
  },
  audit: {
    summary: "check that nothing was changed in the audit of the endpoint's submissions",
    load: async () => (await import('./audit.ts')).auditCommand,
  },
  backup: {
    summary: "copy the endpoint's built-in database to a file while it runs",
    load: async () => (await import('./backup.ts')).backupCommand,
  },
  restore: {
    summary: "make the endpoint's built-in database from a backup",
    load: async () => (await import('./backup.ts')).restoreCommand,
  },
  encounters: {
    summary: 'make an 837 of accepted invoices for DHCS, and show X12 files to people',
    load: async () => (await import('./encounters.ts')).encountersCommand,
  },
  package: {
    summary: 'make the key of sealed packages, and open a package that came by SFTP or e-mail',
    load: async () => (await import('./package.ts')).packageCommand,
  },
  icd10: {
    summary: 'load the ICD-10-CM codes of a year into a plan, to check diagnoses against them',
    load: async () => (await import('./icd10.ts')).icd10Command,
  },
};

const help = `Usage: calaim-invoice COMMAND [options]

${Object.entries(commands)
  .map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary}`)
  .join('\n')}

  calaim-invoice COMMAND --help   the options of a command
  calaim-invoice --version        the version

Exit codes: 0 ok, 1 findings, 2 wrong usage or unreadable input.`;

/** Runs the command that the command line names. @returns the exit code */
async function main([name, ...commandLine]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === 'help') {
    console.log(help);
    return name === undefined ? 2 : 0;
  }
  if (name === '--version') {
    console.log(packageJson.version);
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    console.error(`There is no command "${name}". "calaim-invoice --help" lists them.`);
    return 2;
  }
  const run = await command.load();
  return run(commandLine);
}

process.exitCode = await main(process.argv.slice(2));
