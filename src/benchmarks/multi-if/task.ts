import type { Json, JsonObject, Sample, SkippedSample, Task, TaskDeps } from '../../core/index.ts';
import { findDataFile, readDataOptions, requireRows, type DataSettings } from '../../datasets/index.ts';
import type { Conversation } from './conversation.ts';
import { conversationSteps } from './conversation-steps.ts';
import { DATA_FILES } from './data-files.ts';
import { LANGUAGES } from './languages.ts';
import { loadConversations } from './load-conversations.ts';
import { scoreConversation } from './score-conversation.ts';

const FAMILY = { title: 'Multi-IF', source: 'the hub (facebook/Multi-IF)' };
const ID = 'multi-if/conversations';

/** Room for the answer of a turn, as published. */
const MAX_TOKENS = 1024;

/** Conversations of three turns on the user's data file. */
export const conversations: Task = {
  id: ID,
  version: 1,
  title: 'Multi-IF: three turns, each with the instructions of all turns before',
  paper: 'https://arxiv.org/abs/2410.15553',
  tags: ['real-data', 'multi-turn', 'instruction-following', 'diffusion:1', 'scope:1'],
  languages: LANGUAGES,
  needsData: true,
  defaults: { mode: 'corrected', maxTokens: MAX_TOKENS },
  fidelity: { corrected: 'faithful', compat: 'faithful' },
  views: [{ kind: 'profile', x: 'turn' }],
  samples: conversationSamples,
  score: (answer, sample) => {
    const { mode } = sample.facts as { readonly mode: DataSettings['mode'] };
    const turns = sample.target as unknown as Parameters<typeof scoreConversation>[1]['turns'];
    return scoreConversation(answer.replies, { turns, mode: mode === 'compat' ? 'official' : 'fixed' });
  },
};

async function* conversationSamples(options: JsonObject, deps: TaskDeps): AsyncGenerator<Sample | SkippedSample> {
  const settings = readDataOptions(options, FAMILY);
  const { dataDir, badRows } = settings;
  const file = findDataFile(dataDir, DATA_FILES);
  if (file === undefined) {
    const detail = `there is no ${DATA_FILES[0]} in ${dataDir}`;
    return yield { id: `${ID}/data`, task: ID, cell: {}, skipped: { reason: 'no-data', detail } };
  }
  for await (const each of requireRows(inTurn(await loadConversations(file)), { file, badRows })) {
    if ('row' in each) yield* repeats(each.row, settings, deps);
    else {
      const detail = `${file}:${each.line}: ${each.problem}`;
      yield { id: `${ID}/line-${each.line}`, task: ID, cell: {}, skipped: { reason: 'bad-row', detail } };
    }
  }
}

async function* inTurn<T>(rows: readonly T[]): AsyncGenerator<T, void> {
  yield* rows;
}

function* repeats(conversation: Conversation, settings: DataSettings, deps: TaskDeps): Generator<Sample | SkippedSample> {
  const { key, language, turns } = conversation;
  for (let repeat = 0; repeat < settings.repeats; repeat++) {
    const head = { id: `${ID}/${key}/${repeat}`, task: ID, cell: { language, turns: turns.length, repeat } };
    if (settings.languages && !settings.languages.includes(language)) {
      const detail = `the conversation is in ${language}; the run asks for ${settings.languages.join(', ')}`;
      yield { ...head, skipped: { reason: 'language', detail } };
    } else yield { ...head, ...sampleOf(conversation, settings, deps) };
  }
}

function sampleOf({ key, turns }: Conversation, { maxTokens, mode }: DataSettings, { tokenizer }: TaskDeps) {
  const tokens = turns.map(({ prompt }) => tokenizer.count(prompt));
  const steps = tokens.map((_, i) => tokens.slice(0, i + 1).reduce((total, count) => total + count, 0));
  return {
    taskVersion: 1,
    ask: {
      kind: 'generate',
      steps: conversationSteps(turns, { maxTokens: maxTokens ?? MAX_TOKENS }),
      fit: { policy: 'as-is', tokenizer: tokenizer.id },
    },
    target: turns.map(({ columns }) => ({ ids: columns.ids as Json, kwargs: columns.kwargs as Json })),
    // Replies of earlier turns are not there yet and count as nothing.
    promptTokens: steps.reduce((total, count) => total + count, 0),
    longestStepTokens: steps.at(-1)!,
    cluster: `${ID}/${key}`,
    facts: { mode },
  } satisfies Omit<Sample, 'id' | 'task' | 'cell'>;
}
