import { visibleLine } from '../../../../src/report/charts/index.ts';
import type { ComparePage } from '../../../../src/server/api.ts';
import { t } from '../../language.ts';
import { runLines } from '../../live.ts';
import { useResource } from '../../use-resource.ts';
import { Loading, Problem } from '../problem.tsx';
import { Changes } from './changes.tsx';
import type { CompareAddress } from './compare-address.ts';
import { DifferenceMaps } from './difference-maps.tsx';
import { Flips } from './flips.tsx';

interface ComparisonProps {
  readonly before: string;
  readonly after: string;
  readonly address: CompareAddress;
}

/** A run beside the reference: how much better or worse, where, and in which samples. */
export function Comparison({ before, after, address }: ComparisonProps) {
  const { x, y } = address;
  const revision = [before, after].map((id) => runLines.value?.get(id)?.revision).join(' ');
  const { value, problem } = useResource<ComparePage>('/compare', { before, after, x, y }, revision);
  if (problem && value === undefined) return <Problem problem={problem} />;
  if (value === undefined) return <Loading />;
  return (
    <section class="comparison">
      <h2>
        {sideName(value.after)} <span class="soft">{t('compare.against', { run: sideName(value.before) })}</span>
      </h2>
      <Warnings page={value} />
      <Changes page={value} />
      <DifferenceMaps page={value} address={address} />
      <Flips page={value} />
    </section>
  );
}

/** The model, with the strategy where it is not the usual one. */
export function sideName({ model, strategy }: ComparePage['before']): string {
  return visibleLine(strategy === 'direct' ? model : `${model} (${strategy})`);
}

function Warnings({ page: { warnings, onlyBefore, onlyAfter } }: { readonly page: ComparePage }) {
  const only = onlyBefore + onlyAfter > 0 ? [t('compare.only', { before: onlyBefore, after: onlyAfter })] : [];
  const all = [...warnings, ...only];
  if (all.length === 0) return null;
  return (
    <div class="banner warn">
      <strong>{t('compare.warnings')}</strong>
      <ul>
        {all.map((warning) => (
          <li key={warning}>{visibleLine(warning)}</li>
        ))}
      </ul>
    </div>
  );
}
