// completions: what a shell needs to complete the commands and their options.
import { print, shared, UsageError, type Command } from './options.ts';

/** Given late, since the table of commands holds this one too. */
let table: () => readonly Command[] = () => [];
export const completeFrom = (commands: () => readonly Command[]): void => void (table = commands);

const optionsOf = (command: Command): string[] => [...Object.keys(command.options ?? {}).map((name) => `--${name}`), ...(command.runs ? Object.keys(shared).map((name) => `--${name}`) : []), '--help'];

function bash(): string {
  const cases = table().map((command) => `    ${command.name}) words="${optionsOf(command).join(' ')}" ;;\n`).join('');
  return `_asyncio_playground() {
  local word="\${COMP_WORDS[COMP_CWORD]}" words=""
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${table().map(({ name }) => name).join(' ')} help" -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases}  esac
  case "$word" in
    -*) COMPREPLY=($(compgen -W "$words" -- "$word")) ;;
    *) COMPREPLY=($(compgen -f -- "$word")) ;;
  esac
}
complete -o filenames -F _asyncio_playground asyncio-playground
`;
}

function zsh(): string {
  const quote = (text: string) => text.replaceAll("'", "'\\''").replaceAll(':', '\\:');
  return `#compdef asyncio-playground
_asyncio_playground() {
  local -a commands=(
${table().map(({ name, summary }) => `    '${name}:${quote(summary)}'\n`).join('')}  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  case "$words[2]" in
${table().map((command) => `    ${command.name}) _arguments ${optionsOf(command).map((option) => `'${option}'`).join(' ')} '*:file:_files' ;;\n`).join('')}  esac
}
compdef _asyncio_playground asyncio-playground
`;
}

function fish(): string {
  const quote = (text: string) => text.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
  return table().flatMap((command) => [
    `complete -c asyncio-playground -n __fish_use_subcommand -f -a ${command.name} -d '${quote(command.summary)}'`,
    ...optionsOf(command).map((option) => `complete -c asyncio-playground -n '__fish_seen_subcommand_from ${command.name}' -l ${option.slice(2)}`),
  ]).join('\n') + '\n';
}

const shells: Record<string, () => string> = { bash, zsh, fish };

export const completions: Command = {
  name: 'completions',
  usage: 'bash|zsh|fish\n--json',
  summary: 'What a shell needs to complete these commands.',
  help: `
  bash   asyncio-playground completions bash >> ~/.bashrc
  zsh    asyncio-playground completions zsh > a folder of $fpath/_asyncio-playground
  fish   asyncio-playground completions fish > ~/.config/fish/completions/asyncio-playground.fish

  --json          instead: the commands, what they are for and their options, as one JSON array

exit status
  0; 2 for a shell that it does not know
`,
  options: { json: { type: 'boolean' } },
  runs: false,
  async run({ values, files }) {
    if (values.json) {
      print(`${JSON.stringify(table().map((command) => ({ name: command.name, usage: command.usage.split('\n'), summary: command.summary, options: optionsOf(command) })), null, 1)}\n`);
      return 0;
    }
    const shell = shells[files[0] ?? ''];
    if (files.length !== 1 || !shell) throw new UsageError('completions takes the name of a shell: bash, zsh or fish');
    print(shell());
    return 0;
  },
};
