import type { RunPage } from '../../../../src/server/api.ts';
import { count, percent } from '../../format.ts';
import { t } from '../../language.ts';
import { baselineName, languageName, wordsFor } from '../../names.ts';
import { intervalText } from '../interval.tsx';

const GROUPINGS = ['ability', 'scope', 'diffusion', 'language'] as const;

/** Means of tasks that ask for the same, beside the floor of each baseline. */
export function Groups({ run: { groups } }: { readonly run: Pick<RunPage, 'groups'> }) {
  const tables = GROUPINGS.map((by) => ({ by, own: groups.filter((group) => group.by === by) })).filter(({ own }) => own.length > 1);
  if (tables.length === 0) return null;
  return (
    <section aria-labelledby="groups">
      <h2 id="groups">{t('run.groups')}</h2>
      <p class="soft note">{t('run.groups.note')}</p>
      {tables.map(({ by, own }) => (
        <GroupTable key={by} by={by} own={own} />
      ))}
    </section>
  );
}

function GroupTable({ by, own }: { readonly by: (typeof GROUPINGS)[number]; readonly own: RunPage['groups'] }) {
  const beside = [...new Set(own.flatMap(({ baselines = {} }) => Object.keys(baselines)))];
  const title = t(`run.groups.${by}`);
  const heads = [t('run.score'), t('run.interval'), 'n', t('run.missing'), ...beside.map(baselineName)];
  return (
    <div class="card flush">
      <div class="scroll" tabIndex={0} role="group" aria-label={title}>
        <table class="numbers">
          <thead>
            <tr>
              <th scope="col">{title}</th>
              {heads.map((head) => (
                <th key={head} scope="col" class="num">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {own.map(({ name, mean, low, high, n, missing, baselines, tasks }) => (
              <tr key={name}>
                <th scope="row" title={tasks.join(', ')}>
                  {by === 'language' ? languageName(name) : (wordsFor('tag', name) ?? name)}
                </th>
                {[
                  percent(mean),
                  intervalText(low, high),
                  count(n),
                  count(missing),
                  ...beside.map((each) => percent(baselines?.[each]?.mean)),
                ].map((text, i) => (
                  <td key={i} class="num">
                    {text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
