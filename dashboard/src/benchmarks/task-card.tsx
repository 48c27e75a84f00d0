import { visibleLine } from '../../../src/report/charts/index.ts';
import type { BenchmarkTask } from '../../../src/server/api.ts';
import { count } from '../format.ts';
import { t } from '../language.ts';
import { axisName, languageName, wordsFor } from '../names.ts';
import { lengthShown, listShown, numbersOf } from './choices.ts';

interface TaskCardProps {
  readonly task: BenchmarkTask;
  readonly onTry: () => void;
}

/** What a task measures, how true to its paper it is, and over which axes it goes. */
export function TaskCard({ task, onTry }: TaskCardProps) {
  const about = wordsFor('about', task.id);
  const axes = task.axes.filter((axis) => !FIXED.has(axis));
  return (
    <li class="card task">
      <h3>{visibleLine(task.title)}</h3>
      <p class="id">{task.id}</p>
      {about !== undefined && <p>{about}</p>}
      <dl>
        <div>
          <dt>{t('benchmarks.languages')}</dt>
          <dd>{task.languages.map(languageName).join(', ')}</dd>
        </div>
        {axes.length > 0 && (
          <div>
            <dt>{t('benchmarks.axes')}</dt>
            <dd>{axes.map(axisName).join(', ')}</dd>
          </div>
        )}
        {defaultsShown(task).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <Fidelity fidelity={task.fidelity} />
      </dl>
      {task.needsData ? <OnData task={task} /> : <Actions task={task} onTry={onTry} />}
    </li>
  );
}

function Actions({ task, onTry }: TaskCardProps) {
  return (
    <div class="actions">
      <button type="button" onClick={onTry}>
        {t('benchmarks.try')}
        <span class="visually-hidden">: {visibleLine(task.title)}</span>
      </button>
      <a class="button" href={`/start?${new URLSearchParams({ task: task.id })}`}>
        {t('benchmarks.start')}
        <span class="visually-hidden">: {visibleLine(task.title)}</span>
      </a>
    </div>
  );
}

/** Data files are named on the command line alone. */
function OnData({ task }: Pick<TaskCardProps, 'task'>) {
  return (
    <p class="on-data">
      <span class="soft small">{t('benchmarks.on-data')}</span>
      <code>fathom run {task.id} --data DIR --model …</code>
    </p>
  );
}

/** Axes that every task has. */
const FIXED: ReadonlySet<string> = new Set(['language', 'position', 'repeat']);

/** What is asked when nothing is said. */
function defaultsShown(task: BenchmarkTask): readonly (readonly [string, string])[] {
  const shown = (option: string, name: string, show: (value: number) => string) => {
    const numbers = numbersOf(task, option);
    return numbers.length === 0 ? [] : [[name, listShown(numbers, show)] as const];
  };
  return [
    ...shown('lengths', t('field.lengths'), lengthShown),
    ...shown('depths', t('field.depths'), (depth) => `${depth} %`),
    ...shown('needles', t('field.needles'), count),
    ...shown('atcNeedles', t('field.atcNeedles'), count),
  ];
}

/** Each mode's claim, in words. */
function Fidelity({ fidelity }: Pick<BenchmarkTask, 'fidelity'>) {
  return (
    <>
      {Object.entries(fidelity).map(([mode, word]) => (
        <div key={mode} class="wide">
          <dt>{wordsFor('built', mode) ?? mode}</dt>
          <dd>
            <span class="tag">{wordsFor('fidelity', word) ?? word}</span> <span class="soft small">{wordsFor('fidelity-about', word)}</span>
          </dd>
        </div>
      ))}
    </>
  );
}
