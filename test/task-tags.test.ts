import { expect, test } from 'vitest';
import { familyIds, loadFamily } from '../src/benchmarks/index.ts';
import { isAbility } from '../src/report/index.ts';

const tasks = (await Promise.all(familyIds.map(loadFamily))).flatMap((family) => family.tasks);

test.each(tasks.map((task) => [task.id, task] as const))(
  '%s says what it asks for: ability, one scope, one diffusion, languages',
  (_, task) => {
    const of = (axis: string) => task.tags.filter((tag) => tag.startsWith(`${axis}:`));
    expect({ abilities: task.tags.filter(isAbility).length > 0, scope: of('scope'), diffusion: of('diffusion') }).toEqual({
      abilities: true,
      scope: [expect.stringMatching(/^scope:[123]$/)],
      diffusion: [expect.stringMatching(/^diffusion:[123]$/)],
    });
    expect(task.languages.length).toBeGreaterThan(0);
    expect(new Set(task.tags).size).toBe(task.tags.length);
  },
);
