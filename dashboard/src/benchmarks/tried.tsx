import { useCallback } from 'preact/hooks';
import { visibleText } from '../../../src/report/charts/index.ts';
import type { PromptText, TriedPrompt } from '../../../src/server/api.ts';
import { getJson, type Query } from '../api.ts';
import { count } from '../format.ts';
import { t } from '../language.ts';
import { axisName, valueName } from '../names.ts';
import { PromptView, type ReadText } from '../parts/prompt/prompt-view.tsx';

interface TriedProps {
  readonly tried: TriedPrompt;
  /** What it was made of. */
  readonly query: Query;
}

/** A prompt that was made to look at: where everything stands, its text, what is asked and expected. */
export function Tried({ tried, query }: TriedProps) {
  const key = JSON.stringify(query);
  const read: ReadText = useCallback(
    ({ message, fromByte, toByte }, signal) =>
      getJson<PromptText>('/try/text', { ...(JSON.parse(key) as Query), message, from: fromByte, to: toByte }, signal),
    [key],
  );
  const { id, cell, promptTokens, question, target, strip } = tried;
  return (
    <>
      <dl class="cell">
        {Object.entries(cell).map(([axis, value]) => (
          <div key={axis}>
            <dt>{axisName(axis)}</dt>
            <dd>{valueName(axis, value)}</dd>
          </div>
        ))}
        <div>
          <dt>{t('plan.prompt-tokens')}</dt>
          <dd>{count(promptTokens)}</dd>
        </div>
      </dl>
      <p class="id">{id}</p>
      <PromptView strip={strip} read={read} />
      <div class="asked">
        <div>
          <h3>{t('sample.question')}</h3>
          <p class="said" dir="auto">
            {visibleText(question)}
          </p>
        </div>
        <div>
          <h3>{t('sample.target')}</h3>
          <p class="said" dir="auto">
            {visibleText(target)}
          </p>
        </div>
      </div>
    </>
  );
}
