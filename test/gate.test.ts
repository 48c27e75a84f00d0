import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { workplace } from './workplace.ts';

const { fathom, path, serve, single } = workplace();

describe('a score that must be reached', () => {
  test('run, resume and report exit with 1 below it, 0 from it up, and write JUnit', async () => {
    const good = await fathom(single('--fail-under', '100', '--junit', 'good.xml', '--html', 'good.html'));
    expect(good.stderr).toContain(
      'Gate passed: Overall of what ran: S-RT only is 100.0 % (no interval: one haystack per language; more --repeats give one), over 3 answers: at least 100 %.\n',
    );
    expect(good.code).toBe(0);
    const xml = readFileSync(path('good.xml'), 'utf8');
    expect(xml).toContain('<testsuites name="fathom baseline/lexical" tests="4" failures="0" errors="0" skipped="0">');
    expect(xml).toContain('<testcase classname="needlebench/single-retrieval" name="en · 1k · 50 % · position end · keyword (corrected)">');
    expect(readFileSync(path('good.html'), 'utf8')).toContain('no interval: one haystack per language');

    const model = await serve({ answer: () => 'no idea' });
    const bad = await fathom(single('--model', model, '--no-floor', '--fail-under', '85', '--fail-under', 'single-retrieval=0%', '--json'));
    expect(bad.code).toBe(1);
    expect(bad.stderr).toMatch(
      /Gate failed: Overall of what ran: S-RT only is 0\.0 % \(no interval: [^)]*\), over 3 answers: below 85 %\.\nGate passed: S-RT is 0\.0 %/,
    );
    expect(JSON.parse(bad.stdout)).toMatchObject({ status: 'complete', overall: { mean: 0 } });
    expect((await fathom(['resume', '--fail-under', '85', '--quiet'])).code).toBe(1);
    const report = await fathom(['report', '--fail-under', '85', '-o', 'bad.xml']);
    expect(report.code).toBe(1);
    expect(readFileSync(path('bad.xml'), 'utf8')).toMatch(/<failure message="Gate failed: [^"]*below 85 %\." type="gate"\/>/);
    expect((await fathom(['report', '--format', 'junit'])).stdout).toBe(
      readFileSync(path('bad.xml'), 'utf8')
        .replace(/ {2}<testsuite name="gate"[\s\S]*?<\/testsuite>\n/, '')
        .replace('tests="4" failures="1"', 'tests="3" failures="0"'),
    );
  });

  test('an incomplete run keeps its own exit code, and its report fails the gate', async () => {
    const model = await serve({ fault: () => ({ kind: '500' }) });
    const run = await fathom(single('--model', model, '--no-floor', '--max-attempts', '1', '--fail-under', '1'));
    expect([3, 4]).toContain(run.code);
    expect(run.stderr).toContain('Gate failed: ');
    expect((await fathom(['report', '--fail-under', '0'])).code).toBe(1);
  });

  test('a rule that makes no sense is refused before anything is asked', async () => {
    const { code, stderr } = await fathom(single('--fail-under', '101'));
    expect(code).toBe(2);
    expect(stderr).toContain('Write --fail-under 85');
  });
});
