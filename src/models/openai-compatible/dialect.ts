/** What a server was found to take. Starts with what nearly all take; learned from refusals. */
export interface Dialect {
  readonly maxTokensField: 'max_tokens' | 'max_completion_tokens';
  readonly temperature: boolean;
  readonly streamOptions: boolean;
}

const REFUSES =
  /unsupported|(not|n't) support|not (allowed|permitted)|unrecogni[sz]ed|unknown|unexpected|extra (inputs|fields)|deprecated|only the default|must be (strictly )?positive|use ['"`]?max_/i;

/**
 * What a refusal (400 or 422) of a request in the dialect `used` teaches about `known`: the dialect to remember, or undefined when the
 * refusal has another reason. Compared with the dialect that the request used, because another call may have learned meanwhile.
 */
export function learnDialect(refusal: string, used: Dialect, known: Dialect): Dialect | undefined {
  if (!REFUSES.test(refusal)) return undefined;
  if (used.streamOptions && /stream_options|stream options/i.test(refusal)) return { ...known, streamOptions: false };
  if (used.temperature && /\btemperature\b/i.test(refusal)) return { ...known, temperature: false };
  if (refusesField(refusal, used.maxTokensField)) return { ...known, maxTokensField: otherField(used.maxTokensField) };
  return undefined;
}

/** The field is named first: `max_tokens is not supported, use max_completion_tokens` refuses the one and names the other. */
function refusesField(refusal: string, field: Dialect['maxTokensField']): boolean {
  const at = refusal.search(new RegExp(`\\b${field}\\b`));
  const other = refusal.search(new RegExp(`\\b${otherField(field)}\\b`));
  return at >= 0 && (other < 0 || at < other);
}

const otherField = (field: Dialect['maxTokensField']): Dialect['maxTokensField'] =>
  field === 'max_tokens' ? 'max_completion_tokens' : 'max_tokens';
