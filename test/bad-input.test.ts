import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { startLoopbackServer } from '../src/testing/index.ts';
import type { FathomOptions } from './fathom.ts';
import { workplace } from './workplace.ts';

const { fathom, file, path, requests, serve, single } = workplace();

describe('bad input gives a clear error, an exit code, and loses nothing', () => {
  const refused = async (args: readonly string[], code: number, says: RegExp, options: Partial<FathomOptions> = {}) => {
    const done = await fathom(args, options);
    expect({ code: done.code, stderr: done.stderr }).toEqual({ code, stderr: expect.stringMatching(says) });
    expect(done.stderr).not.toMatch(/\n\s+at /);
    return done;
  };

  test.each([
    ['an unknown task', ['run', 'needlebnech'], 2, /Did you mean needlebench/],
    ['an unknown model', ['run', 'needlebench', '--model', 'opnai/gpt-5'], 2, /Did you mean openai\/gpt-5/],
    ['an unknown flag', ['run', 'needlebench', '--lenghts', '4k'], 2, /--lengths/],
    ['an unknown command', ['rnu'], 2, /Did you mean run/],
    ['an unknown tokenizer', single('--tokenizer', 'o200k-base'), 2, /o200k_base/],
    ['an unknown suite', ['run', 'needlebench', '--suite', '129k'], 2, /128k/],
    ['an unknown language', ['run', 'needlebench', '--languages', 'fr'], 2, /en.*zh/s],
    ['an unknown setting', ['run', 'needlebench', '--set', 'brnaches=5'], 2, /branches/],
    ['a setting without a value', ['run', 'needlebench', '--set', 'branches'], 2, /name=value/],
    ['no length', ['run', 'needlebench', '--lengths', '4kk'], 2, /is no length/],
    ['an impossible depth', ['run', 'needlebench', '--depths', '0..200/50'], 2, /from 0 to 100/],
    ['an impossible length', ['run', 'needlebench/multi-retrieval', '--lengths', '60', '--repeats', '1'], 2, /too-short/],
    ['a missing key', ['run', 'needlebench', '--model', 'openai/gpt-5'], 3, /OPENAI_API_KEY/],
    ['a missing haystack', single('--haystack', 'nowhere.txt'), 3, /nowhere\.txt/],
    ['a run that is not there', ['resume', 'x', '--store', 'empty'], 3, /no run in this ledger/],
    ['a ledger where no folder can be made', ['runs', '--store', '/proc/fathom/ledger'], 3, /folder \/proc.* cannot be made: .*--store/s],
    ['a format that is not there', ['report', '--format', 'pdf'], 2, /html/],
  ] as const)('%s', async (_name, args, code, says) => {
    await refused(args, code, says);
  });

  test('haystacks that are empty, broken or too short', async () => {
    await refused(single('--haystack', file('empty.txt', '  \n\n')), 3, /empty\.txt/);
    await refused(
      single('--haystack', file('binary.txt', new Uint8Array([72, 105, 0xff, 0xfe, 10]))),
      3,
      /binary\.txt.*UTF-8|UTF-8.*binary\.txt/s,
    );
    await refused(single('--haystack', file('torn.jsonl', '{"text":"One line."}\n{"text":"torn')), 3, /torn\.jsonl:2/);
    await refused(single('--haystack', file('short.txt', 'Only a few words stand here. They end soon.')), 2, /corpus has \d+/);
  });

  test('a torn row in the official data names its line', async () => {
    file(
      'needles.jsonl',
      '{"language":"English","needle":"a","retrieval_question":"b?","arg1":"c","arg2":"d"}\n{"language":"English","nee',
    );
    await refused(single('--compat', '--data', '.'), 3, /needles\.jsonl:2/);
  });

  test('a dead server: said at once, and the run can go on later', async () => {
    const { url } = await startLoopbackServer().then(async (dead) => (await dead.close(), dead));
    const done = await refused(single('--model', `${url}/v1#gone`, '--max-attempts', '1', '--store', 'dead'), 3, /No answer from/);
    expect(done.stderr).toContain('fathom resume');
    const runs = JSON.parse((await fathom(['runs', '--json', '--store', 'dead'])).stdout) as { done: number; total: number }[];
    expect(runs).toMatchObject([{ done: 0, total: 3 }]);
  });

  test('a wrong key stops the run with everything pending', async () => {
    const model = await serve({ requireKey: 'right' });
    await refused(single('--model', model, '--store', 'locked'), 3, /401|key/i, { env: { FATHOM_API_KEY: 'wrong' } });
    const resumed = await fathom(['resume', '--store', 'locked', '--json', '--quiet'], { env: { FATHOM_API_KEY: 'right' } });
    expect(JSON.parse(resumed.stdout)).toMatchObject({ status: 'complete', overall: { n: 3 } });
  });

  test.skipIf(!existsSync('/dev/full'))(
    'a full disk: the report says so and the run is safe (skipped where there is no /dev/full)',
    async () => {
      const model = await serve();
      await refused(single('--model', model, '--store', 'full', '--html', '/dev/full'), 3, /cannot be written.*safe in the ledger/s);
      expect(await fathom(['verify', '--store', 'full'])).toMatchObject({ code: 0 });
    },
  );

  test('a ledger that is no database is left as it is', async () => {
    await fathom(['runs', '--store', 'broken']);
    file('broken/ledger.sqlite', 'this is no database, but somebody’s notes');
    await refused(['runs', '--store', 'broken'], 3, /database|ledger/i);
    expect(readFileSync(path('broken/ledger.sqlite'), 'utf8')).toContain('somebody’s notes');
  });

  test('a haystack that changed since the run is refused', async () => {
    const model = await serve({ latencyMs: 50 });
    const book = file('book.txt', 'The mill stood by the river. The wheel turned all day. '.repeat(200));
    const child = fathom(
      [
        'run',
        'needlebench/single-retrieval',
        '--lengths',
        '1k',
        '--repeats',
        '1',
        '--model',
        model,
        '--haystack',
        book,
        '--store',
        'changed',
        '--concurrency',
        '1',
      ],
      {
        onStart: (running) => void requests(1).then(() => running.kill('SIGINT')),
      },
    );
    expect((await child).code).toBe(130);
    file('book.txt', 'Another text altogether. '.repeat(400));
    await refused(['resume', '--store', 'changed'], 3, /not the text that the run was made from/);
  });
});
