import { useLocation } from 'preact-iso';
import { visibleLine } from '../../../../src/report/charts/index.ts';
import type { RunLine } from '../../../../src/server/api.ts';
import { runPath } from '../../api.ts';
import { moment } from '../../format.ts';
import { t } from '../../language.ts';
import { runLines } from '../../live.ts';
import { strategyName } from '../../names.ts';
import { SeriesSwatch } from '../series-swatch.tsx';
import { compareHref, type CompareAddress } from './compare-address.ts';

/** Which runs are compared: make another one the reference, take one away, add one. */
export function RunPicker({ address }: { readonly address: CompareAddress }) {
  const { route } = useLocation();
  const { runs } = address;
  const go = (next: readonly string[]) => route(compareHref({ ...address, runs: next }));
  const rest = [...(runLines.value?.values() ?? [])].filter(({ id }) => !runs.includes(id));
  return (
    <section class="card picker" aria-label={t('compare.runs')}>
      {runs.length > 0 && (
        <ol>
          {runs.map((id, i) => (
            <Chosen
              key={id}
              id={id}
              index={i}
              onFirst={() => go([id, ...runs.filter((each) => each !== id)])}
              onRemove={() => go(runs.filter((each) => each !== id))}
            />
          ))}
        </ol>
      )}
      <div class="actions">
        {rest.length > 0 && (
          <select aria-label={t('compare.add')} value="" onChange={(event) => go([...runs, event.currentTarget.value])}>
            <option value="">{t(runs.length === 0 ? 'compare.add-first' : 'compare.add')}</option>
            {rest.toSorted(newestFirst).map((run) => (
              <option key={run.id} value={run.id}>
                {`${visibleLine(run.model)} · ${strategyName(run.strategy)} · ${moment(run.createdAt)}`}
              </option>
            ))}
          </select>
        )}
        {runs.length === 2 && (
          <button type="button" onClick={() => go([runs[1]!, runs[0]!])}>
            ⇅ {t('compare.swap')}
          </button>
        )}
      </div>
    </section>
  );
}

const newestFirst = (a: RunLine, b: RunLine): number => (a.createdAt < b.createdAt ? 1 : -1);

interface ChosenProps {
  readonly id: string;
  readonly index: number;
  readonly onFirst: () => void;
  readonly onRemove: () => void;
}

function Chosen({ id, index, onFirst, onRemove }: ChosenProps) {
  const run = runLines.value?.get(id);
  const name = visibleLine(run?.model ?? id);
  return (
    <li>
      <SeriesSwatch index={index} />
      <span class="name">
        <a href={runPath(id)}>{name}</a> {run && <span class="soft">{strategyName(run.strategy)}</span>} <span class="id">{id}</span>
      </span>
      {index === 0 ? (
        <span class="tag">{t('compare.reference')}</span>
      ) : (
        <button type="button" onClick={onFirst} aria-label={t('compare.make-reference-of', { run: name })}>
          {t('compare.make-reference')}
        </button>
      )}
      <button type="button" onClick={onRemove} aria-label={t('compare.remove', { run: name })} title={t('compare.remove', { run: name })}>
        ×
      </button>
    </li>
  );
}
