/**
 * Checks the import fence and exits with 1 when it is broken. Two traps are guarded: the default parser sees nothing under TypeScript 7
 * (so swc parses, and the number of modules must be at least the number of files), and the JSON reporter exits 0 whatever it found.
 */
import { globSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { cruise } from 'dependency-cruiser';
import { fenceRules } from './fence.config.ts';

export interface FenceReport {
  readonly modules: number;
  readonly files: number;
  readonly violations: readonly string[];
}

/** Cruises `src` below `baseDir`. */
export async function checkFence(baseDir: string): Promise<FenceReport> {
  const files = globSync('src/**/*.ts', { cwd: baseDir }).length;
  const { output } = await cruise(['src'], {
    baseDir,
    parser: 'swc',
    tsPreCompilationDeps: true,
    validate: true,
    // The shapes of dependency-cruiser's own types are wider than what we use.
    ruleSet: { forbidden: fenceRules() as never },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: String.raw`(^|/)(node_modules|dist)/` },
  });
  if (typeof output === 'string') throw new Error('dependency-cruiser gave text where a result was asked for');
  return {
    files,
    modules: output.modules.filter((module) => module.source.startsWith('src/')).length,
    violations: output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { modules, files, violations } = await checkFence(process.cwd());
  for (const violation of violations) console.error(violation);
  if (modules < files) console.error(`fence: only ${modules} of ${files} files were read`);
  console.log(`fence: ${modules} modules, ${violations.length} violations`);
  process.exitCode = violations.length > 0 || modules < files ? 1 : 0;
}
