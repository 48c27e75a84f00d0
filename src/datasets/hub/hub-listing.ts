import { posix } from 'node:path';
import { z } from 'zod';
import { FathomError, type HubRepo } from '../../core/index.ts';
import { describeIssue } from '../describe-issue.ts';
import { hubFetch, type HubAccess } from './hub-access.ts';
import { hubTrouble } from './hub-trouble.ts';
import { safePath } from './safe-path.ts';

/** A file of the hub at a commit. `digest`: of its content, or for small files as git names it. */
export const hubFileSchema = z.strictObject({
  /** In the data set. */
  path: z.string(),
  /** In our copy. */
  to: z.string().transform((to) => safePath(to)),
  bytes: z.int().min(0),
  digest: z.strictObject({ of: z.enum(['sha256', 'git-sha1']), hex: z.string().regex(/^[0-9a-f]{40,64}$/) }),
});
export type HubFile = z.infer<typeof hubFileSchema>;

/** What a data set has at a commit. */
export const hubListingSchema = z.strictObject({
  repo: z.string(),
  /** The commit. */
  revision: z.string().regex(/^[0-9a-f]{7,64}$/),
  /** As the data set's card declares it. */
  licence: z.string().optional(),
  files: z.array(hubFileSchema),
});
export type HubListing = z.infer<typeof hubListingSchema>;

const entrySchema = z.object({
  type: z.string(),
  path: z.string(),
  size: z.int().min(0),
  oid: z.string().optional(),
  lfs: z.object({ oid: z.string(), size: z.int().min(0) }).optional(),
});

/** A data set with more files is none that we know. */
const MOST_FILES = 20_000;

/** The wanted files of a data set at a revision (a branch, a tag or a commit). Rejects with FathomError: `missing`, `data` for what no hub says. */
export async function listHub(wanted: HubRepo, { revision, access }: { readonly revision: string; readonly access: HubAccess }) {
  const { datasetInfo, listFiles } = await import('@huggingface/hub');
  const reached = { hubUrl: access.endpoint, fetch: hubFetch(access) };
  try {
    const about = await datasetInfo({ name: wanted.repo, revision, additionalFields: ['sha', 'cardData'], ...reached });
    const files: HubFile[] = [];
    let seen = 0;
    for await (const entry of listFiles({
      repo: { type: 'dataset', name: wanted.repo },
      recursive: true,
      revision: checkedCommit(about.sha),
      ...reached,
    })) {
      if (++seen > MOST_FILES) throw strange(wanted.repo, `more than ${MOST_FILES} files`);
      const read = entrySchema.safeParse(entry);
      if (!read.success) throw strange(wanted.repo, describeIssue(read.error));
      if (read.data.type === 'file' && isWanted(read.data.path, wanted)) files.push(fileOf(read.data, wanted));
    }
    requireFiles(files, wanted);
    const licence = licenceOf(about.cardData);
    return { repo: wanted.repo, revision: about.sha, ...(licence !== undefined && { licence }), files } satisfies HubListing;
  } catch (cause) {
    throw hubTrouble(cause, { repo: wanted.repo, revision, access });
  }
}

function isWanted(path: string, { files }: HubRepo): boolean {
  return files.some((pattern) => posix.matchesGlob(path, pattern));
}

function fileOf({ path, size, oid, lfs }: z.infer<typeof entrySchema>, { repo, folder, flat }: HubRepo): HubFile {
  const kept = flat ? path.slice(path.lastIndexOf('/') + 1) : path;
  const file = {
    path: safePath(path),
    to: folder === undefined ? kept : `${folder}/${kept}`,
    bytes: lfs?.size ?? size,
    digest: lfs ? { of: 'sha256', hex: lfs.oid } : { of: 'git-sha1', hex: oid },
  };
  const read = hubFileSchema.safeParse(file);
  if (read.success) return read.data;
  throw strange(repo, `${JSON.stringify(path.slice(0, 100))}: ${describeIssue(read.error)}`);
}

/** Something to keep, and no two files in one place. */
function requireFiles(files: readonly HubFile[], { repo, files: patterns }: HubRepo): void {
  if (files.length === 0) throw strange(repo, `no file that is called ${patterns.join(' or ')}`);
  const places = new Set<string>();
  for (const { to } of files) {
    if (places.has(to.toLowerCase())) throw strange(repo, `two files that would be kept as ${to}`);
    places.add(to.toLowerCase());
  }
}

function checkedCommit(sha: unknown): string {
  if (typeof sha === 'string' && /^[0-9a-f]{7,64}$/.test(sha)) return sha;
  throw new FathomError('data', 'The hub names no commit of the data set.', {
    fix: 'Is HF_ENDPOINT a hub? Its default is https://huggingface.co.',
  });
}

function licenceOf(card: unknown): string | undefined {
  const read = z.object({ license: z.union([z.string(), z.array(z.string())]) }).safeParse(card);
  return read.success ? [read.data.license].flat().join(', ').slice(0, 200) : undefined;
}

function strange(repo: string, what: string): FathomError {
  return new FathomError('data', `The data set ${repo} has changed: it lists ${what}.`, {
    fix: 'Name an older revision with --revision, or fetch the files by hand and name their folder: --data DIR.',
  });
}
