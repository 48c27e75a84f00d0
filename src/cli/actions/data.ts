import { FathomError, nearestName } from '../../core/index.ts';
import { copyBytes, handFolder, pulledData, removeCopy, type Pull, type PullOptions } from '../../datasets/hub/index.ts';
import { countNoun, visibleText } from '../../report/index.ts';
import { bytesShown } from '../data/bytes-shown.ts';
import { dataEntry, type DataEntry } from '../data/data-entry.ts';
import { dataFamilies, dataFamily, fetchCommands, type DataFamily } from '../data/data-families.ts';
import { dataRoot } from '../data/data-root.ts';
import { lockCopy } from '../data/lock-copy.ts';
import { openHub } from '../data/open-hub.ts';
import { pullCopy } from '../data/pull-copy.ts';

/** What is to be done with which data. */
export interface DataWords {
  readonly action: string;
  readonly family: string | undefined;
  readonly files: readonly string[];
}

type Flags = Readonly<Record<string, unknown>>;

const ACTIONS: { readonly [name: string]: (words: DataWords, flags: Flags) => Promise<void> } = { pull, list, path, remove };

/** Names of what can be done, for completion. */
export const DATA_ACTIONS: readonly string[] = Object.keys(ACTIONS);

/** Pulls, lists, finds or removes the data of benchmarks. Rejects with a FathomError: `misuse`, `missing`, `data`, `storage`. */
export async function data(words: DataWords, flags: Flags): Promise<void> {
  const act = Object.hasOwn(ACTIONS, words.action) ? ACTIONS[words.action] : undefined;
  if (act) {
    if (words.files.length > 0 && words.action !== 'pull') throw tooMany(words);
    return act(words, flags);
  }
  const nearest = nearestName(words.action, DATA_ACTIONS);
  throw new FathomError('misuse', `Data cannot be asked to ${JSON.stringify(words.action)}.`, {
    fix: nearest === undefined ? `It can: ${DATA_ACTIONS.join(', ')}.` : `Did you mean fathom data ${nearest}?`,
  });
}

async function pull({ family: id, files }: DataWords, flags: Flags): Promise<void> {
  const family = await dataFamily(id);
  if (family.data.kind !== 'hub') throw byHand(family);
  const options = await pullOptions(files, flags);
  const pulled = await pullCopy(family.data, options);
  console.log(flags['json'] === true ? JSON.stringify({ ...pulled, family: family.id }, null, 2) : pullLines(family.id, pulled));
}

async function pullOptions(files: readonly string[], { revision, refresh, offline }: Flags): Promise<PullOptions> {
  return {
    root: dataRoot(),
    access: await openHub(),
    files,
    ...(typeof revision === 'string' && { revision }),
    refresh: refresh === true,
    offline: offline === true,
  };
}

function byHand(family: DataFamily): FathomError {
  const commands = fetchCommands(family, handFolder(family.data, dataRoot())).join('\n  ');
  return new FathomError('missing', `The data of ${family.id} is not on the hub: it is fetched by hand.`, {
    fix: `${commands}\n  (Licence as declared: ${family.data.licence}. Any other folder does as well: --data DIR.)`,
  });
}

function pullLines(id: string, { folder, revisions, files }: Pull): string {
  const fetched = files.filter((file) => file.fetched);
  const bytes = fetched.reduce((sum, file) => sum + file.bytes, 0);
  const done =
    fetched.length === 0 ? 'nothing to fetch, all is there' : `${countNoun(fetched.length, 'file')} fetched, ${bytesShown(bytes)}`;
  const from = revisions.map(
    ({ repo, revision, licence }) => `  ${repo} at ${revision}${licence === undefined ? '' : ` · licence ${visibleText(licence)}`}`,
  );
  return [`${id}: ${done}, in ${folder}`, ...from].join('\n');
}

async function list({ family: id }: DataWords, flags: Flags): Promise<void> {
  const families = id === undefined ? await dataFamilies() : [await dataFamily(id)];
  const entries: DataEntry[] = [];
  for (const family of families) entries.push(await dataEntry(family, dataRoot()));
  if (flags['json'] === true) return console.log(JSON.stringify(entries, null, 2));
  for (const entry of entries) console.log(entryLines(entry));
}

function entryLines({ family, source, licence, pulled, revision, folder, bytes, files, fetch }: DataEntry): string {
  const count = files ? `${files.there} of ${files.all} files, ` : '';
  const there = pulled
    ? [`  here: ${count}${bytesShown(bytes)}${revision === undefined ? '' : `, revision ${revision}`}`, `  ${folder}`]
    : fetch.map((command) => `  ${command}`);
  return [`${family}${pulled ? '' : ' · not here'}`, `  ${source} · licence as declared: ${licence}`, ...there].join('\n');
}

async function path({ family: id }: DataWords, flags: Flags): Promise<void> {
  const family = await dataFamily(id);
  const copy = await pulledData(family.data, dataRoot());
  if (!copy) throw notHere(family.id);
  console.log(flags['json'] === true ? JSON.stringify({ family: family.id, folder: copy.folder, revision: copy.revision }) : copy.folder);
}

async function remove({ family: id }: DataWords, flags: Flags): Promise<void> {
  const family = await dataFamily(id);
  const root = dataRoot();
  const copy = await pulledData(family.data, root);
  const bytes = await copyBytes(family.data.id, root);
  if (!copy && bytes === 0) throw notHere(family.id);
  const release = lockCopy(handFolder(family.data, root));
  await removeCopy(family.data.id, root).finally(release);
  if (flags['json'] === true) return console.log(JSON.stringify({ family: family.id, removedBytes: bytes }));
  console.log(`${family.id}: ${bytesShown(bytes)} removed from ${handFolder(family.data, root)}.`);
  if (copy?.files)
    console.error(`Runs on it are built again after: fathom data pull ${family.id} --revision ${copy.revision!.split(' ')[0]!}`);
}

function notHere(id: string): FathomError {
  return new FathomError('missing', `There is no copy of the data of ${id}.`, { fix: `fathom data pull ${id} fetches it, or says how.` });
}

function tooMany({ action, files }: DataWords): FathomError {
  return new FathomError('misuse', `fathom data ${action} takes no files: ${files.join(' ')}.`, {
    fix: `Write fathom data ${action} FAMILY.`,
  });
}
