/** About how wide a text is, in Latin characters: a Chinese one counts twice. */
export function roughWidth(content: string): number {
  return content.length + (content.match(/[\u1100-\u115f\u2e80-\uffdc]/gu)?.length ?? 0);
}

/** Shortens a text that is wider than `most` in its middle: names begin alike or end alike, and both ends tell what they are. */
export function shortened(content: string, most: number): string {
  if (roughWidth(content) <= most) return content;
  const characters = [...content];
  const keeping = (count: number) =>
    `${characters.slice(0, Math.ceil(count / 2)).join('')}…${characters.slice(characters.length - Math.floor(count / 2)).join('')}`;
  let count = Math.max(0, Math.min(characters.length, most) - 1);
  while (count > 0 && roughWidth(keeping(count)) > most) count--;
  return keeping(count);
}
