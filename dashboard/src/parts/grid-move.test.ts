import { expect, test } from 'vitest';
import { gridMove } from './grid-move.ts';

const size = { rows: 3, columns: 4 };
const press = (key: string, more: { readonly ctrlKey?: boolean; readonly altKey?: boolean } = {}) => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...more,
});

test('keys move inside a grid and never out of it', () => {
  const at = { row: 1, column: 1 };
  expect(gridMove(press('ArrowRight'), at, size)).toEqual({ row: 1, column: 2 });
  expect(gridMove(press('ArrowUp'), at, size)).toEqual({ row: 0, column: 1 });
  expect(gridMove(press('End'), at, size)).toEqual({ row: 1, column: 3 });
  expect(gridMove(press('End', { ctrlKey: true }), at, size)).toEqual({ row: 2, column: 3 });
  expect(gridMove(press('Home', { ctrlKey: true }), at, size)).toEqual({ row: 0, column: 0 });
  expect(gridMove(press('PageDown'), at, size)).toEqual({ row: 2, column: 1 });
  expect(gridMove(press('ArrowDown'), { row: 2, column: 3 }, size)).toEqual({ row: 2, column: 3 });
  expect(gridMove(press('ArrowLeft'), { row: 0, column: 0 }, size)).toEqual({ row: 0, column: 0 });
});

test('other keys and the shortcuts of the browser are left alone', () => {
  expect(gridMove(press('Enter'), { row: 0, column: 0 }, size)).toBeUndefined();
  expect(gridMove(press('ArrowLeft', { altKey: true }), { row: 1, column: 1 }, size)).toBeUndefined();
});
