import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../core/index.ts';
import { cutPlace, lostPart } from './cut-place.ts';
import { judgeProbes } from './judge-probes.ts';
import { nextProbe, type ProbeStep } from './next-probe.ts';
import type { AnsweredProbe, Observation, ProbeFacts } from './observation.ts';
import { probeBracket } from './probe-bracket.ts';
import { joinTries, needsAnotherTry } from './tries.ts';

/** A server in a few lines: lengths and places in our tokens, counts in its own. */
interface Server {
  readonly limitTokens: number;
  readonly behaviour: 'rejects' | 'cuts';
  /** Share of what is kept that is taken from the head: 0 cuts the head, 1 the tail. */
  readonly headShare: number;
  /** Share of the limit that is kept of a prompt beyond it: servers that make room drop more than they must. */
  readonly keptShare: number;
  readonly usage: 'true' | 'none' | 'lie';
  readonly ratio: number;
  readonly overhead: number;
  readonly recall: number;
  readonly namesLimit: boolean;
  readonly seed: number;
}

const MARK_TOKENS = 7;

function ask(server: Server, { lengthTokens, marksAt }: Pick<ProbeStep, 'lengthTokens' | 'marksAt'>, nth: number): Observation {
  const random = seededRandom(server.seed, 'probe-test', nth);
  const countOf = (tokens: number) => Math.round(server.overhead + server.ratio * tokens);
  const tooLong = lengthTokens > server.limitTokens;
  if (tooLong && server.behaviour === 'rejects') {
    const named = server.namesLimit ? { namedTokens: countOf(server.limitTokens) } : {};
    return { kind: 'refused', lengthTokens, reason: 'context', message: 'too long', ...named };
  }
  const kept = Math.round(server.keptShare * server.limitTokens);
  const head = Math.round(server.headShare * kept);
  const tail = lengthTokens - (kept - head);
  const marks = [0, ...marksAt, lengthTokens - MARK_TOKENS].map((fromToken) => {
    const toToken = fromToken + MARK_TOKENS;
    const isLost = tooLong && toToken > head && fromToken < tail;
    return { fromToken, toToken, seen: !isLost && random.random() < server.recall };
  });
  // Prose of one kind takes a little more or fewer tokens here and there.
  const noise = 1 + 0.004 * (random.random() - 0.5);
  const whole = countOf(lengthTokens * noise);
  const inputTokens = tooLong && server.usage !== 'lie' ? countOf(kept) : whole;
  return { kind: 'answered', lengthTokens, marks, tries: 1, ...(server.usage === 'none' ? {} : { inputTokens }) };
}

function search(server: Server, { claimedTokens = [] as readonly number[], upToTokens = 4_000_000 } = {}) {
  const facts: ProbeFacts = { recall: server.recall, claimedTokens, answerTokens: 16, upToTokens };
  const observations: Observation[] = [ask(server, { lengthTokens: 30, marksAt: [] }, 0)].map((tiny) => ({ ...tiny, marks: [] }));
  let [asked, tokens] = [0, 0];
  const observe = (step: ProbeStep) => {
    const once = () => {
      tokens += step.lengthTokens;
      return ask(server, step, (asked += 1));
    };
    let probe = once();
    while (probe.kind === 'answered' && needsAnotherTry(observations, probe, { kind: step.kind, facts })) {
      probe = joinTries(probe, once() as AnsweredProbe);
    }
    observations.push(probe);
  };
  observe({ kind: 'narrow', lengthTokens: 1000, marksAt: [170, 330, 500, 670, 830] });
  for (let step = nextProbe(observations, facts); step !== undefined && observations.length < 100; step = nextProbe(observations, facts)) {
    observe(step);
  }
  const judged = judgeProbes(observations, facts);
  const place = cutPlace(judged);
  const { fitsTokens, exceeds } = probeBracket(judged);
  const error = Math.abs(fitsTokens - server.limitTokens) / server.limitTokens;
  return { error, fitsTokens, reading: exceeds?.reading, lost: place && lostPart(place), asked, cost: tokens / server.limitTokens };
}

const PLAIN: Server = {
  limitTokens: 30_000,
  behaviour: 'cuts',
  headShare: 0,
  keptShare: 1,
  usage: 'true',
  ratio: 1.1,
  overhead: 8,
  recall: 1,
  namesLimit: false,
  seed: 0,
};

