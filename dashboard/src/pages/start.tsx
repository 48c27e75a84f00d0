import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { BenchmarkCard, Session } from '../../../src/server/api.ts';
import type { ApiProblem } from '../api.ts';
import { t } from '../language.ts';
import { runLines } from '../live.ts';
import { Loading, Problem } from '../parts/problem.tsx';
import { AdvancedFields } from '../start/advanced-fields.tsx';
import { BaselineChoice } from '../start/baseline-choice.tsx';
import { Field } from '../start/field.tsx';
import { LIMIT_FIELDS, promptFields } from '../start/fields.ts';
import { createForm, startFormOf } from '../start/form.ts';
import { ModelChoice } from '../start/model-choice.tsx';
import { StartPanel } from '../start/start-panel.tsx';
import { TaskChoice } from '../start/task-choice.tsx';
import { usePlan } from '../start/use-plan.ts';
import { useResource } from '../use-resource.ts';
import '../styles/start.css';

/** A form that starts a run, with the plan of what it would ask and cost. */
export function StartPage() {
  useEffect(() => {
    document.title = `${t('start.title')} · Fathom`;
  });
  const families = useResource<readonly BenchmarkCard[]>('/benchmarks');
  const session = useResource<Session>('/session');
  const problem = families.problem ?? session.problem;
  return (
    <>
      <h1>{t('start.title')}</h1>
      {problem && <Problem problem={problem} />}
      {session.value?.writable === false && <p class="banner warn">{t('start.read-only')}</p>}
      {families.value && session.value ? <StartForm families={families.value} session={session.value} /> : !problem && <Loading />}
    </>
  );
}

interface StartFormProps {
  readonly families: readonly BenchmarkCard[];
  readonly session: Session;
}

function StartForm({ families, session }: StartFormProps) {
  const { query } = useLocation();
  const form = useMemo(() => createForm(query, families), []);
  const refused = useSignal<{ readonly of: string; readonly problem: ApiProblem } | undefined>(undefined);
  const { tasks, fields } = form.state.value;
  const asked = startFormOf(form.state.value, families);
  const planned = usePlan(session.writable ? asked : undefined);
  // What the start was refused for is said until the form changes.
  const said = refused.value !== undefined && refused.value.of === JSON.stringify(asked) ? refused.value.problem : undefined;
  const problem = planned.busy ? undefined : (said ?? planned.problem);
  const chosen = families.flatMap((family) => family.tasks).filter(({ id }) => tasks.has(id));
  const suite = families.flatMap((family) => family.suites).find(({ name }) => name === fields['suite'])?.options;
  const shown = { form, problem };
  return (
    <form class="start-page" onSubmit={(event) => event.preventDefault()}>
      <div class="choices-of-run">
        <TaskChoice {...shown} families={families} />
        <ModelChoice {...shown} offered={offeredModels(session)} />
        <fieldset class="card">
          <legend>{t('start.prompts')}</legend>
          <div class="fields">
            {promptFields(chosen, suite).map((spec) => (
              <Field key={spec.flag} {...spec} {...shown} />
            ))}
          </div>
        </fieldset>
        <BaselineChoice {...shown} />
        <fieldset class="card">
          <legend>{t('start.limits')}</legend>
          <div class="fields">
            {LIMIT_FIELDS.map((spec) => (
              <Field key={spec.flag} {...spec} {...shown} />
            ))}
          </div>
        </fieldset>
        <AdvancedFields {...shown} />
      </div>
      <StartPanel
        form={asked}
        planned={{ ...planned, problem }}
        onProblem={(found) => (refused.value = found && { of: JSON.stringify(asked), problem: found })}
      />
    </form>
  );
}

/** What every installation has, and what the ledger's runs asked. */
function offeredModels({ models }: Session): readonly string[] {
  return [...new Set([...[...(runLines.value?.values() ?? [])].map(({ model }) => model), ...models])];
}
