import { visibleLine } from '../../../../src/report/charts/index.ts';
import type { ComparePage } from '../../../../src/server/api.ts';
import { t } from '../../language.ts';
import { runLines } from '../../live.ts';
import { useResource } from '../../use-resource.ts';
import { strategyName } from '../../names.ts';
import { Loading, Problem } from '../problem.tsx';
import { Said } from '../said.tsx';
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
  return visibleLine(strategy === 'direct' ? model : `${model} (${strategyName(strategy)})`);
}

function Warnings({ page: { warnings, onlyBefore, onlyAfter } }: { readonly page: ComparePage }) {
  const isPartial = onlyBefore + onlyAfter > 0;
  if (warnings.length === 0 && !isPartial) return null;
  return (
    <div class="banner warn">
      <strong>{t('compare.warnings')}</strong>
      <ul>
        {warnings.map((warning) => (
          <li key={warning}>
            <Said text={warning} />
          </li>
        ))}
        {isPartial && <li>{t('compare.only', { before: onlyBefore, after: onlyAfter })}</li>}
      </ul>
    </div>
  );
}
