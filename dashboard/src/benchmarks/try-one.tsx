import { useRef } from 'preact/hooks';
import type { BenchmarkTask, TriedPrompt } from '../../../src/server/api.ts';
import { getJson, type Query } from '../api.ts';
import { t } from '../language.ts';
import { Problem } from '../parts/problem.tsx';
import { useSettled } from '../use-settled.ts';
import { startLink, tryQuery, type Choices } from './choices.ts';
import { Tried } from './tried.tsx';
import { TryForm } from './try-form.tsx';

interface TryOneProps {
  readonly tasks: readonly BenchmarkTask[];
  readonly task: BenchmarkTask;
  readonly choices: Choices;
  readonly onTask: (id: string) => void;
  readonly onChange: (change: Partial<Choices>) => void;
}

/** Makes one prompt of a task, to look at. Nothing is asked. */
export function TryOne(props: TryOneProps) {
  const { task, choices } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const { value, problem, busy } = useSettled(JSON.stringify(tryQuery(task, choices)), (key, signal) =>
    getJson<TriedPrompt>('/try', JSON.parse(key) as Query, signal),
  );
  return (
    <section class="try" id="try" aria-labelledby="try-title">
      <h2 id="try-title" tabIndex={-1} ref={heading}>
        {t('try.title')}
      </h2>
      <p class="soft">{t('try.about')}</p>
      <div class="try-body">
        <div class="card try-choices">
          <TryForm {...props} />
          <a class="button primary" href={startLink(task, choices)}>
            {t('try.start')}
          </a>
        </div>
        <div class="card try-shown" aria-busy={busy}>
          <p class="soft small" role="status">
            {busy ? t('try.busy') : ''}
          </p>
          {problem && !busy && <Problem problem={problem} />}
          {value && <Tried key={value.key} tried={value.value} query={JSON.parse(value.key) as Query} />}
        </div>
      </div>
    </section>
  );
}
