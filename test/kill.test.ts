import type { ChildProcess } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../src/core/index.ts';
import { amount } from './amount.ts';
import { readLedgerCopy, type LedgerState } from './ledger-copy.ts';
import { workplace } from './workplace.ts';

const { fathom, path, serve } = workplace();

const KILLS = amount({ usual: 10, full: 100 });
/** Kills that are kept for the end: the reader beside the score, the report. */
const LATE_KILLS = Math.ceil(KILLS / 10);
const CONCURRENCY = 4;
const LATENCY_MS = 25;
const DEPTHS = 11;
/** So many samples a kill that the run outlasts the kills. */
const REPEATS = Math.ceil((KILLS * 9) / DEPTHS);
const SAMPLES = REPEATS * DEPTHS;

interface Arrival {
  readonly attemptId: string;
  readonly sampleId: string;
  readonly session: number;
}

function arrivalOf(attemptId: string): Arrival {
  const [, sampleId, session] = /^[^/]+\/(.+)\/(\d+)\.\d+$/.exec(attemptId)!;
  return { attemptId, sampleId: sampleId!, session: Number(session) };
}

/** When to kill: `plusMs` after the process started, or after its request of that number, or the last sample's, reached the server. */
type Moment = { readonly after: 'start' | 'last' | number; readonly plusMs: number };

/** Every third process dies while it starts, plans, opens the ledger or takes up the run. */
function drawMoment({
  process,
  kills,
  complete,
}: {
  readonly process: number;
  readonly kills: number;
  readonly complete: boolean;
}): Moment {
  const random = seededRandom(0, 'kill', process);
  if (complete) return { after: 'start', plusMs: random.random() * 800 };
  if (kills >= KILLS - LATE_KILLS) return { after: 'last', plusMs: random.random() * 800 };
  if (random.random() < 1 / 3) return { after: 'start', plusMs: random.random() * 1500 };
  return { after: 1 + Math.floor(random.random() * 12), plusMs: random.random() * 2 * LATENCY_MS };
}

/** A killed process and what the ledger held after it. */
interface Snapshot {
  readonly sessions: number;
  readonly recorded: ReadonlySet<string>;
}

const snapshotOf = (state: LedgerState | undefined): Snapshot => ({
  sessions: state?.sessions ?? 0,
  recorded: new Set(state?.outcomes.map(({ sampleId }) => sampleId)),
});

/** Samples that a session had asked for and not recorded when it was killed. */
function inFlight({ sessions, recorded }: Snapshot, arrivals: readonly Arrival[]): readonly string[] {
  return arrivals.filter(({ session, sampleId }) => session === sessions && !recorded.has(sampleId)).map(({ sampleId }) => sampleId);
}

/** Table without what differs between any two runs: names, times, and cache hits, which depend on the order of arrival. */
function comparable(json: string): unknown {
  const incidental = new Set(['run', 'createdAt', 'command', 'options', 'latencyMs', 'durationMs', 'cachedTokens']);
  return JSON.parse(json, (key, value: unknown) => (incidental.has(key) ? undefined : value));
}

const withoutRun = (csv: string) => csv.replace(/^[^,]*,/gm, '');

describe('a run that is killed again and again', () => {
  const arrivals: Arrival[] = [];
  let onArrival = () => {};

  /** Runs a command and kills it at its moment. Gives whether it was killed before it ended. */
  async function killed(args: readonly string[], { after, plusMs }: Moment): Promise<boolean> {
    const from = arrivals.length;
    const due = () =>
      after === 'start' ||
      (after === 'last' ? new Set(arrivals.map(({ sampleId }) => sampleId)).size === SAMPLES : arrivals.length >= from + after);
    let timer: NodeJS.Timeout | undefined;
    const { code } = await fathom(args, {
      onStart(child: ChildProcess) {
        onArrival = () => {
          if (due()) timer ??= setTimeout(() => child.kill('SIGKILL'), plusMs);
        };
        onArrival();
      },
    });
    onArrival = () => {};
    clearTimeout(timer);
    expect([null, 0]).toContain(code);
    return code === null;
  }

  async function tables(store: string): Promise<{ readonly json: unknown; readonly csv: string }> {
    const [json, csv] = [
      await fathom(['report', '--store', store, '--format', 'json']),
      await fathom(['report', '--store', store, '--format', 'csv']),
    ];
    return { json: comparable(json.stdout), csv: withoutRun(csv.stdout) };
  }

  test(`${KILLS} kills: the table of an undisturbed run, and no recorded answer asked again`, { timeout: 900_000 }, async () => {
    const model = await serve({
      latencyMs: LATENCY_MS,
      answer: ({ prompt }) => prompt.slice(prompt.length * 0.3, prompt.length * 0.5),
      fault: (_, { attemptId }) => {
        arrivals.push(arrivalOf(attemptId!));
        onArrival();
        return undefined;
      },
    });
    const flags = `--lengths 1k --repeats ${REPEATS} --languages en --quiet --model ${model}`.split(' ');
    const run = (store: string, concurrency: number) => [
      'run',
      'needlebench/single-retrieval',
      '--store',
      store,
      '--concurrency',
      String(concurrency),
      ...flags,
    ];
    const store = path('killed');
    const resume = ['resume', '--store', store, '--quiet', '--concurrency', String(CONCURRENCY)];

    const snapshots: Snapshot[] = [];
    let [kills, killsAtEnd] = [0, 0];
    for (let process = 0; kills < KILLS; process += 1) {
      const state = readLedgerCopy(store);
      const complete = state?.outcomes.length === SAMPLES;
      const report = complete && process % 2 === 1;
      const args = report ? ['report', '--store', store] : state ? resume : run(store, CONCURRENCY);
      const dead = await killed(args, drawMoment({ process, kills, complete }));
      kills += Number(dead);
      killsAtEnd += Number(dead && complete);
      snapshots.push(snapshotOf(readLedgerCopy(store)));
    }
    expect(killsAtEnd).toBeLessThanOrEqual(LATE_KILLS);
    expect((await fathom(resume)).code).toBe(0);

    // Nothing recorded is lost, or asked again by a later session.
    const final = readLedgerCopy(store)!;
    snapshots.push(snapshotOf(final));
    snapshots.reduce((before, after) => {
      expect([...before.recorded].filter((sampleId) => !after.recorded.has(sampleId))).toEqual([]);
      expect(arrivals.filter(({ session, sampleId }) => session > before.sessions && before.recorded.has(sampleId))).toEqual([]);
      return after;
    });
    // What was asked again is what was in flight, each time marked by an id of its own.
    const bySession = [...new Map(snapshots.map((snapshot) => [snapshot.sessions, snapshot])).values()];
    const lost = bySession.map((snapshot) => inFlight(snapshot, arrivals));
    for (const samples of lost) expect(samples.length).toBeLessThanOrEqual(CONCURRENCY);
    expect(new Set(arrivals.map(({ attemptId }) => attemptId)).size).toBe(arrivals.length);
    expect(arrivals.length - SAMPLES).toBe(lost.flat().length);
    expect(lost.flat().length).toBeGreaterThan(0);
    // The ledger counts every request but those that were in flight: of a process that was killed nobody can know them.
    expect(final.outcomes.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(arrivals.length - lost.flat().length);

    expect((await fathom(run(path('undisturbed'), 16))).code).toBe(0);
    expect(await tables(store)).toEqual(await tables(path('undisturbed')));
  });
});