const server: fc.Arbitrary<Server> = fc.record({
  limitTokens: fc.double({ min: Math.log(2000), max: Math.log(2_000_000), noNaN: true }).map((log) => Math.round(Math.exp(log))),
  behaviour: fc.constantFrom('rejects', 'cuts'),
  headShare: fc.oneof(fc.constantFrom(0, 0.5, 1), fc.double({ min: 0, max: 1, noNaN: true })),
  keptShare: fc.constant(1),
  usage: fc.constantFrom('true', 'none', 'lie'),
  ratio: fc.double({ min: 0.6, max: 1.6, noNaN: true }),
  overhead: fc.integer({ min: 0, max: 60 }),
  recall: fc.constant(1),
  namesLimit: fc.boolean(),
  seed: fc.integer({ min: 0, max: 1_000_000 }),
});

const RUNS = { seed: 20_260_131, numRuns: 600 };
const ONE_PERCENT = 0.01;

describe('the search for a context limit', () => {
  it('finds every limit from 2k to 2M to within 1 %, whatever the server does with long prompts', () => {
    fc.assert(
      fc.property(server, fc.constantFrom('none', 'right', 'wrong'), (each, claim) => {
        const claimedTokens = { none: [], right: [Math.round(each.overhead + each.ratio * each.limitTokens)], wrong: [128_000] }[claim];
        const { error, reading, asked, cost } = search(each, { claimedTokens });
        expect(error).toBeLessThanOrEqual(ONE_PERCENT);
        expect(reading).toBe(each.behaviour === 'cuts' ? 'cut' : 'refused');
        expect(asked).toBeLessThanOrEqual(30);
        expect(cost).toBeLessThanOrEqual(22);
      }),
      RUNS,
    );
  });

  it.each([
    [0, 'head'],
    [0.001, 'head'],
    [0.5, 'middle'],
    [0.2, 'middle'],
    [1, 'tail'],
  ] as const)('says what a server loses that keeps the share %s at the head', (headShare, lost) => {
    for (const usage of ['none', 'lie'] as const) expect(search({ ...PLAIN, headShare, usage })).toMatchObject({ lost });
  });

  it('is not misled by a model that passes over every tenth code word', () => {
    const results = Array.from({ length: 300 }, (_, seed) => {
      const headShare = [0, 0.5, 1][seed % 3]!;
      return search({ ...PLAIN, limitTokens: 20_000 + 313 * seed, headShare, usage: seed % 2 === 0 ? 'none' : 'true', recall: 0.9, seed });
    });
    expect(results.filter(({ error }) => error <= ONE_PERCENT).length).toBeGreaterThanOrEqual(294);
  });

  it('goes by the counts alone when the model ignores the code words, and by nothing when there are no counts either', () => {
    fc.assert(
      fc.property(server, (each) => {
        const { error, reading } = search({ ...each, usage: 'true', recall: 0 });
        expect([error <= ONE_PERCENT, reading]).toEqual([true, each.behaviour === 'cuts' ? 'cut' : 'refused']);
      }),
      RUNS,
    );
    const blind = search({ ...PLAIN, usage: 'none', recall: 0 }, { upToTokens: 100_000 });
    expect(blind).toMatchObject({ fitsTokens: 100_000, reading: undefined });
  });

  it('copes with a server that drops half of its window to make room', () => {
    for (const usage of ['true', 'none'] as const) {
      for (const headShare of [0, 0.3]) {
        expect(search({ ...PLAIN, keptShare: 0.5, headShare, usage }).error).toBeLessThanOrEqual(ONE_PERCENT);
      }
    }
  });

  it('ends at the longest prompt allowed, and asks none beyond it', () => {
    expect(search(PLAIN, { upToTokens: 21_000 })).toMatchObject({ fitsTokens: 21_000, reading: undefined });
    expect(search({ ...PLAIN, behaviour: 'rejects', limitTokens: 700 })).toMatchObject({ reading: 'refused' });
    expect(search({ ...PLAIN, behaviour: 'rejects', limitTokens: 700 }).error).toBeLessThanOrEqual(ONE_PERCENT);
  });
});
