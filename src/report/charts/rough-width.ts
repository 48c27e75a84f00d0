/** About how wide a text is, in Latin characters: a Chinese one counts twice. */
export function roughWidth(content: string): number {
  return content.length + (content.match(/[\u1100-\u115f\u2e80-\uffdc]/gu)?.length ?? 0);
}

/** Cuts the beginning off a text that is wider than `most`: names end differently. */
export function cutStart(content: string, most: number): string {
  if (roughWidth(content) <= most) return content;
  const characters = [...content];
  while (roughWidth(characters.join('')) >= most) characters.shift();
  return `…${characters.join('')}`;
}
