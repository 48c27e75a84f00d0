import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { workplace } from './workplace.ts';

const { fathom, log, path, serve, single } = workplace();

describe('a score that must be reached', () => {
  test('run, resume and report exit with 1 below it, 0 from it up, and write JUnit', async () => {
    const good = await fathom(single('--fail-under', '100', '--junit', 'good.xml', '--html', 'good.html'));
    expect(good.stderr).toContain(
      'Gate passed: Overall of what ran: S-RT only is 100.0 % (no interval: one haystack or document per language; more documents, or --repeats for haystacks, give one), over 3 answers: at least 100 %.\n',
    );
    expect(good.code).toBe(0);
    const xml = readFileSync(path('good.xml'), 'utf8');
    expect(xml).toContain('<testsuites name="fathom baseline/lexical" tests="4" failures="0" errors="0" skipped="0">');
    expect(xml).toContain('<testcase classname="needlebench/single-retrieval" name="en · 1k · 50 % · position end · keyword (corrected)">');
    expect(readFileSync(path('good.html'), 'utf8')).toContain('no interval: one haystack or document per language');

    const model = await serve({ answer: () => 'no idea' });
    const bad = await fathom(single('--model', model, '--no-floor', '--fail-under', '85', '--fail-under', 's-rt=0%', '--json'));
    expect(bad.code).toBe(1);
    expect(bad.stderr).toMatch(
      /Gate failed: Overall of what ran: S-RT only is 0\.0 % \(no interval: [^)]*\), over 3 answers: below 85 %\.\nGate passed: S-RT is 0\.0 %/,
    );
    expect(JSON.parse(bad.stdout)).toMatchObject({ status: 'complete', overall: { mean: 0 } });
    expect((await fathom(['resume', '--fail-under', '85', '--quiet'])).code).toBe(1);
    const report = await fathom(['report', '--fail-under', '85', '-o', 'bad.xml', '-q']);
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

  test('samples that were refused for good end the run with 4, are told with their reason, and fail the gate', async () => {
    const model = await serve({ fault: (number) => (number === 2 ? { kind: 'context' } : undefined), answer: () => 'no idea' });
    const run = await fathom(single('--model', model, '--no-floor', '--concurrency', '1', '--fail-under', '0', '--json'));
    expect(run.code).toBe(4);
    expect(JSON.parse(run.stdout)).toMatchObject({ status: 'complete', overall: { n: 2, missing: 1, failed: 1 } });
    expect(run.stderr).toMatch(
      /1 sample failed for good and has no score:\n {2}1 context: .*--context-tokens.*\nOnce the cause is mended, ask them again: fathom resume \S+ --retry-errors\n/,
    );
    expect(run.stderr).toMatch(
      /Gate failed: .* over 2 answers, 1 without a score \(1 failed\), but only a number without failed samples passes/,
    );
    expect((await fathom(['report', '--fail-under', '0'])).code).toBe(1);
    expect((await fathom(['runs'])).stdout).toMatch(/mock-model .* 2\/3, 1 failed /);
    const mended = await fathom(['resume', '--retry-errors', '--fail-under', '0', '--quiet']);
    expect([mended.code, mended.stderr]).toEqual([0, expect.stringContaining('Gate passed: ')]);
  });

  test('cells that were skipped are no failures', async () => {
    const { code, stderr } = await fathom(single('--context-tokens', '1290', '--fail-under', '0', '--lengths', '1k,2k'));
    expect([code, stderr]).toEqual([0, expect.stringMatching(/Gate passed: .* over 3 answers, 3 without a score: at least 0 %/)]);
  });

  test('a rule that makes no sense is refused before anything is asked', async () => {
    const { code, stderr } = await fathom(single('--fail-under', '101'));
    expect(code).toBe(2);
    expect(stderr).toContain('Write --fail-under 85');

    const model = await serve();
    const unknown = await fathom(single('--model', model, '--fail-under', 'S-TR=5'));
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('no number called "S-TR"')]);
    for (const flag of ['--html', '--junit']) {
      const lost = await fathom(single('--model', model, flag, 'no-folder/report'));
      expect([lost.code, lost.stderr]).toEqual([3, expect.stringContaining('no-folder/report')]);
    }
    expect(log()).toEqual([]);
  });
});
