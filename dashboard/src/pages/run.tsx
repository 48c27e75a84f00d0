import { useComputed } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import type { WholeRunPage } from '../../../src/server/api.ts';
import { runPath, send } from '../api.ts';
import { t } from '../language.ts';
import { runLines } from '../live.ts';
import { Gradually } from '../parts/gradually.tsx';
import { Loading, Problem } from '../parts/problem.tsx';
import { Alarms } from '../parts/run/alarms.tsx';
import { Baselines } from '../parts/run/baselines.tsx';
import { Curves } from '../parts/run/curves.tsx';
import { EffectiveLengths } from '../parts/run/effective-lengths.tsx';
import { Groups } from '../parts/run/groups.tsx';
import { HeatMaps } from '../parts/run/heat-maps.tsx';
import { Kinds } from '../parts/run/kinds.tsx';
import { Repeat } from '../parts/run/repeat.tsx';
import { readRunAddress, type RunAddress } from '../parts/run/run-address.ts';
import { RunHead } from '../parts/run/run-head.tsx';
import { RunWork } from '../parts/run/run-work.tsx';
import { Samples } from '../parts/run/samples.tsx';
import { Search } from '../parts/run/search.tsx';
import { Tasks } from '../parts/run/tasks.tsx';
import { Troubles } from '../parts/run/troubles.tsx';
import { Usage } from '../parts/run/usage.tsx';
import { Worst } from '../parts/run/worst.tsx';
import { useLive } from '../use-live.ts';
import '../styles/run.css';

/** A run: its figures, its pictures, its samples. Follows the run while it goes on. */
export function RunPage() {
  const id = useRoute().params['id'] ?? '';
  return <Run key={id} id={id} />;
}

function Run({ id }: { readonly id: string }) {
  const { query, url } = useLocation();
  const address = readRunAddress(query);
  const line = useComputed(() => runLines.value?.get(id)).value;
  const { x, y } = address;
  const { value: run, problem } = useLive<WholeRunPage>(runPath(id), { x, y }, { revision: line?.revision, isFresh });
  // While the run goes on, its line changes far more often than its figures, which are long to draw.
  const figures = useMemo(() => run && <Figures run={run} address={address} />, [run, url]);
  const isShown = run !== undefined;
  // Opening the haystacks takes longer than a person waits: a sample may be looked at next. The page itself comes first.
  useEffect(() => {
    if (isShown) void send('POST', `${runPath(id)}/warm`).catch(() => undefined);
  }, [id, isShown]);
  const isKnown = line !== undefined || run !== undefined || problem === undefined;
  const wasListed = useRef(false);
  wasListed.current ||= line !== undefined;
  const isGone = wasListed.current && runLines.value?.has(id) === false;
  const title = (line ?? run)?.model ?? id;
  useEffect(() => {
    document.title = `${title} · Fathom`;
  }, [title]);
  return (
    <>
      {isKnown ? <RunHead id={id} line={line} run={run} /> : <h1>{id}</h1>}
      {line && <RunWork line={line} />}
      {isGone && (
        <p class="banner warn" role="alert">
          {t('run.gone')}
        </p>
      )}
      {problem && <Problem problem={problem} />}
      {run === undefined && problem === undefined && <Loading />}
      {figures}
      {run && (
        <>
          <Samples run={run} address={address} revision={line?.revision} />
          <Repeat run={run} />
        </>
      )}
    </>
  );
}

function Figures({ run, address }: { readonly run: WholeRunPage; readonly address: RunAddress }) {
  return (
    <Gradually>
      <>
        <Alarms run={run} />
        <Search run={run} />
        <EffectiveLengths run={run} />
        <HeatMaps run={run} address={address} />
      </>
      <Curves run={run} />
      <Kinds run={run} />
      <Tasks run={run} />
      <Groups run={run} />
      <Baselines run={run} />
      <Usage run={run} />
      <Troubles run={run} />
      <Worst run={run} />
    </Gradually>
  );
}

/** A revision names the run and its baselines; their order says nothing. */
function isFresh(run: WholeRunPage, revision: string): boolean {
  const parts = (text: string) => text.split('.').sort().join('.');
  return parts(run.revision) === parts(revision);
}
