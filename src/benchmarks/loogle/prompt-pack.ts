import { statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { FathomError } from '../../core/index.ts';
import { frameOfTemplate, packDigest, parseTemplate, readJson, readText, type Frame } from '../../datasets/index.ts';

/** The wording of a task out of the user's copy of the published configuration. */
export interface LooglePrompts {
  /** SHA-256 over the files, hex. */
  readonly digest: string;
  frame(question: string): Frame;
}

const PROMPTS = 'task2prompt.json';

/**
 * Reads the prompt of a task from `task2prompt.json`, the file or a folder that has it. Throws FathomError: `missing`, or `data` for what is no such file,
 * for a task that it lacks and for placeholders that are not known.
 */
export async function readLooglePrompts(path: string, id: string): Promise<LooglePrompts> {
  const file = statSync(path, { throwIfNoEntry: false })?.isDirectory() ? join(path, PROMPTS) : path;
  const prompts = await readJson(file, z.record(z.string(), z.string()));
  const text = Object.hasOwn(prompts, id) ? prompts[id]! : undefined;
  if (text === undefined)
    throw new FathomError('data', `${file} has no prompt for ${id}.`, { fix: `It has: ${Object.keys(prompts).join(', ')}.` });
  // The cloze prompt shows an answer in JSON, whose braces are words like any other.
  const slots = { '{input}': 'once', '{Q}': 'any' } as const;
  const template = parseTemplate(text, { dialect: 'braces', slots, source: `${file}, ${id}` });
  return {
    digest: packDigest([await readText(file)]),
    frame: (question) =>
      frameOfTemplate(template, { document: '{input}', fill: { '{Q}': { role: 'question', piece: { text: question } } } }),
  };
}
