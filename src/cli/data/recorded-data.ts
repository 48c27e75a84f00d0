import { existsSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { FathomError, type CorpusSource, type JsonObject, type RunRecord } from '../../core/index.ts';
import { sourceNamed } from '../../datasets/index.ts';

/** Names that a message can hold. */
const LISTED = 5;

/** Throws FathomError `missing` that names the data files of a run that are gone. */
export function requireDataFiles(run: RunRecord): void {
  const files = run.corpora.filter(isData).map(({ origin }) => sourceNamed(String(origin['path'])).path);
  // Built-in texts of a family have a name for people in place of a path.
  const gone = [...new Set(files)].filter((file) => isAbsolute(file) && !existsSync(file));
  if (gone.length === 0) return;
  const more = gone.length > LISTED ? ` and ${gone.length - LISTED} more` : '';
  throw new FathomError('missing', `Data files of the run are gone: ${gone.slice(0, LISTED).join(', ')}${more}.`, { fix: elsewhere(run) });
}

/** The error for a text that a run was made from and that its files have no more. */
export function changedText(run: RunRecord, { digest, dataDir }: { readonly digest: string; readonly dataDir?: string }): FathomError {
  const source = run.corpora.find((corpus) => corpus.digest === digest);
  if (!source || !isData(source)) return new FathomError('data', `The text ${digest} is in none of the haystacks that were opened.`);
  const place = dataDir === undefined ? '' : ` (looked for in ${dataDir})`;
  return new FathomError('data', `${String(source.origin['path'])} is not what the run was made from: it has changed since${place}.`, {
    fix: elsewhere(run),
  });
}

/** Data files of a run whose texts are not among those found now. */
export function changedFiles(run: RunRecord, found: readonly CorpusSource[]): readonly string[] {
  const digests = new Set(found.map(({ digest }) => digest));
  return [
    ...new Set(run.corpora.filter((corpus) => isData(corpus) && !digests.has(corpus.digest)).map(({ origin }) => String(origin['path']))),
  ];
}

/** How to come by the old data. */
export function elsewhere({ id, options }: RunRecord): string {
  const pulled = (options['data'] ?? {}) as JsonObject;
  const again =
    typeof pulled['revision'] === 'string' && pulled['pulled'] === true
      ? `Pull them again: fathom data pull ${String(pulled['id'])} --revision ${pulled['revision'].split(' ')[0]!}. `
      : 'Bring the old files back. ';
  return `${again}If they are elsewhere: fathom verify ${id} --data DIR.`;
}

const isData = ({ origin }: CorpusSource): boolean => origin['kind'] === 'data';
