import { FathomError, type Generation, type Model, type ModelRequest, type RequestBlock } from '../../core/index.ts';
import { abortError } from '../http/classify-failure.ts';

/** Models without intelligence, network or cost. `echo` answers with the question. */
export type MockName = 'echo';

const MOCKS: Readonly<Record<MockName, (request: ModelRequest) => string>> = { echo: questionText };

/**
 * The model `mock/NAME`: deterministic, answers at once, reports no tokens (it has no tokenizer). Throws FathomError `misuse` for a name
 * that does not exist.
 */
export function createMockModel(options: { readonly id: string; readonly model: string }): Model {
  const reply = Object.hasOwn(MOCKS, options.model) ? MOCKS[options.model as MockName] : undefined;
  if (reply === undefined) {
    throw new FathomError('misuse', `There is no mock model "${options.model}"`, { fix: 'Use mock/echo' });
  }
  return {
    id: options.id,
    capabilities: new Set(['generate', 'images']),
    generate: async (request, { signal }): Promise<Generation> => {
      if (signal.aborted) throw abortError(signal);
      return { text: reply(request), finish: 'stop', usage: {}, latencyMs: 0 };
    },
    extension: () => undefined,
  };
}

/** Texts of all `question` blocks of the last message that has any, else of the whole last message. */
function questionText({ messages }: ModelRequest): string {
  const asking = messages.findLast(({ blocks }) => blocks.some(isQuestion));
  const blocks = asking?.blocks.filter(isQuestion) ?? messages.at(-1)?.blocks ?? [];
  return blocks.map(({ source }) => ('image' in source ? '' : source.text())).join('');
}

const isQuestion = ({ role }: RequestBlock): boolean => role === 'question';
