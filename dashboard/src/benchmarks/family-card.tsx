import { visibleLine } from '../../../src/report/charts/index.ts';
import type { BenchmarkCard } from '../../../src/server/api.ts';
import { t } from '../language.ts';
import { wordsFor } from '../names.ts';
import { lengthShown, listShown } from './choices.ts';
import { TaskCard } from './task-card.tsx';

interface FamilyCardProps {
  readonly family: BenchmarkCard;
  /** Tags of which a task must have all; none: every task. */
  readonly tags: ReadonlySet<string>;
  readonly onTry: (task: string) => void;
}

/** A family: what it measures, its paper, its tasks, its suites. */
export function FamilyCard({ family, tags, onTry }: FamilyCardProps) {
  const tasks = family.tasks.filter((task) => [...tags].every((tag) => task.tags.includes(tag)));
  if (tasks.length === 0) return null;
  return (
    <section class="family-of-tasks" aria-labelledby={`family-${family.id}`}>
      <h2 id={`family-${family.id}`}>{wordsFor('family-title', family.id) ?? visibleLine(family.title)}</h2>
      <p class="summary">{wordsFor('about', family.id) ?? visibleLine(family.summary)}</p>
      <p class="small">
        <span class="soft">{t('benchmarks.paper')}</span> <Paper address={family.paper} />
      </p>
      <ul class="task-cards">
        {tasks.map((task) => (
          <TaskCard key={task.id} task={task} onTry={() => onTry(task.id)} />
        ))}
      </ul>
      {family.suites.length > 0 && <Suites family={family} />}
    </section>
  );
}

/** A paper: a link where it is on the web, `arXiv 2407.11963` for short. */
function Paper({ address }: { readonly address: string }) {
  const arxiv = /^https:\/\/arxiv\.org\/abs\/([\w./-]+)$/.exec(address)?.[1];
  if (!address.startsWith('https://')) return <>{visibleLine(address)}</>;
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {arxiv === undefined ? visibleLine(address) : `arXiv ${arxiv}`}
    </a>
  );
}

function Suites({ family }: { readonly family: BenchmarkCard }) {
  return (
    <details class="suites">
      <summary>{t('benchmarks.suites', { n: family.suites.length })}</summary>
      <div class="scroll card flush">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('field.suite')}</th>
              <th scope="col">{t('field.lengths')}</th>
              <th scope="col">{t('field.depths')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {family.suites.map(({ name, options }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{listShown(numbers(options['lengths']), lengthShown)}</td>
                <td>{listShown(numbers(options['depths']), String)}</td>
                <td>
                  <a href={`/start?${new URLSearchParams({ task: family.tasks.map(({ id }) => id).join(','), suite: name })}`}>
                    {t('benchmarks.start')}
                    <span class="visually-hidden">: {name}</span>
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

const numbers = (value: unknown): readonly number[] => [value ?? []].flat().filter((each): each is number => typeof each === 'number');
