import { expect, test } from 'vitest';
import { runRecord } from '../report/testing/row.ts';
import { KeptByRevision } from './kept-by-revision.ts';

function counted({ most = 2, fails = (): boolean => false } = {}) {
  const made: string[] = [];
  let revision = 1;
  const kept = new KeptByRevision<string, number>({
    most,
    revisionOf: () => Promise.resolve(revision),
    make({ id }, of) {
      made.push(`${id}@${of}`);
      return fails() ? Promise.reject(new Error('no')) : Promise.resolve(`${id}@${of}`);
    },
  });
  return { made, change: () => void revision++, of: (id: string) => kept.of({ ...runRecord(), id }) };
}

test('is made once as long as the run stays as it is, also for those who ask at once', async () => {
  const { made, change, of } = counted();
  expect(await Promise.all([of('a'), of('a')])).toEqual(['a@1', 'a@1']);
  change();
  expect(await of('a')).toBe('a@2');
  expect(made).toEqual(['a@1', 'a@2']);
});

test('of the runs looked at last so many are kept', async () => {
  const { made, of } = counted();
  for (const id of ['a', 'b', 'a', 'c', 'a', 'b']) await of(id);
  expect(made).toEqual(['a@1', 'b@1', 'c@1', 'b@1']);
});

test('what failed is tried again', async () => {
  let first = true;
  const { of } = counted({ fails: () => first });
  await expect(of('a')).rejects.toThrow('no');
  first = false;
  expect(await of('a')).toBe('a@1');
});
