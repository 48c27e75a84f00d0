import { FathomError, type HubData } from '../../core/index.ts';
import { handFolder, pullData, type Pull, type PullOptions } from '../../datasets/hub/index.ts';
import { createProgressLine } from '../progress-line.ts';
import { bytesShown } from './bytes-shown.ts';
import { lockCopy } from './lock-copy.ts';

/** Pulls data while no other process does; what is all there is only looked at. Rejects as `pullData` does. */
export async function pullCopy(data: HubData, options: PullOptions): Promise<Pull> {
  return (await allThere(data, options)) ?? pullLocked(data, options);
}

/** A copy that has all is read alone: its disk may be one that cannot be written. Undefined where something is to be fetched. */
async function allThere(data: HubData, options: PullOptions): Promise<Pull | undefined> {
  if (options.refresh) return undefined;
  return pullData(data, { ...options, offline: true }).catch((error: unknown) => {
    if (!options.offline && error instanceof FathomError && error.code === 'missing') return undefined;
    throw error;
  });
}

/** Fetches while no other process does; how far it is stands on a terminal. */
async function pullLocked(data: HubData, options: PullOptions): Promise<Pull> {
  const release = lockCopy(handFolder(data, options.root));
  const line = process.stderr.isTTY ? createProgressLine(process.stderr) : undefined;
  const onProgress: PullOptions['onProgress'] = ({ file, doneBytes, totalBytes }) =>
    line?.update(`${bytesShown(doneBytes)} of ${bytesShown(totalBytes)} · ${file}`);
  try {
    return await pullData(data, { ...options, onProgress });
  } finally {
    line?.end();
    release();
  }
}
