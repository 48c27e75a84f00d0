import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { checkGate, renderJunit, summarizeRun } from './index.ts';
import { failedRow, pendingRow, runRecord, scoredRow, skippedRow } from './testing/row.ts';

const HOSTILE = 'a<b>&"\'\u0000\u0007\u001b[31m\ud800]]>\ufffe';
const at = (askedTokens: number, repeat = 0) => ({ language: 'en', askedTokens, repeat });
const rows = [
  scoredRow(at(4000), 1),
  scoredRow(at(4000, 1), 0),
  failedRow(at(4000, 2)),
  failedRow(at(8000), { outcome: { result: { status: 'error', reason: 'server', detail: HOSTILE } } }),
  skippedRow(at(1000)),
  pendingRow(at(16_000)),
  scoredRow({ language: 'en' }, 1, { task: `demo/${HOSTILE}` }),
];
const SUMMARY = await summarizeRun({ run: runRecord({ model: HOSTILE, status: 'incomplete' }), rows });

/** Elements as a reader of JUnit files sees them. */
function read(xml: string) {
  const { document } = parseHTML(
    `<html><body>${xml.slice(xml.indexOf('?>') + 2).replace(/<([a-z]+)([^<>]*)\/>/g, '<$1$2></$1>')}</body></html>`,
  );
  return [...document.querySelectorAll('testcase')].map((one) => {
    const mark = one.querySelector('failure, error, skipped');
    const score = one.querySelector('property[name=score]')?.getAttribute('value') ?? null;
    return [one.getAttribute('name'), mark?.localName ?? 'passed', mark?.getAttribute('message') ?? null, score];
  });
}

it('has a case for each cell and for each reason why there is no score, and a suite for the gate', () => {
  const xml = renderJunit(SUMMARY, { verdicts: checkGate(SUMMARY, [{ metric: 'overall', threshold: 70 }]) });
  expect(read(xml).slice(0, 6)).toEqual([
    [
      'overall at least 70',
      'failure',
      expect.stringMatching(/^Gate failed: Mean of all scored answers is 66\.7 % .*: below 70 %\.$/),
      '66.666667',
    ],
    ['en · 4k · keyword (corrected)', 'passed', null, '0.5'],
    ['en · 16k · keyword (corrected)', 'error', '1 sample without a score', null],
    ['en · 1k · too-short', 'skipped', 'too-short: eleven needles do not fit (1 sample)', null],
    ['en · 4k · server', 'error', '503 (1 sample)', null],
    ['en · 8k · server', 'error', expect.stringContaining('a<b>&"'), null],
  ]);
  expect(xml).toContain('tests="7" failures="1" errors="3" skipped="1">');
  expect(xml).toContain('<testsuite name="gate" tests="1" failures="1" errors="0" skipped="0" timestamp="2026-01-31T14:25:30">');
});

it('is well-formed whatever models, servers and names hold', () => {
  const xml = renderJunit(SUMMARY);
  // Characters that XML 1.0 forbids, and half surrogates.
  expect(xml).not.toMatch(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
  const open: string[] = [];
  for (const [, end, name, attributes, empty] of xml.matchAll(/<(\/?)([a-z]+)((?: [a-z]+="[^"<>]*")*)(\/?)>/g)) {
    expect(attributes).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39);)/);
    if (!end && !empty) open.push(name!);
    else if (end && open.at(-1) === name) open.pop();
    else if (end) open.push(`unexpected end of ${name}`);
  }
  expect(open).toEqual([]);
  // Nothing but tags and white space is left.
  expect(xml.replace(/<[^<>]*>/g, '').trim()).toBe('');
});
