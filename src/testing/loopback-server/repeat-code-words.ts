import type { LoopbackRequest } from './loopback-request.ts';

/**
 * An answer function for servers with a window: repeats the code words (`Code word: …`) of the prompt as it arrived after a silent cut,
 * provided that a request for code words arrived too. A model that sees what it was given, and nothing else.
 */
export function repeatCodeWords({ prompt }: Pick<LoopbackRequest, 'prompt'>): string {
  if (!/all code words/.test(prompt)) return 'ok';
  return Array.from(prompt.matchAll(/\bCode word: (\p{L}+)\./gu), ([, word]) => word).join(' ');
}
