/** Flags whose value may be a secret. */
const SECRET_FLAGS = ['--header'];

/** The command as it was typed, safe to paste into a POSIX shell, with the values of headers left out. */
export function commandLine(argv: readonly string[]): string {
  const words = argv.map((word, i) => {
    const flag = SECRET_FLAGS.find((name) => word.startsWith(`${name}=`));
    if (flag !== undefined) return `${flag}=…`;
    return SECRET_FLAGS.includes(argv[i - 1] ?? '') ? '…' : word;
  });
  return ['fathom', ...words].map(quoted).join(' ');
}

function quoted(word: string): string {
  return /^[\w@%+=:,./…-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
