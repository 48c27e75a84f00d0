import { describe, expect, it } from 'vitest';
import { csvField } from './csv.ts';
import { renderCsv, renderJson, renderMarkdown, renderTerminal, runSummarySchema, summarizeRun, terminalStyle } from './index.ts';
import { failedRow, runRecord, scoredRow, skippedRow } from './testing/row.ts';

const cell = (language: string, askedTokens: number, depthPercent: number, repeat = 0) => ({ language, askedTokens, depthPercent, repeat });

const SUMMARY = await summarizeRun({
  run: runRecord({ model: '=HYPERLINK("http://evil","x")' }),
  rows: [
    scoredRow(cell('zh', 4000, 0), 1),
    scoredRow(cell('zh', 4000, 0, 1), 0.5),
    scoredRow(cell('zh', 4000, 100), 0),
    failedRow(cell('zh', 16_000, 0)),
    skippedRow(cell('zh', 16_000, 100)),
  ],
  aggregates: [{ metric: 'overall', label: '总分 | overall', cell: {}, value: 0.5, n: 3, missing: 2 }],
});

describe('renderCsv', () => {
  it('writes one row per score, quoted and safe in a spreadsheet', () => {
    const origin = `20260131-142530-k3f9,"'=HYPERLINK(""http://evil"",""x"")",direct,demo/find,keyword,corrected,zh`;
    expect(renderCsv(SUMMARY).split('\r\n')).toEqual([
      'run,model,strategy,task,metric,mode,language,askedTokens,depthPercent,n,missing,mean,low,high',
      `${origin},4000,0,2,0,0.75,${SUMMARY.scores[0]!.low},${SUMMARY.scores[0]!.high}`,
      `${origin},4000,100,1,0,0,0,${SUMMARY.scores[1]!.high}`,
      `${origin},16000,0,0,1,,,`,
      `${origin},16000,100,0,1,,,`,
      '',
    ]);
  });

  it.each([
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    [-1, '-1'],
    [true, 'true'],
    [undefined, ''],
    ['a=b', 'a=b'],
  ])('writes %j as %j', (value, field) => {
    expect(csvField(value)).toBe(field);
  });
});

describe('renderMarkdown', () => {
  it('fits a README', () => {
    expect(renderMarkdown(SUMMARY)).toBe(`## =HYPERLINK("http://evil","x")

**总分 \\| overall: 50.0** (95 % interval 12.5–87.5), n = 3, 2 missing.
Strategy direct, tokenizer o200k\\_base, seed 7, Fathom 0.1.0, run 20260131-142530-k3f9.

| Task | Score | 95 % interval | n | Missing | Metric |
| :-- | --: | --: | --: | --: | --: |
| demo/find · Chinese | 50.0 | 12.5–87.5 | 3 | 2 | keyword (corrected) |

| Score by length (tokens) | 4k | 16k | Effective length at 85 % |
| :-- | --: | --: | --: |
| demo/find · Chinese | 50 | – | – |

| Aggregate | Value | Unit | n | Missing |
| :-- | --: | --: | --: | --: |
| 总分 \\| overall | 50.0 | score | 3 | 2 |

<details><summary>Scores by length and depth</summary>

**demo/find · Chinese**

| Needle depth (% of context) \\\\ Context length (tokens) | 4k | 16k |
| :-- | --: | --: |
| 0 % | 75 | – |
| 100 % | 0 | skipped |
| mean | 50 | skipped |
| n | 3 | 0 |

</details>

<details><summary>Skipped: 1 sample</summary>

| Task | Cell | Reason | Detail | Samples |
| :-- | --: | --: | --: | --: |
| demo/find | zh · 16k · 100 % | too-short | eleven needles do not fit | 1 |

</details>

\`\`\`sh
fathom run demo/find --model '=HYPERLINK("http://evil","x")' --seed 7 --tokenizer o200k_base
\`\`\`
`);
  });

  it('lets no text become markup', async () => {
    const run = runRecord({ model: '<img src=x onerror=alert(1)>\n# [a](javascript:b) | `c`' });
    const text = renderMarkdown(await summarizeRun({ run, rows: [] }));
    expect(text.split('\n')[0]).toBe(String.raw`## &lt;img src=x onerror=alert(1)&gt; \# \[a\](javascript:b) \| \`c\``);
  });
});

