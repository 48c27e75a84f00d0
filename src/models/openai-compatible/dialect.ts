import { refusesField } from '../http/refused-field.ts';

/** What a server was found to take. Starts with what nearly all take; learned from refusals. */
export interface Dialect {
  readonly maxTokensField: 'max_tokens' | 'max_completion_tokens';
  readonly temperature: boolean;
  readonly streamOptions: boolean;
}

/**
 * What a refusal (400 or 422) of a request in the dialect `used` teaches about `known`: the dialect to remember, or undefined when the
 * refusal has another reason. Compared with the dialect that the request used, because another call may have learned meanwhile.
 */
export function learnDialect(refusal: string, used: Dialect, known: Dialect): Dialect | undefined {
  if (used.streamOptions && refusesField(refusal, 'stream[_ ]options')) return { ...known, streamOptions: false };
  if (used.temperature && refusesField(refusal, 'temperature')) return { ...known, temperature: false };
  if (refusesFirst(refusal, used.maxTokensField)) return { ...known, maxTokensField: otherField(used.maxTokensField) };
  return undefined;
}

/** The refused field is named first: `max_tokens is not supported, use max_completion_tokens` refuses the one and names the other. */
function refusesFirst(refusal: string, field: Dialect['maxTokensField']): boolean {
  const at = refusal.search(new RegExp(`\\b${field}\\b`));
  const other = refusal.search(new RegExp(`\\b${otherField(field)}\\b`));
  return refusesField(refusal, field) && (other < 0 || at < other);
}

const otherField = (field: Dialect['maxTokensField']): Dialect['maxTokensField'] =>
  field === 'max_tokens' ? 'max_completion_tokens' : 'max_tokens';
