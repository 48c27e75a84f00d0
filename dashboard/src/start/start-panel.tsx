import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import type { StartForm } from '../../../src/server/api.ts';
import { ApiProblem, runPath, send } from '../api.ts';
import { t } from '../language.ts';
import { Said } from '../parts/said.tsx';
import { say } from '../parts/toasts.tsx';
import { ConfirmCost, amountsOf } from './confirm-cost.tsx';
import { PlanFigures } from './plan-panel.tsx';
import { shellLine } from './shell-line.ts';
import type { Planned } from './use-plan.ts';

interface StartPanelProps {
  readonly form: StartForm | undefined;
  readonly planned: Planned;
  readonly onProblem: (problem: ApiProblem | undefined) => void;
}

/** The plan as it is now, the same as a command, and the button that starts it. */
export function StartPanel({ form, planned, onProblem }: StartPanelProps) {
  const { plan, problem, busy } = planned;
  const starting = useSignal(false);
  const asking = useSignal(false);
  const { route } = useLocation();
  const isCapped = form !== undefined && ('budgetUsd' in form.flags || 'budgetTokens' in form.flags);
  const begin = async (confirmed: boolean) => {
    starting.value = true;
    onProblem(undefined);
    try {
      const { runs } = await send<{ readonly runs: readonly string[] }>('POST', '/runs', { ...form, confirmed });
      say({ text: t('start.started', { n: runs.length }) });
      route(runs.length === 1 ? runPath(runs[0]!) : '/');
    } catch (error) {
      onProblem(error instanceof ApiProblem ? error : new ApiProblem(0, { error: String(error) }));
    } finally {
      starting.value = false;
    }
  };
  return (
    <section class="card plan" aria-labelledby="plan-title">
      <div class="plan-body">
        <h2 id="plan-title">{t('plan.title')}</h2>
        <p class="visually-hidden" role="status">
          {busy ? t('plan.busy') : plan ? t('plan.ready', { prompts: plan.prompts }) : ''}
        </p>
        {form === undefined && <p class="soft">{t('plan.nothing')}</p>}
        {busy && <p class="soft small planning">{t('plan.busy')}</p>}
        {problem && !busy && (
          <div class="banner warn" role="alert">
            <p class="said">{problem.status === 0 ? t('problem.offline') : <Said text={problem.message} />}</p>
            {problem.fix !== undefined && (
              <p class="said">
                <Said text={problem.fix} />
              </p>
            )}
          </div>
        )}
        {plan && (
          <div class={busy ? 'stale' : undefined} aria-busy={busy}>
            <PlanFigures plan={plan} />
          </div>
        )}
        {form && <CommandLine form={form} />}
      </div>
      <div class="plan-foot">
        {plan?.dear && !isCapped && <p class="warm small">{t('start.dear', { amounts: amountsOf(plan) })}</p>}
        <button
          type="button"
          class="primary start"
          disabled={plan === undefined || busy || starting.value}
          onClick={() => (plan!.dear && !isCapped ? (asking.value = true) : void begin(false))}
        >
          {starting.value ? t('start.starting') : t('start.start')}
        </button>
      </div>
      {asking.value && plan && (
        <ConfirmCost
          plan={plan}
          onAnswer={(agreed) => {
            asking.value = false;
            if (agreed) void begin(true);
          }}
        />
      )}
    </section>
  );
}

function CommandLine({ form }: { readonly form: StartForm }) {
  const line = shellLine(form);
  const copy = () =>
    navigator.clipboard.writeText(line).then(
      () => say({ text: t('start.copied') }),
      () => say({ text: t('start.not-copied') }),
    );
  return (
    <div class="command">
      <div class="bar">
        <h3 class="grow">{t('start.command')}</h3>
        <button type="button" onClick={() => void copy()}>
          {t('start.copy')}
        </button>
      </div>
      <pre tabIndex={0} aria-label={t('start.command')}>
        <code>{line}</code>
      </pre>
    </div>
  );
}
