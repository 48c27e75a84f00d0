import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A file of rows, or a file inside a zip archive. */
export interface DataSource {
  /** The file or the archive. */
  readonly path: string;
  /** Name inside the archive. */
  readonly member?: string;
}

/** As messages name it: `data.zip!data/qasper.jsonl`. */
export function sourceName({ path, member }: DataSource): string {
  return member === undefined ? path : `${path}!${member}`;
}

/** The source that a name in a record stands for. */
export function sourceNamed(name: string): DataSource {
  const at = name.lastIndexOf('.zip!');
  return at === -1 ? { path: name } : { path: name.slice(0, at + 4), member: name.slice(at + 5) };
}

/** The first of these files (relative to the folder) that is there, on its own or inside one of these archives. */
export async function findSource(
  folder: string,
  { names, archives = [] }: { readonly names: readonly string[]; readonly archives?: readonly string[] },
): Promise<DataSource | undefined> {
  const found = names.map((name) => join(folder, name)).find((path) => existsSync(path));
  if (found !== undefined) return { path: found };
  for (const path of archives.map((name) => join(folder, name)).filter((each) => existsSync(each))) {
    const { zipMembers } = await import('./zip-member.ts');
    const members = await zipMembers(path);
    const member = names.flatMap((name) => members.find((each) => each === name || each.endsWith(`/${name}`)) ?? [])[0];
    if (member !== undefined) return { path, member };
  }
  return undefined;
}
