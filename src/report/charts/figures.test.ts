import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { ansi256Of, contrast, hexOf, inkOn, scoreColor } from '../color-scale.ts';
import { summarizeRun } from '../summarize-run.ts';
import { exampleRun } from '../testing/example-run.ts';
import { failedRow, runRecord, scoredRow, skippedRow } from '../testing/row.ts';
import { renderSvg, type FigureKind } from './figures.ts';
import { expectPinned } from './pinned-picture.fixture.ts';
import { renderPng } from './render-png.ts';
import { seriesMark } from './series-mark.ts';

const SMALL = await summarizeRun(exampleRun({ lengths: [1000, 8000, 64_000], depths: [0, 50, 100], repeats: 2 }));

function elementOf(svg: string) {
  return parseHTML(`<!doctype html><html><body>${svg}</body></html>`).document.querySelector('svg')!;
}

function textsOf(svg: string): string[] {
  return [...elementOf(svg).querySelectorAll('text')].map((text) => text.textContent ?? '');
}

describe('renderSvg', () => {
  it.each(['heat-maps', 'tasks', 'depth', 'length', 'needles'] as const satisfies FigureKind[])('draws %s as pinned', async (figure) => {
    await expectPinned(figure, await renderSvg(SMALL, { figure }));
  });

  it('draws hops as pinned, with Chinese names', async () => {
    const rows = [1, 2, 4, 8].flatMap((hops) =>
      [0, 1, 2, 3].map((repeat) =>
        scoredRow({ hops, repeat }, repeat < 5 - hops ? 1 : 0, { task: '自制/多步推理', cluster: `篇${repeat}` }),
      ),
    );
    const summary = await summarizeRun({ run: runRecord({ model: '本地/千问' }), rows });
    await expectPinned('hops', await renderSvg(summary, { figure: 'hops' }));
  });

  it('refuses a figure that the run has nothing for, and names those that it has', async () => {
    const summary = await summarizeRun({ run: runRecord(), rows: [scoredRow({ needles: 2 }, 1), scoredRow({ needles: 3 }, 1)] });
    await expect(renderSvg(summary, { figure: 'length' })).rejects.toMatchObject({
      code: 'misuse',
      fix: 'It can be drawn as: tasks, needles.',
    });
  });

  it('marks effective lengths and draws baselines, each with an entry in the key', async () => {
    const figure = elementOf(await renderSvg(SMALL, { figure: 'length' }));
    const texts = [...figure.querySelectorAll('text')].map((text) => text.textContent ?? '');
    expect(texts).toEqual(expect.arrayContaining(['baseline retrieval', 'baseline closed-book', '85']));
    expect(texts.filter((text) => text.startsWith('Effective length English: '))).toHaveLength(3);
    const titles = [...figure.querySelectorAll('title')].map((title) => title.textContent ?? '');
    expect(titles.filter((title) => title.startsWith('baseline lexical, 8k: '))).toHaveLength(3);
    expect(titles.some((title) => title.startsWith('Effective length Chinese: '))).toBe(true);
  });

  it('puts score and n into cells, stripes where there is no score, axes in the order of numbers', async () => {
    const rows = [
      scoredRow({ language: 'en', askedTokens: 16_000, depthPercent: 100 }, 0.5),
      scoredRow({ language: 'en', askedTokens: 4000, depthPercent: 5 }, 1),
      failedRow({ language: 'en', askedTokens: 4000, depthPercent: 20 }),
      failedRow({ language: 'en', askedTokens: 4000, depthPercent: 100 }),
      skippedRow({ language: 'en', askedTokens: 128_000, depthPercent: 5 }),
    ];
    const svg = await renderSvg(await summarizeRun({ run: runRecord(), rows }));
    const figure = elementOf(svg);
    const ticks = (axis: string) =>
      [...figure.querySelectorAll(`[aria-label="${axis}-axis tick label"] text`)].map((text) => text.textContent);
    expect(ticks('x')).toEqual(['4k', '16k', '128k']);
    expect(ticks('y')).toEqual(['5 %', '20 %', '100 %', 'mean']);
    const marks = [...figure.querySelectorAll('[aria-label="text"] text')].map((text) => text.textContent).filter(Boolean);
    expect(marks.toSorted()).toEqual(['100', '100', '50', '50', 'n 1', 'n 1', 'n 1', 'n 1', '–', '–', '×', '×'].toSorted());
    const cells = [...figure.querySelectorAll('[aria-label="cell"] rect')].map((rect) => [rect.getAttribute('fill'), rect.textContent]);
    expect(cells.slice(0, 3)).toEqual([
      [hexOf(scoreColor(1)), '4k, 5 %: 100.0 (95 %: 20.7–100.0), n 1'],
      ['none', '16k, 5 %: not asked'],
      ['url(#fathom-hatch)', '128k, 5 %: skipped (1 without a score)'],
    ]);
    expect(textsOf(svg)).toContain('Context length (tokens)');
    expect(textsOf(svg).join(' ')).toContain('Lengths in tokens of o200k_base. Seed 7. Fathom 0.1.0');
  });

  it('shows a run that has no heat map as bars', async () => {
    const rows = [scoredRow({ needles: 2 }, 1), failedRow({ needles: 2 }, { task: 'demo/other' })];
    const texts = textsOf(await renderSvg(await summarizeRun({ run: runRecord(), rows })));
    expect(texts).toEqual(expect.arrayContaining(['find', 'other', '100.0', '–', 'Score, with 95 % interval']));
  });

  it('keeps scores in a column of their own, right of every baseline’s sign, and gives a score of 0 a tick', async () => {
    const scored = (score: number) => [scoredRow({ needles: 2 }, score), scoredRow({ needles: 3 }, score)];
    const { scores } = await summarizeRun({ run: runRecord(), rows: scored(1) });
    const summary = await summarizeRun({ run: runRecord(), rows: scored(0), baselineScores: new Map([['lexical', scores]]) });
    const figure = elementOf(await renderSvg(summary, { figure: 'tasks' }));
    const leftOf = (transform: string | null) => Number(/translate\((-?[\d.]+)/u.exec(transform ?? '')?.[1]);
    const texts = [...figure.querySelectorAll('[aria-label="text"]')].map(
      (group) => [group.textContent, leftOf(group.getAttribute('transform'))] as const,
    );
    expect(texts.map(([words]) => words)).toEqual(['Score', '0.0', 'n 2']);
    expect(texts[1]![1]).toBe(texts[0]![1]);
    expect(texts[1]![1]).toBeGreaterThan(40);
    expect(figure.querySelectorAll('[aria-label="tick"] line')).toHaveLength(1);
  });

  it('draws two equal curves so that both are seen, each as the key has it, also where a task lacks the first language', async () => {
    const rows = ['en', 'zh'].flatMap((language) =>
      [1000, 2000].flatMap((askedTokens) => [
        scoredRow({ language, askedTokens }, 1, { task: 'demo/both' }),
        ...(language === 'zh' ? [scoredRow({ language, askedTokens }, 1, { task: 'demo/one' })] : []),
      ]),
    );
    const figure = elementOf(await renderSvg(await summarizeRun({ run: runRecord(), rows }), { figure: 'length' }));
    const looks = (label: string) =>
      [...figure.querySelectorAll(`[aria-label="${label}"]`)]
        .map((mark) => [mark.getAttribute('stroke'), mark.getAttribute('stroke-dasharray'), mark.getAttribute('fill')])
        .filter(([stroke, , fill]) => stroke !== 'currentColor' && fill !== null);
    const [first, second] = [seriesMark(0), seriesMark(1)];
    const dashed = [second.color, second.dashes, 'none'];
    expect(looks('line')).toEqual([[first.color, null, 'none'], dashed, dashed]);
    expect(second.dashes).not.toBe(first.dashes);
    const swatches = [...figure.querySelectorAll('path[d="M0,6H26"]')].map((line) => [
      line.parentElement!.getAttribute('stroke'),
      line.getAttribute('stroke-dasharray'),
    ]);
    expect(swatches).toEqual([
      [first.color, null],
      [second.color, second.dashes],
    ]);
  });

  it('keeps the title of the depths within a map of few depths', async () => {
    const titleOf = async (depths: readonly number[]) => {
      const rows = depths.flatMap((depthPercent) => [1000, 4000].map((askedTokens) => scoredRow({ askedTokens, depthPercent }, 1)));
      const figure = elementOf(await renderSvg(await summarizeRun({ run: runRecord(), rows }), { figure: 'heat-maps' }));
      const lines = [...figure.querySelectorAll('[aria-label="y-axis label"] tspan')].map((line) => line.textContent);
      return lines.length > 0 ? lines : [figure.querySelector('[aria-label="y-axis label"]')!.textContent];
    };
    expect(await titleOf([0, 50, 100])).toEqual(['Needle depth', '(% of context)']);
    expect(await titleOf([0, 25, 50, 75, 100])).toEqual(['Needle depth (% of context)']);
  });

  it('escapes everything, and stays well-formed XML', async () => {
    const evil = `</text></svg><script>alert(1)</script>]]>&"'\u202e\u0000`;
    const rows = [
      scoredRow({ language: evil, askedTokens: 4000, depthPercent: 0, [evil]: evil }, 1, { task: evil }),
      scoredRow({ language: evil, askedTokens: 8000, depthPercent: 0, [evil]: evil }, 1, { task: evil }),
    ];
    const run = runRecord({ model: evil, strategy: evil, tokenizer: evil });
    const { scores } = await summarizeRun({ run, rows });
    const summary = await summarizeRun({ run, rows, baselineScores: new Map([[evil, scores]]) });
    const svgs = await Promise.all((['heat-maps', 'tasks', 'length'] as const).map((figure) => renderSvg(summary, { figure })));
    for (const svg of svgs) {
      for (const trap of ['<script', ']]>', '\u202e', '\0']) expect(svg).not.toContain(trap);
      expect(elementOf(svg).querySelector('script')).toBeNull();
      expect(svg.match(/<svg/g)!.length).toBe(svg.match(/<\/svg>/g)!.length);
      expect(textsOf(svg).join('\n')).toContain(`</text></svg><script>alert(1)</script>]]>&"'⟨U+202E⟩⟨U+0000⟩`);
    }
  });
});

describe('renderPng', () => {
  it('draws a PNG, or says what to install', async () => {
    const missing = { loadRenderer: () => Promise.reject(new Error('Cannot find package')) };
    await expect(renderPng(SMALL, missing)).rejects.toMatchObject({
      code: 'missing',
      message: 'PNG figures need the package @resvg/resvg-js, which is not installed',
      fix: expect.stringContaining('npm install @resvg/resvg-js') as string,
    });
  });

  it('has the PNG signature and the figure’s size times the scale', async ({ skip }) => {
    const present = await import('@resvg/resvg-js').then(
      () => true,
      () => false,
    );
    skip(!present, 'the optional package @resvg/resvg-js is not installed');
    const png = Buffer.from(await renderPng(SMALL, { figure: 'needles', scale: 2 }));
    const width = Number(elementOf(await renderSvg(SMALL, { figure: 'needles' })).getAttribute('width'));
    expect(png.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n');
    expect(png.readUInt32BE(16)).toBe(2 * width);
  });
});

describe('colours', () => {
  const scores = Array.from({ length: 101 }, (_, i) => i / 100);

  it('keep text on cells readable (WCAG AA, 4.5 to 1)', () => {
    for (const score of scores) expect(contrast(scoreColor(score), inkOn(scoreColor(score)))).toBeGreaterThanOrEqual(4.5);
  });

  it('get lighter with every step of the score, so that they also read in grey', () => {
    const light = scores.map((score) => contrast(scoreColor(score), [0, 0, 0]));
    expect(light.every((value, i) => i === 0 || value > light[i - 1]!)).toBe(true);
  });

  it('find their place among 256', () => {
    expect([ansi256Of([0, 0, 0]), ansi256Of([255, 255, 255]), ansi256Of([68, 1, 84])]).toEqual([16, 231, 53]);
  });
});
