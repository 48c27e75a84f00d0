import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { BenchmarkCard } from '../../../src/server/api.ts';
import { choicesFor, type Choices } from '../benchmarks/choices.ts';
import { FamilyCard } from '../benchmarks/family-card.tsx';
import { TryOne } from '../benchmarks/try-one.tsx';
import { t } from '../language.ts';
import { wordsFor } from '../names.ts';
import { Loading, Problem } from '../parts/problem.tsx';
import '../styles/benchmarks.css';
import { useResource } from '../use-resource.ts';

/** What each benchmark measures, and one prompt of any of them to look at. */
export function BenchmarksPage() {
  const { value: families, problem } = useResource<readonly BenchmarkCard[]>('/benchmarks');
  useEffect(() => {
    document.title = `${t('benchmarks.title')} · Fathom`;
  });
  return (
    <div class="benchmarks">
      <h1>{t('benchmarks.title')}</h1>
      {problem && <Problem problem={problem} />}
      {families ? <Families families={families} /> : !problem && <Loading />}
    </div>
  );
}

function Families({ families }: { readonly families: readonly BenchmarkCard[] }) {
  const tags = useSignal<ReadonlySet<string>>(new Set());
  const tasks = families.flatMap((family) => family.tasks);
  const choices = useSignal<Choices>(choicesFor(tasks[0]!));
  const task = tasks.find(({ id }) => id === choices.value.task)!;
  const choose = (id: string) =>
    (choices.value = choicesFor(
      tasks.find((each) => each.id === id)!,
      choices.value,
    ));
  const tryTask = (id: string) => {
    choose(id);
    document.getElementById('try')?.scrollIntoView();
    document.getElementById('try-title')?.focus({ preventScroll: true });
  };
  return (
    <>
      <TagFilter all={[...new Set(tasks.flatMap((each) => each.tags))]} chosen={tags.value} onChange={(next) => (tags.value = next)} />
      {families.map((family) => (
        <FamilyCard key={family.id} family={family} tags={tags.value} onTry={tryTask} />
      ))}
      {!tasks.some((each) => [...tags.value].every((tag) => each.tags.includes(tag))) && <p class="soft">{t('benchmarks.no-match')}</p>}
      <TryOne
        tasks={tasks}
        task={task}
        choices={choices.value}
        onTask={choose}
        onChange={(change) => (choices.value = { ...choices.value, ...change })}
      />
    </>
  );
}

interface TagFilterProps {
  readonly all: readonly string[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

/** Tags as switches: a task must have all that are on. */
function TagFilter({ all, chosen, onChange }: TagFilterProps) {
  const toggle = (tag: string) =>
    onChange(chosen.has(tag) ? new Set([...chosen].filter((each) => each !== tag)) : new Set([...chosen, tag]));
  return (
    <div class="bar tags" role="group" aria-label={t('benchmarks.tags')}>
      {all.map((tag) => (
        <button key={tag} type="button" aria-pressed={chosen.has(tag)} onClick={() => toggle(tag)}>
          {wordsFor('tag', tag) ?? tag}
        </button>
      ))}
    </div>
  );
}
