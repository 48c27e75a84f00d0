import type { ApiProblem } from '../api.ts';
import { t } from '../language.ts';
import { Said } from './said.tsx';

/** What went wrong, and what helps. */
export function Problem({ problem }: { readonly problem: ApiProblem }) {
  return (
    <div class="banner warn" role="alert">
      <strong>{t('problem.title')}</strong>
      <p>{problem.status === 0 ? t('problem.offline') : <Said text={problem.message} />}</p>
      {problem.fix !== undefined && (
        <p>
          <Said text={problem.fix} />
        </p>
      )}
    </div>
  );
}

/** Stands where something is on its way. */
export function Loading() {
  return (
    <p class="soft" aria-live="polite">
      {t('common.loading')}
    </p>
  );
}
