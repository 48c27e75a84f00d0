import { expect, test } from 'vitest';
import { commandLine } from './command-line.ts';

test('repeats what was typed, quoted where a shell needs it', () => {
  expect(commandLine(['run', 'needlebench', '--model', 'http://localhost:8000/v1#qwen3', '--body', `{"a":"it's"}`])).toBe(
    `fathom run needlebench --model 'http://localhost:8000/v1#qwen3' --body '{"a":"it'\\''s"}'`,
  );
});

test('keeps what headers hold to itself', () => {
  expect(commandLine(['run', 'x', '--header', 'X-Key: sk-1', '--header=Authorization: Bearer sk-2'])).toBe(
    'fathom run x --header … --header=…',
  );
});
