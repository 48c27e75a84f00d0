import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { summarizeRun } from '../summarize-run.ts';
import { exampleRun } from '../testing/example-run.ts';
import { failedRow, pendingRow, runRecord, scoredRow, skippedRow } from '../testing/row.ts';
import { renderHtml } from './render-html.ts';

const EVIL = `"><script>alert(1)</script><img src=x onerror=alert(2)>' onmouseover='x ]]> <!-- \${x} </style></textarea>`;
const ALLOWED = new Set(
  (
    'html head meta title style body main header footer section article aside figure figcaption div p h1 h2 h3 ul li dl dt dd b i em small span ' +
    'code pre details summary table thead tbody tr th td svg g path rect line circle text tspan defs pattern'
  ).split(' '),
);

/** How often each element and attribute name stands in a page. */
function shapeOf(page: string) {
  const { document } = parseHTML(page);
  const elements = [...document.querySelectorAll('*')];
  return { document, names: new Set(elements.map((element) => element.localName)), elements };
}

async function hostile(evil: string, answer: string) {
  const cell = (askedTokens: number) => ({ language: evil, askedTokens, depthPercent: 0, [evil]: evil });
  const facts = { task: evil, question: evil, target: evil, answer };
  const material = {
    run: runRecord({
      model: evil,
      strategy: evil,
      tokenizer: evil,
      tasks: [evil],
      options: { [evil]: evil },
      id: evil,
      version: evil,
      corpora: [{ digest: evil, language: evil, origin: { [evil]: evil } }],
    }),
    rows: [
      scoredRow(cell(4000), { value: 0, metric: evil, mode: evil, why: evil, errorClass: evil }, facts),
      scoredRow(cell(8000), { value: 1, metric: evil, mode: evil }, facts),
      failedRow(cell(8000), facts),
      skippedRow(cell(16_000), facts),
      pendingRow(cell(32_000), facts),
    ],
    aggregates: [{ metric: evil, label: evil, cell: { [evil]: evil }, value: 0.5, n: 2, missing: 0 }],
    baselines: [{ name: evil, mean: 0.2, low: 0.1, high: 0.3, n: 2, missing: 0 }],
  };
  const { scores } = await summarizeRun(material);
  return summarizeRun({ ...material, baselineScores: new Map([[evil, scores]]) });
}

