import { describe, expect, it } from 'vitest';
import { createCommitQueue } from './commit-queue.ts';

describe('createCommitQueue', () => {
  it('writes in one commit what arrives together, and the rest after it', async () => {
    const commits: (readonly number[])[] = [];
    const queue = createCommitQueue<number>(async (items) => {
      commits.push(items);
      await new Promise(setImmediate);
      return items.map(() => undefined);
    });
    const first = [queue.add(1), queue.add(2)];
    while (commits.length === 0) await new Promise(setImmediate);
    await Promise.all([...first, queue.add(3), queue.add(4)]);
    await queue.idle();
    expect(commits).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('fails every item of a commit that failed, and goes on with the next', async () => {
    let broken = true;
    const queue = createCommitQueue<number>(async (items) => {
      if (broken) throw new Error('disk');
      return items.map((item) => (item === 4 ? new Error('refused') : undefined));
    });
    const failed = await Promise.allSettled([queue.add(1), queue.add(2)]);
    broken = false;
    const settled = await Promise.allSettled([queue.add(3), queue.add(4)]);
    expect([...failed, ...settled].map((one) => (one.status === 'rejected' ? (one.reason as Error).message : 'committed'))).toEqual([
      'disk',
      'disk',
      'committed',
      'refused',
    ]);
  });
});
