import { beforeAll, expect, test, vi } from 'vitest';
import type * as RunAddress from './run-address.ts';

let address: typeof RunAddress;
beforeAll(async () => {
  // The page's token is read when its requests are first named.
  vi.stubGlobal('location', { hash: '' });
  vi.stubGlobal('localStorage', { getItem: () => null });
  address = await import('./run-address.ts');
});

const read = (url: string) => address.readRunAddress(Object.fromEntries(new URL(url, 'http://127.0.0.1').searchParams));

test('an address says all that the page shows, and reads back the same', () => {
  const said: RunAddress.RunAddress = {
    x: 'needles',
    y: 'language',
    task: 'a/b & c',
    status: 'error',
    where: { 'de?pth': 40, answerable: true },
    sort: 'score',
    page: 3,
  };
  expect(read(address.runAddress('a b/..', said))).toEqual(said);
  expect(address.runAddress('a b/..', {})).toBe('/runs/a%20b%2F..');
  expect(address.sampleAddress('r', 'task/en/1&2')).toBe('/runs/r/sample?id=task%2Fen%2F1%262');
});

test('what an address says wrongly is left out', () => {
  expect(address.readRunAddress({ status: 'nope', sort: 'x' })).toEqual(address.readRunAddress({}));
  for (const where of ['[1]', '{"a":{}}', 'null', '{', '{}', '"x"']) expect(address.readRunAddress({ where }).where).toBeUndefined();
  for (const page of ['0', '-2', '1.5', 'x', '1']) expect(address.readRunAddress({ page }).page).toBeUndefined();
});