describe('renderHtml', () => {
  it('lets no text become an element or an attribute', async () => {
    const page = await renderHtml(await hostile(EVIL, EVIL));
    const { document, names, elements } = shapeOf(page);
    expect([...names].filter((name) => !ALLOWED.has(name))).toEqual([]);
    expect(elements.flatMap((element) => element.getAttributeNames()).filter((name) => /^on|^src|href/.test(name))).toEqual([]);
    // The same run with harmless text has the same elements.
    const plain = shapeOf(await renderHtml(await hostile('plain', 'plain')));
    expect(elements.length).toBe(plain.elements.length);
    expect(document.querySelector('h1')!.textContent).toBe(EVIL);
    expect(document.querySelector('.said .text')!.textContent).toBe(EVIL);
    expect(document.querySelector('pre.command')!.textContent).toContain('<script>alert(1)</script>');
  });

  it('makes unseen characters visible', async () => {
    const page = await renderHtml(await hostile('a\u202eb\u0000c\u001b[31m\u200bd\u2028e\ufeff', 'x\r\ny\tz\ud800'));
    const { document } = shapeOf(page);
    expect(page).not.toMatch(/(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Cs}]/u);
    expect(document.querySelector('h1')!.textContent).toBe('a⟨U+202E⟩b⟨U+0000⟩c⟨U+001B⟩[31m⟨U+200B⟩d⟨U+2028⟩e⟨U+FEFF⟩');
    expect(document.querySelector('.said .text')!.textContent).toBe('x\ny\tz\ufffd');
  });

  it('folds a long answer, and stays small with a huge one', async () => {
    const page = await renderHtml(await hostile('plain', `<b>${'</div>'.repeat(175_000)}`));
    const { document } = shapeOf(page);
    expect(page.length).toBeLessThan(200_000);
    expect(document.querySelector('.said details summary')!.textContent).toContain('(1,050,003 characters)');
    expect(document.querySelector('.said details .text')!.textContent).toMatch(/^<b><\/div>.*characters left out.*<\/div>$/s);
  });

  it('loads nothing: a strict policy, no script, no address', async () => {
    const page = await renderHtml(await summarizeRun(exampleRun({ lengths: [4000, 8000], depths: [0, 100], repeats: 1 })));
    const { document } = shapeOf(page);
    expect(document.querySelector('meta[http-equiv="Content-Security-Policy"]')!.getAttribute('content')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    );
    expect(document.querySelectorAll('script, link, img, iframe, object, embed, form, a').length).toBe(0);
    expect(page.replaceAll('http://www.w3.org/', '')).not.toMatch(/https?:\/\/|@import|url\((?!#fathom-hatch)/);
  });

  it('shows headline, maps, profiles, baselines, cells and the way to repeat the run', async () => {
    const summary = await summarizeRun(exampleRun({ lengths: [1000, 8000], depths: [0, 50, 100], repeats: 2 }));
    const { document } = shapeOf(await renderHtml(summary));
    const texts = (selector: string) => [...document.querySelectorAll(selector)].map((element) => element.textContent!.trim());
    expect(texts('h2')).toEqual([
      'Tasks side by side',
      'Length and depth',
      'Profiles',
      'What was asked for',
      'Aggregates',
      'Worst answers',
      'Usage',
      'Without a score',
      'All cells',
      'Repeat this run',
    ]);
    expect(texts('.maps figcaption')).toEqual([
      'single-retrieval · English',
      'single-retrieval · Chinese',
      'multi-retrieval · English',
      'multi-retrieval · Chinese',
      'multi-reasoning · English',
      'multi-reasoning · Chinese',
    ]);
    expect(
      texts('.tile')
        .find((tile) => tile.startsWith('Cached share'))!
        .replace(/\s+/g, ' '),
    ).toMatch(/^Cached share \d+ % of the input, as the provider reported; the plan predicted 78 %$/);
    expect(texts('.curves .sub').filter((note) => note.startsWith('Effective length English: '))).toHaveLength(2);
    expect(texts('.key .entry')).toEqual(expect.arrayContaining(['Chinese', 'baseline lexical']));
    expect(texts('.gauges dt')).toEqual(['this run (direct)', 'oracle', 'retrieval', 'lexical', 'closed-book']);
    expect(document.querySelectorAll('section > details tbody tr').length).toBe(summary.scores.length);
    expect(new Set([...document.querySelectorAll('.answer dd[lang]')].map((element) => element.getAttribute('lang')))).toEqual(
      new Set(['en', 'zh']),
    );
    expect(texts('pre.command')).toEqual(['fathom run needlebench --model example/made-up-model --seed 7 --tokenizer o200k_base']);
    expect(document.querySelector('.maps [aria-label="cell"] rect title')!.textContent).toMatch(/^1k, 0 %: \d+\.\d \(95 %: .*\), n 2$/);
  });

  it('shows what is wrong before anything else', async () => {
    const rows = [scoredRow({ language: 'en' }, 0, { call: { finish: 'length' } }), pendingRow({ language: 'en', repeat: 1 })];
    const { document } = shapeOf(await renderHtml(await summarizeRun({ run: runRecord({ status: 'incomplete' }), rows })));
    expect([...document.querySelectorAll('.alarms li')].map((item) => item.textContent!.replace(/\s+/g, ' ').trim())).toEqual([
      'Unfinished The run is incomplete; 1 sample without an answer yet.',
      'answer-cut × 1 the answer stopped at the token limit. demo/find/en',
    ]);
  });

  it('has a page for a run without any answer', async () => {
    const { document } = shapeOf(await renderHtml(await summarizeRun({ run: runRecord({ status: 'running' }), rows: [] })));
    expect(document.querySelector('.big')!.textContent!.trim()).toBe('–/100');
  });
});
