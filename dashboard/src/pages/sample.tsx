import { useCallback, useEffect } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import type { PromptText, SamplePage as Page } from '../../../src/server/api.ts';
import { getJson, runPath } from '../api.ts';
import { t } from '../language.ts';
import { runLines } from '../live.ts';
import { taskName } from '../names.ts';
import { Loading, Problem } from '../parts/problem.tsx';
import { PromptView, type ReadText } from '../parts/prompt/prompt-view.tsx';
import { Answers } from '../parts/sample/answers.tsx';
import { Beside } from '../parts/sample/beside.tsx';
import { Calls } from '../parts/sample/calls.tsx';
import { SampleHead } from '../parts/sample/sample-head.tsx';
import { Verdict } from '../parts/sample/verdict.tsx';
import { readFilter } from '../sample-address.ts';
import '../styles/sample.css';
import { useResource } from '../use-resource.ts';

/** A sample: its prompt with the needles, what was asked, answered and expected, and why it scored so. */
export function SamplePage() {
  const { params, query } = useRoute();
  const run = params['id'] ?? '';
  const id = query['id'] ?? '';
  const filter = readFilter(query);
  // While the run goes on, an answer may come to the sample that is being looked at.
  const { value, problem } = useResource<Page>(`${runPath(run)}/sample`, { id }, runLines.value?.get(run)?.revision);
  useEffect(() => {
    document.title = `${taskName(value?.task ?? t('sample.title'))} · ${id} · Fathom`;
  });
  if (problem && value?.id !== id) return <Problem problem={problem} />;
  if (value === undefined) return <Loading />;
  return (
    <div class="sample">
      <SampleHead page={value} filter={filter} />
      {value.strip.messages.length > 0 ? <Prompt page={value} key={value.id} /> : <NoPrompt page={value} />}
      <section>
        <h2>{t('sample.usage')}</h2>
        <Calls page={value} />
      </section>
      {value.beside.length > 0 && (
        <section>
          <h2>{t('sample.beside')}</h2>
          <Beside page={value} />
        </section>
      )}
      {value.facts !== null && (
        <details class="facts-json">
          <summary>{t('sample.facts')}</summary>
          <pre>
            <code>{JSON.stringify(value.facts, null, 2)}</code>
          </pre>
        </details>
      )}
    </div>
  );
}

function Prompt({ page }: { readonly page: Page }) {
  const { run, id, strip, outcome } = page;
  const read: ReadText = useCallback(
    ({ message, fromByte, toByte }, signal) =>
      getJson<PromptText>(`${runPath(run)}/sample/text`, { id, message, from: fromByte, to: toByte }, signal),
    [run, id],
  );
  const scoreOf = (needle: number) => {
    const asked = strip.needles[needle]?.askedDepthPercent;
    return outcome.parts.find(({ cell }) => asked !== null && cell['depthPercent'] === asked)?.value;
  };
  return (
    <div class="sample-body">
      <section class="card prompt" aria-labelledby="prompt-title">
        <h2 id="prompt-title">{t('sample.prompt')}</h2>
        <PromptView strip={strip} read={read} scoreOf={scoreOf} />
      </section>
      <div class="sample-side">
        <Verdict page={page} />
        <Answers page={page} />
      </div>
    </div>
  );
}

function NoPrompt({ page }: { readonly page: Page }) {
  return (
    <div class="sample-side">
      <p class="soft">{t('sample.no-prompt')}</p>
      <Verdict page={page} />
    </div>
  );
}
