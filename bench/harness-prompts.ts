import { closeSync, openSync, writeSync } from 'node:fs';
import type { Sample } from '../src/core/index.ts';
import { prepareRun } from '../src/evaluate/index.ts';
import { needlebench } from '../src/benchmarks/needlebench/index.ts';
import { planRun } from '../src/runner/index.ts';
import { messageText } from '../src/text/index.ts';
import type { HarnessCase } from './harness-cases.ts';

/** The prompts of a case, ready to send. */
export interface HarnessPrompts {
  readonly count: number;
  /** Bytes of the texts of all prompts. */
  readonly bytes: number;
}

/** Builds the prompts that `fathom run` builds from the case's options, and writes a chat request a line into `file` for the floor to send. */
export async function writePrompts(load: HarnessCase, file: string, haystack: string | undefined): Promise<HarnessPrompts> {
  const tasks = needlebench.tasks.filter(({ id }) => id === load.task);
  const prepared = await prepareRun({
    families: [needlebench],
    tasks,
    taskOptions: load.options,
    ...(haystack !== undefined && { haystacks: [{ path: haystack, language: 'zh' }] }),
  });
  const { samples } = await planRun({ tasks: prepared.tasks, deps: prepared.deps, model: { capabilities: new Set(['generate']) } });
  const documents = prepared.documents();
  const out = openSync(file, 'w');
  let bytes = 0;
  for (const sample of samples) {
    const messages = messagesOf(sample as Sample).map((message) => ({
      role: message.from,
      content: messageText(message, documents).content,
    }));
    bytes += messages.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
    const body = { model: 'mock-model', max_tokens: 256, temperature: 0, stream: true, stream_options: { include_usage: true }, messages };
    writeSync(out, `${JSON.stringify(body)}\n`);
  }
  closeSync(out);
  return { count: samples.length, bytes };
}

const messagesOf = ({ ask }: Sample) => (ask.kind === 'generate' ? ask.steps.flatMap(({ messages }) => messages) : []);
