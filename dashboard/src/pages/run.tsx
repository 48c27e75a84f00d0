import { useEffect } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import type { RunPage as RunJson } from '../../../src/server/api.ts';
import { runPath } from '../api.ts';
import { runLines } from '../live.ts';
import { Loading, Problem } from '../parts/problem.tsx';
import { HeatMaps } from '../parts/run/heat-maps.tsx';
import { readRunAddress } from '../parts/run/run-address.ts';
import { RunHead } from '../parts/run/run-head.tsx';
import { useLive } from '../use-live.ts';
import '../styles/run.css';

/** A run: its figures, its pictures, its samples. Follows the run while it goes on. */
export function RunPage() {
  const id = useRoute().params['id'] ?? '';
  return <Run key={id} id={id} />;
}

function Run({ id }: { readonly id: string }) {
  const address = readRunAddress(useRoute().query);
  const line = runLines.value?.get(id);
  const { x, y } = address;
  const { value: run, problem } = useLive<RunJson>(runPath(id), { x, y }, { revision: line?.revision, isFresh });
  const title = (line ?? run)?.model ?? id;
  useEffect(() => {
    document.title = `${title} · Fathom`;
  }, [title]);
  return (
    <>
      <RunHead id={id} line={line} run={run} />
      {problem && <Problem problem={problem} />}
      {run === undefined ? (
        problem === undefined && <Loading />
      ) : (
        <>
          <HeatMaps run={run} address={address} />
        </>
      )}
    </>
  );
}

/** A revision names the run and its baselines; their order says nothing. */
function isFresh(run: RunJson, revision: string): boolean {
  const parts = (text: string) => text.split('.').sort().join('.');
  return parts(run.revision) === parts(revision);
}
