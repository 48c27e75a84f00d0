import { expect, it } from 'vitest';
import { retryAfterMs } from './retry-after.ts';

const nowMs = Date.UTC(2030, 0, 1, 12, 0, 0);

it.each([
  [{ 'retry-after': '3' }, 3000],
  [{ 'retry-after': '0.5' }, 500],
  [{ 'retry-after-ms': '1250', 'retry-after': '9' }, 1250],
  [{ 'retry-after': ['4', '5'] }, 4000],
  [{ 'retry-after': 'Tue, 01 Jan 2030 12:00:30 GMT' }, 30_000],
  [{ 'retry-after': 'Tue, 01 Jan 2030 11:00:00 GMT' }, 0],
  [{ 'retry-after': 'soon' }, undefined],
  [{ 'retry-after': '-3' }, undefined],
  [{}, undefined],
])('%j is %s ms', (headers, expected) => {
  expect(retryAfterMs(headers, nowMs)).toBe(expected);
});
