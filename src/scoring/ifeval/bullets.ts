import { z } from 'zod';
import { stripSpace } from '../python-space.ts';
import { defineVerifier } from './verifier.ts';

/** detectable_format:number_bullet_lists — exactly so many bullets: lines that begin with one * (not **), or with a dash. */
export const numberBulletLists = defineVerifier(z.object({ num_bullets: z.number().int().nonnegative() }), (response, { num_bullets }) => {
  const lines = response.split('\n').map((line) => line.slice(line.length - trimmedLength(line)));
  return starBullets(lines) + lines.filter((line) => line.startsWith('-')).length === num_bullets;
});

const trimmedLength = (line: string) => stripSpace(`${line}.`).length - 1;

// A star alone on its line takes the next line in: upstream's `[^*]` matches the line break.
function starBullets(lines: readonly string[]): number {
  let count = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (!line.startsWith('*') || line[1] === '*') continue;
    if (line.length === 1 && ++i >= lines.length) break;
    count++;
  }
  return count;
}
