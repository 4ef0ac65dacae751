#!/usr/bin/env node
// asyncio-playground: the command for people. Each command is a file of commands/; see `asyncio-playground --help`.
import { commands } from './commands/index.ts';
import { headings, helpOf, nearest, parse, print, UsageError } from './commands/options.ts';
import { beginProgress, endProgress, err } from './terminal.ts';

const names = () => commands.map(({ name }) => name);

function help(): string {
  const width = Math.max(...names().map((name) => name.length));
  return headings(`asyncio-playground: run Python asyncio programs on a simulated clock

  A program that sleeps for an hour ends at once, prints what CPython 3.14 prints, in CPython's order,
  and can be looked at step by step.

usage
  asyncio-playground COMMAND [OPTIONS] FILE|-      - is standard input

commands
${commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}\n`).join('')}
  asyncio-playground COMMAND --help                what a command does and takes

exit status
  0  the program ended        1  an exception that nobody caught, or a program that is refused
  2  a mistake in the command 3  a limit stopped the program
  n  what the program gave to sys.exit()

What a command prints for people, --json prints for programs. Colours and the line that says how long it takes appear
on a terminal only; NO_COLOR=1 leaves the colours out.

try it
  printf 'import asyncio\\nasyncio.run(asyncio.sleep(3600, print("an hour in no time")))' | asyncio-playground run -
`);
}

async function main(argv: string[]): Promise<number> {
  // Options follow the command, so that each command says which it takes.
  const [name, ...rest] = argv;
  if (name === 'help' || name === '--help' || name === '-h') {
    const about = commands.find((command) => command.name === rest[0]);
    print(about ? helpOf(about) : help());
    return 0;
  }
  if (name === undefined) throw new UsageError(`say what to do: ${names().join(', ')} (--help explains)`);
  const command = commands.find((command) => command.name === name);
  if (!command) {
    const what = name.startsWith('-') ? `the command comes first, then options such as '${name}'` : `there is no command '${name}'`;
    const near = nearest(name, names());
    if (near) throw new UsageError(`${what}; did you mean '${near}'? (--help lists them all)`);
    throw new UsageError(`${what}; there are ${names().join(', ')} (--help explains)`);
  }
  const args = parse(command, rest);
  if (!args) {
    print(helpOf(command));
    return 0;
  }
  if (!command.stays) beginProgress(command.name);
  try {
    return await command.run(args);
  } finally {
    endProgress();
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${err.red('asyncio-playground:')} ${error.message}\n`);
  process.exitCode = 2;
}
