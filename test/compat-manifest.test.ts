import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateProse } from '../src/text/index.ts';
import { fathom } from './fathom.ts';

let root: string;
beforeAll(() => (root = mkdtempSync(join(tmpdir(), 'fathom-manifest-'))));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const NEEDLES = Array.from({ length: 24 }, (_, i) => [
  {
    language: 'English',
    needle: `The lamp of house ${i} is the ${i * 37 + 5} lantern.`,
    retrieval_question: `Which lamp has house ${i}? Answer 'It is the ___.'`,
    arg1: `house ${i}`,
    arg2: `${i * 37 + 5} lantern`,
  },
  {
    language: 'Chinese',
    needle: `第${i}屋的灯是${i * 37 + 5}号灯笼。`,
    retrieval_question: `第${i}屋有什么灯？请回答‘它是___。’`,
    arg1: `第${i}屋`,
    arg2: `${i * 37 + 5}号灯笼`,
  },
]).flat();
const NAMES = (language: string) =>
  Array.from({ length: 700 }, (_, i) => (language === 'English' ? `Person${i}x` : `人物${i}号`)).join(',');

/** Official-style data and haystack folders, written in the given order, so that the file system lists them differently. */
function writeData(name: string, order: readonly number[]): string {
  const folder = join(root, name);
  mkdirSync(join(folder, 'en'), { recursive: true });
  mkdirSync(join(folder, 'zh'), { recursive: true });
  for (const i of order) {
    for (const language of ['en', 'zh'] as const) {
      const rows = generateProse({ language, seed: i, minimumBytes: 9000 }).map((text) => JSON.stringify({ text }));
      writeFileSync(join(folder, language, `part-${i}.jsonl`), `${rows.join('\n')}\n`);
    }
  }
  writeFileSync(join(folder, 'needles.jsonl'), NEEDLES.map((row) => JSON.stringify(row)).join('\n'));
  writeFileSync(join(folder, 'names.json'), JSON.stringify({ English: NAMES('English'), Chinese: NAMES('Chinese') }));
  return folder;
}

async function manifest(folder: string, env: Readonly<Record<string, string>>): Promise<string> {
  const args = ['plan', 'needlebench', '--suite', '4k', '--compat', '--repeats', '2', '--draw-seed', '7', '--data', folder, '--hashes'];
  const done = await fathom([...args, '--haystack', `en=${folder}/en`, '--haystack', `zh=${folder}/zh`], { cwd: folder, env });
  expect({ code: done.code, stderr: done.stderr }).toEqual({ code: 0, stderr: '' });
  return done.stdout;
}

test('a whole compat suite is byte-identical across processes, time zones, locales and file-system orders', async () => {
  const first = await manifest(writeData('first', [0, 1, 2, 3, 4, 5]), { TZ: 'Asia/Shanghai', LC_ALL: 'C' });
  const second = await manifest(writeData('second', [3, 5, 0, 4, 2, 1]), { TZ: 'America/New_York', LC_ALL: 'tr_TR.UTF-8' });
  expect(second).toBe(first);
  const lines = first.trimEnd().split('\n');
  expect(lines.length).toBeGreaterThan(1000);
  expect(lines.every((line) => /^([0-9a-f]{64}|skipped:[\w-]+) {2}needlebench\//.test(line))).toBe(true);
  expect(createHash('sha256').update(first).digest('hex')).toMatchInlineSnapshot(
    `"7e1205c671936571a93167971760e01625f523da52866ab1aec6f1bdbc475b77"`,
  );
});
