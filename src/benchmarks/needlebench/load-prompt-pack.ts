import { z } from 'zod';
import { FathomError, type Json } from '../../core/index.ts';
import { describeIssue, readJson } from '../../datasets/index.ts';
import { defaultPrompts } from './default-prompts.ts';
import { promptPackSchema, type PromptPack } from './prompt-pack.ts';

type Tree = { readonly [key: string]: unknown };

/** Reads a prompt pack file and lays it over our own wording; without a file, our own wording. Throws `missing` or `data`. */
export async function loadPromptPack(file: string | undefined): Promise<PromptPack> {
  if (file === undefined) return defaultPrompts;
  return completePromptPack((await readJson(file, z.record(z.string(), z.json()))) as Json, file);
}

/** Lays parts of a pack over our own wording. Throws `data` naming `source` when the result is no whole pack. */
export function completePromptPack(parts: Json, source: string): PromptPack {
  const result = promptPackSchema.safeParse(laidOver(defaultPrompts, parts));
  if (result.success) return result.data;
  throw new FathomError('data', `${source}: not a prompt pack: ${describeIssue(result.error)}`, {
    fix: 'The parts of a prompt pack are described in the README of NeedleBench.',
  });
}

function laidOver(base: unknown, parts: unknown): unknown {
  if (!isTree(base) || !isTree(parts)) return parts === undefined ? base : parts;
  const keys = new Set([...Object.keys(base), ...Object.keys(parts)]);
  return Object.fromEntries(Array.from(keys, (key) => [key, laidOver(own(base, key), own(parts, key))]));
}

function own(tree: Tree, key: string): unknown {
  return Object.hasOwn(tree, key) ? tree[key] : undefined;
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
