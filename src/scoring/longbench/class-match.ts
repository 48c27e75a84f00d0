import type { ModeOptions } from './mode.ts';

/**
 * LongBench `classification_score` (0–1): one part of the classes whose names stand in the prediction, if the gold is among them. Names that are part of the
 * gold's name do not count. Official: the list is changed while it is walked, so that the class after a removed one is not looked at; fixed: all are.
 */
export function classMatch(
  prediction: string,
  gold: string,
  { classes, mode = 'official' }: ModeOptions & { readonly classes: readonly string[] },
): number {
  const found = classes.filter((name) => prediction.includes(name));
  const within = (name: string) => name !== gold && gold.includes(name);
  const left = mode === 'fixed' ? found.filter((name) => !within(name)) : removedWhileWalking(found, within);
  return left.includes(gold) ? 1 / left.length : 0;
}

/** Python's `for x in list: list.remove(x)`. */
function removedWhileWalking(names: readonly string[], remove: (name: string) => boolean): readonly string[] {
  const left = [...names];
  for (let i = 0; i < left.length; i++) if (remove(left[i]!)) left.splice(left.indexOf(left[i]!), 1);
  return left;
}