describe('renderJson', () => {
  it('writes what the schema reads', () => {
    expect(runSummarySchema.parse(JSON.parse(renderJson(SUMMARY)))).toEqual(SUMMARY);
  });
});

describe('renderTerminal', () => {
  it('draws plain ASCII without colour', async () => {
    expect(await renderTerminal(SUMMARY, { columns: 80, color: 'none' })).toBe(
      `
总分 | overall: 50.0 (95 %: 12.5-87.5), n 3, 2 missing
=HYPERLINK("http://evil","x"), strategy direct, run 20260131-142530-k3f9

demo/find - Chinese (keyword)
Needle depth (% of context), down; Context length (tokens), across
        4k  16k
  0 %   75    -
100 %    0    x
 mean   50    x
    n    3    0

scores 0-100   - missing   x skipped   . not asked

task            score       95 %  n  missing
find - Chinese   50.0  12.5-87.5  3        2

aggregate       over  value  unit  n  missing
总分 | overall         50.0        3        2

3 calls, 12,000 prompt tokens (provider counted 12,000); 15 out; median 100 ms, p95 100 ms

skipped: demo/find: too-short at 16k: eleven needles do not fit (1)
error: demo/find: server at 16k: 503 (1)`.trimStart(),
    );
  });

  it('never writes wider than a narrow terminal, apart from sentences', async () => {
    const text = await renderTerminal(SUMMARY, { columns: 20, color: 'none' });
    const map = text.slice(text.indexOf('find -'), text.indexOf('scores 0-100'));
    expect(Math.max(...map.split('\n').map((line) => line.length))).toBeLessThanOrEqual(20);
  });

  it('continues a map below when its columns do not fit, and loses none', async () => {
    const rows = [4000, 8000, 16_000, 32_000, 64_000].map((length) => scoredRow(cell('en', length, 0), 1));
    const text = await renderTerminal(await summarizeRun({ run: runRecord(), rows }), { columns: 20, color: 'none' });
    const map = text.slice(text.indexOf('      4k'), text.indexOf('\n\nscores'));
    expect(map).toBe(
      [
        '      4k  8k 16k',
        ' 0 % 100 100 100',
        'mean 100 100 100',
        '   n   1   1   1',
        '',
        '     32k 64k',
        ' 0 % 100 100',
        'mean 100 100',
        '   n   1   1',
      ].join('\n'),
    );
  });

  it('paints scores with 24-bit colour, or the nearest of 256', async () => {
    expect(await renderTerminal(SUMMARY, { columns: 80, color: 'truecolor' })).toContain(
      '\u001b[48;2;68;1;84;38;2;255;255;255m   0 \u001b[0m',
    );
    expect(await renderTerminal(SUMMARY, { columns: 80, color: '256' })).toContain('\u001b[48;5;53;38;5;231m   0 \u001b[0m');
  });

  it('lets no stranger steer the terminal', async () => {
    const run = runRecord({ model: 'evil\u001b]0;owned\u0007\u202emodel\nline' });
    const text = await renderTerminal(await summarizeRun({ run, rows: [] }), { columns: 80, color: 'none' });
    expect(text).toContain('evil⟨U+001B⟩]0;owned⟨U+0007⟩⟨U+202E⟩model line, strategy direct');
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});

describe('terminalStyle', () => {
  const env = { COLORTERM: 'truecolor', TERM: 'xterm' };
  it.each([
    [
      { isTty: true, columns: 120, env },
      { columns: 120, color: 'truecolor' },
    ],
    [
      { isTty: true, env: { TERM: 'xterm-256color' } },
      { columns: 80, color: '256' },
    ],
    [
      { isTty: true, env: { ...env, NO_COLOR: '1' } },
      { columns: 80, color: 'none' },
    ],
    [
      { isTty: true, env: { TERM: 'dumb' } },
      { columns: 80, color: 'none' },
    ],
    [
      { isTty: false, env },
      { columns: 80, color: 'none' },
    ],
    [
      { isTty: false, env: { ...env, FORCE_COLOR: '1' } },
      { columns: 80, color: 'truecolor' },
    ],
    [
      { isTty: true, env, color: false },
      { columns: 80, color: 'none' },
    ],
    [
      { isTty: false, env: { ...env, NO_COLOR: '1' }, color: true },
      { columns: 80, color: 'truecolor' },
    ],
  ] as const)('of %j is %j', (facts, style) => {
    expect(terminalStyle(facts)).toEqual(style);
  });
});
