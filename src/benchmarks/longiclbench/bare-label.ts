/** Signs around a label that say nothing. */
const WRAPPING: ReadonlySet<string> = new Set(' \t\n\r\u3000"\'“”‘’`*()[]{}.,;:。，；：「」');

/** A label without what stands around it, in lower case. A walk from either end: linear in the text. */
export function bareLabel(label: string): string {
  let [from, to] = [0, label.length];
  while (from < to && WRAPPING.has(label[from]!)) from++;
  while (to > from && WRAPPING.has(label[to - 1]!)) to--;
  return label.slice(from, to).toLowerCase();
}
