import { FathomError, type DataOrigin, type Family, type JsonObject, type Task } from '../../core/index.ts';
import { handFolder, pulledData, type PulledData } from '../../datasets/hub/index.ts';
import type { RunFlags } from '../run-flags.ts';
import { fetchCommands } from './data-families.ts';
import { dataRoot } from './data-root.ts';

/** Flags whose tasks know where their data is, and the copy that was taken for it. */
export interface WithData {
  readonly prompts: RunFlags;
  readonly copy?: PulledData;
}

/** Takes the pulled copy where tasks need data and `--data` names none. Throws FathomError `misuse` where there is none either. */
export async function withPulledData(prompts: RunFlags, tasks: readonly Task[], families: readonly Family[]): Promise<WithData> {
  if (prompts.taskOptions['dataDir'] !== undefined) return { prompts };
  const needing = families.filter((family) => family.data && family.tasks.some((task) => task.needsData && tasks.includes(task)));
  const origins = [...new Map(needing.map(({ data }) => [data!.id, data!])).values()];
  if (origins.length > 1) throw several(needing);
  const [origin] = origins;
  if (origin === undefined) return { prompts };
  const copy = await pulledData(origin, dataRoot());
  if (copy) return { prompts: { ...prompts, taskOptions: { ...prompts.taskOptions, dataDir: copy.folder } }, copy };
  // Some benchmarks have tasks that need none: those without data are told as skipped.
  if (tasks.some((task) => !task.needsData)) return { prompts };
  throw noData(needing[0]!, origin);
}

/** What a run's record keeps of a copy. `pulled`: from the hub, so that it can be had again. */
export function recordedCopy({ id, folder, revision, files }: PulledData): JsonObject {
  return { id, path: folder, ...(revision !== undefined && { revision }), ...(files && { pulled: true }) };
}

/** Where the data is, for people. */
export function copyNote({ folder, revision, files }: PulledData): string {
  const part = files && files.there < files.all ? `, ${files.there} of ${files.all} files` : '';
  return `Data: ${folder}${revision === undefined ? '' : ` (revision ${revision})`}${part}`;
}

function noData({ id, title }: Family, data: DataOrigin): FathomError {
  const commands = fetchCommands({ id, data }, handFolder(data, dataRoot())).filter((command) => !command.startsWith('fathom run'));
  return new FathomError('misuse', `${title.split(':')[0]!} is measured on its own data files, and there are none.`, {
    fix: `Fetch them, or name a folder that has them with --data DIR:\n  ${commands.join('\n  ')}`,
  });
}

function several(families: readonly Family[]): FathomError {
  const ids = families.map(({ id }) => id);
  return new FathomError(
    'misuse',
    `${ids.slice(0, -1).join(', ')} and ${ids.at(-1)!} have data of their own each, and no folder was named.`,
    {
      fix: 'Run them one at a time, or put all data into one folder: --data DIR.',
    },
  );
}
