import type { StartForm } from '../../../src/server/api.ts';

/** The command that does the same in a POSIX shell. */
export function shellLine({ tasks, flags }: StartForm): string {
  const words = Object.entries(flags).flatMap(([name, value]) => {
    const flag = `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    if (value === true) return [flag];
    return [value].flat().flatMap((each) => (String(each).startsWith('-') ? [`${flag}=${String(each)}`] : [flag, String(each)]));
  });
  return ['fathom', 'run', ...tasks, ...words].map(quoted).join(' ');
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
