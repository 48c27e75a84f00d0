import * as z from 'zod';
import { FathomError } from '../../core/index.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const value = z.union([scalar, z.array(scalar)]);
const section = z.record(z.string(), value);
const contentSchema = z.record(z.string(), z.union([value, section]));

/** A value of a flag: text, a number, yes or no, or a list of these. */
export type ContentValue = z.infer<typeof value>;
/** Flags of one command. */
export type ContentSection = z.infer<typeof section>;
/** Defaults of all commands, and a section for each command that wants its own. */
export type ConfigContent = z.infer<typeof contentSchema>;

/** Names whose value would be a secret, in any spelling. */
const SECRET_KEY = /^(api-?_?key|headers?|authorization|token|password|secret)$/i;

/** Checks the shape of a config file. Throws FathomError `misuse` with the place, and for a key or header, whose value is never shown. */
export function parseConfigContent(raw: unknown, file: string): ConfigContent {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    throw new FathomError('misuse', `${file} holds no settings.`, { fix: 'Write names of flags and their values: lengths: 4k..32k' });
  }
  refuseSecrets(Object.entries(raw), file);
  const parsed = contentSchema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const at = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
  throw new FathomError('misuse', `${file}: "${at}" is neither text, a number, true, false nor a list of these.`, {
    fix: 'Give the value as you would write it after the flag. Only a command’s name may hold a section.',
  });
}

function refuseSecrets(entries: readonly (readonly [string, unknown])[], file: string): void {
  for (const [key, held] of entries) {
    if (SECRET_KEY.test(key)) {
      throw new FathomError('misuse', `${file}: "${key}" would keep a secret in a file.`, {
        fix: 'Keep the key in an environment variable and name it: apiKeyEnv: MY_KEY. Give headers on the command line: --header NAME:VALUE.',
      });
    }
    if (typeof held === 'object' && held !== null && !Array.isArray(held)) refuseSecrets(Object.entries(held), file);
  }
}
