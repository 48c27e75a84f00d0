import { expect, test } from 'vitest';
import { priceAge } from './price-age.ts';

test('list prices older than 180 days are called old', () => {
  const at = (day: string) => priceAge({ asOf: '2025-11-01' }, new Date(`${day}T12:00:00Z`));
  expect([at('2025-10-01'), at('2025-11-01'), at('2026-04-30')]).toEqual([undefined, undefined, undefined]);
  expect(at('2026-05-01')).toBe('Prices of 2025-11-01: 6 months old, check them or give --prices.');
  expect(at('2026-11-26')).toBe('Prices of 2025-11-01: a year old, check them or give --prices.');
  expect(at('2028-01-01')).toMatch(': 2 years old,');
  expect(priceAge({}, new Date())).toBeUndefined();
});
