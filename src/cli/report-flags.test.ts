import { expect, test } from 'vitest';
import { readReportFlags } from './report-flags.ts';

test('the format comes from the flag, the ending of the file, or is the terminal', () => {
  const kindOf = (flags: Readonly<Record<string, unknown>>) => {
    const { kind, format, ...rest } = readReportFlags(flags);
    return [kind, format, 'per' in rest ? rest.per : undefined];
  };
  expect(kindOf({})).toEqual(['picture', 'terminal', undefined]);
  expect(kindOf({ json: true })).toEqual(['picture', 'json', undefined]);
  expect(kindOf({ output: 'a.xml' })).toEqual(['picture', 'junit', undefined]);
  expect(kindOf({ output: 'a.parquet' })).toEqual(['rows', 'parquet', 'sample']);
  expect(kindOf({ format: 'csv' })).toEqual(['rows', 'csv', 'cell']);
  expect(kindOf({ format: 'csv', per: 'sample' })).toEqual(['rows', 'csv', 'sample']);
  expect(kindOf({ format: 'leaderboard' })).toEqual(['leaderboard', 'md', undefined]);
  expect(kindOf({ format: 'leaderboard', output: 'a.html' })).toEqual(['leaderboard', 'html', undefined]);
  expect(kindOf({ format: 'leaderboard', json: true })).toEqual(['leaderboard', 'json', undefined]);
});

test('what does not go together is misuse, with what fixes it', () => {
  const misuse = (flags: Readonly<Record<string, unknown>>) => {
    try {
      return readReportFlags(flags);
    } catch (error) {
      return error;
    }
  };
  expect(misuse({ format: 'md', per: 'sample' })).toMatchObject({
    code: 'misuse',
    message: '--per says nothing to the format md.',
    fix: 'It is for csv and parquet.',
  });
  expect(misuse({ format: 'svg', figure: 'lenght' })).toMatchObject({
    message: 'There is no value of --figure "lenght".',
    fix: expect.stringContaining('Did you mean length?') as string,
  });
  expect(misuse({ format: 'leaderboard', output: 'x.png' })).toMatchObject({
    code: 'misuse',
    message: expect.stringContaining('"png"') as string,
  });
  expect(misuse({ format: 'pdf' })).toMatchObject({ message: 'There is no report format "pdf".' });
});
