/**
 * The only file that knows every implementation. Each is loaded when it is named, so that `--help` stays fast.
 */
import {
  FathomError,
  nearestName,
  type BatchClient,
  type BatchRequest,
  type Family,
  type Model,
  type ModelRequest,
  type RunRecord,
  type Task,
} from '../core/index.ts';
import { familyIds, loadFamily } from '../benchmarks/index.ts';
import { parseModelName, type ModelName, type ModelOptions } from '../models/index.ts';
import type { KnownModel } from '../models/openai-compatible/index.ts';
import type { ModelFlags } from './model-flags.ts';

/** A list of models is a courtesy: no answer within this time is none. */
const LIST_TIMEOUT_MS = 10_000;

/** Every family, loaded. */
export async function allFamilies(): Promise<readonly Family[]> {
  return Promise.all(familyIds.map((id) => loadFamily(id)));
}

/** Tasks, and the families that they belong to. */
export interface FoundTasks {
  readonly families: readonly Family[];
  readonly tasks: readonly Task[];
}

/**
 * Tasks by name: a family means all of its tasks, a .jsonl or .json file is a task of own questions. A recorded name of own questions gives a task
 * that can score but not make prompts. Unknown names are refused with the nearest known one.
 */
export async function findTasks(names: readonly string[]): Promise<FoundTasks> {
  const { isQuestionFile, isQuestionTask, loadQuestions, recordedQuestions } = await import('../benchmarks/questions/index.ts');
  const files = [...new Set(names.filter(isQuestionFile))];
  const recorded = names.filter(isQuestionTask);
  const made = files.length > 0 ? await loadQuestions(files) : undefined;
  const named = names.map((name) => made?.tasks[files.indexOf(name)]?.id ?? name);
  return pickTasks(named, [...(made ? [made] : []), ...(recorded.length > 0 ? [recordedQuestions(recorded)] : [])]);
}

/** The tasks of a recorded run, able to make its prompts again: a question file that has changed since is refused. */
export async function findRunTasks({ tasks, corpora }: Pick<RunRecord, 'tasks' | 'corpora'>): Promise<FoundTasks> {
  const files = corpora.filter(({ origin }) => origin['kind'] === 'questions');
  if (files.length === 0) return findTasks(tasks);
  const { reopenQuestions } = await import('../benchmarks/questions/index.ts');
  return pickTasks(tasks, [await reopenQuestions(files)]);
}

async function pickTasks(names: readonly string[], own: readonly Family[]): Promise<FoundTasks> {
  const families = [...(await allFamilies()), ...own];
  const tasks = names.flatMap((name) => tasksNamed(name, families));
  const unique = [...new Map(tasks.map((task) => [task.id, task])).values()];
  return { families: families.filter((family) => family.tasks.some((task) => unique.includes(task))), tasks: unique };
}

function tasksNamed(name: string, families: readonly Family[]): readonly Task[] {
  const family = families.find(({ id }) => id === name);
  if (family) return family.tasks;
  const task = families.flatMap(({ tasks }) => tasks).find(({ id }) => id === name);
  if (task) return [task];
  const known = families.flatMap(({ id, tasks }) => [id, ...tasks.map((each) => each.id)]);
  const nearest = nearestName(name, known);
  throw new FathomError('misuse', `There is no task or family "${name}".`, {
    fix: nearest ? `Did you mean ${nearest}? (fathom list shows all)` : 'fathom list shows all of them.',
  });
}

/** The model behind a name. */
export async function openModel({ model: name, settings, secrets }: ModelFlags): Promise<Model> {
  const parsed = parseModelName(name);
  const model = await connect(parsed, { id: name, ...settings, ...secrets });
  const temperature = settings['temperature'];
  const windowed = withWindow(model, settings);
  return typeof temperature === 'number' ? withTemperature(windowed, temperature) : windowed;
}

/** What the server's own list says of a model; empty where there is no such list, or no such model in it. */
export async function listedModel({
  model: name,
  secrets,
  settings,
}: ModelFlags): Promise<Pick<KnownModel, 'contextTokens' | 'answerTokens'>> {
  const parsed = parseModelName(name);
  if (parsed.provider !== 'openai-compatible') return {};
  const { listModels } = await import('../models/openai-compatible/index.ts');
  const { key } = keyFor(parsed.provider, secrets.apiKey);
  const reached = { ...settings, ...secrets, baseUrl: parsed.baseUrl, ...(key !== undefined && { apiKey: key }) };
  const listed = await listModels({ ...reached, signal: AbortSignal.timeout(LIST_TIMEOUT_MS) }).catch(() => []);
  return listed.find(({ id }) => id === parsed.model) ?? {};
}

