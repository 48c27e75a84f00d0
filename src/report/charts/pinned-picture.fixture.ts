import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';

/**
 * Compares a drawing with the one kept in `snapshots/`, an element a line. A changed picture fails with the place of the new one, so that both can be looked at.
 */
export async function expectPinned(name: string, svg: string): Promise<void> {
  const pinned = join(import.meta.dirname, 'snapshots', `${name}.svg`);
  const lines = svg.replaceAll('><', '>\n<');
  try {
    await expect(lines).toMatchFileSnapshot(pinned);
  } catch {
    const folder = join(tmpdir(), 'fathom-pictures');
    mkdirSync(folder, { recursive: true });
    const drawn = join(folder, `${name}.svg`);
    writeFileSync(drawn, lines);
    throw new Error(
      `The picture "${name}" has changed. Look at both in a browser:\n  kept:  ${pinned}\n  drawn: ${drawn}\n` +
        `What changed: diff ${pinned} ${drawn}\nIf the new one is right, keep it: npx vitest run src/report/charts -u`,
    );
  }
}