/** The user's word on the window holds for every model, those without one included. */
function withWindow(model: Model, { contextTokens, overheadTokens }: ModelFlags['settings']): Model {
  return {
    ...model,
    ...(typeof contextTokens === 'number' && { contextTokens }),
    ...(typeof overheadTokens === 'number' && { overheadTokens }),
  };
}

/** The prompt's own temperature gives way to the user's. */
function withTemperature(model: Model, temperature: number): Model {
  const warmed = (request: ModelRequest): ModelRequest => ({ ...request, output: { ...request.output, temperature } });
  const batch = model.extension('batch');
  return {
    ...model,
    generate: (request: ModelRequest, options) => model.generate(warmed(request), options),
    extension: (key) => (key === 'batch' && batch ? (batchOf(batch, warmed) as never) : model.extension(key)),
  };
}

function batchOf(batch: BatchClient, change: (request: ModelRequest) => ModelRequest): BatchClient {
  return { ...batch, prepare: (requests) => batch.prepare(mapped(requests, change)) };
}

function* mapped(requests: Iterable<BatchRequest>, change: (request: ModelRequest) => ModelRequest): Generator<BatchRequest, void> {
  for (const { customId, request } of requests) yield { customId, request: change(request) };
}

/** Settings that only the client for OpenAI-compatible servers knows. */
const COMPATIBLE_ONLY = ['body', 'maxTokensField', 'raw'] as const;

type Connection = Omit<ModelOptions, 'id' | 'model'> & { readonly id: string };

async function connect(name: ModelName, options: Connection): Promise<Model> {
  if (name.provider !== 'openai-compatible') refuseForeign(name.provider, options);
  const { key, needsKey } = keyFor(name.provider, options.apiKey);
  const reached = { ...options, ...(key !== undefined && { apiKey: key }) };
  if (name.provider === 'openai-compatible') {
    return (await import('../models/openai-compatible/index.ts')).createOpenAiCompatible({
      ...reached,
      baseUrl: name.baseUrl,
      model: name.model,
    });
  }
  if (name.provider === 'baseline') return lexicalReader(name.model);
  if (name.provider === 'mock') return (await import('../models/mock/index.ts')).createMockModel({ id: options.id, model: name.model });
  if (needsKey && key === undefined) throw noKey(name.provider);
  return connectVendor(name, reached);
}

async function lexicalReader(model: string): Promise<Model> {
  if (model === 'lexical') return (await import('../models/lexical/index.ts')).createLexicalReader();
  throw new FathomError('misuse', `There is no baseline "${model}".`, { fix: 'Use baseline/lexical.' });
}

async function connectVendor(name: { readonly provider: string; readonly model: string }, options: Connection): Promise<Model> {
  const full = { ...options, model: name.model };
  if (name.provider === 'openai') return (await import('../models/openai/index.ts')).createOpenAi(full);
  if (name.provider === 'anthropic') return (await import('../models/anthropic/index.ts')).createAnthropic(full);
  return (await import('../models/google/index.ts')).createGoogle(full);
}

/** Where each provider's key is looked for. A URL gets no other provider's key. */
const KEY_VARIABLES: { readonly [provider: string]: readonly string[] } = {
  openai: ['OPENAI_API_KEY'],
  anthropic: ['ANTHROPIC_API_KEY'],
  google: ['GOOGLE_GENERATIVE_AI_API_KEY', 'GEMINI_API_KEY'],
  'openai-compatible': ['FATHOM_API_KEY'],
};

function keyFor(provider: string, given: string | undefined): { readonly key: string | undefined; readonly needsKey: boolean } {
  const found = KEY_VARIABLES[provider]?.map((name) => process.env[name]?.trim()).find((key) => key !== undefined && key !== '');
  return { key: given ?? found, needsKey: provider in KEY_VARIABLES && provider !== 'openai-compatible' };
}

function noKey(provider: string): FathomError {
  const names = KEY_VARIABLES[provider]!;
  return new FathomError('missing', `There is no key for ${provider}: ${names.join(' and ')} ${names.length > 1 ? 'are' : 'is'} not set.`, {
    fix: `export ${names[0]}=… (or --api-key-env NAME, --api-key-file FILE)`,
  });
}

function refuseForeign(provider: string, options: object): void {
  const foreign = COMPATIBLE_ONLY.find((name) => name in options);
  if (foreign === undefined) return;
  const flag = foreign.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new FathomError('misuse', `--${flag} does not work with ${provider}/ models.`, {
    fix: 'It is for OpenAI-compatible servers: --model URL#model.',
  });
}
