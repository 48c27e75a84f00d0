/** Prints the closing line of the gate from Vitest's own JSON reports, all together. Exits 1 when a test failed, or when one of the reports has none. */
import { readFileSync } from 'node:fs';

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numFailedTestSuites: number;
  readonly success: boolean;
}

const reports = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')) as Report);
const sum = (of: (report: Report) => number): number => reports.reduce((total, report) => total + of(report), 0);
for (const { success, numFailedTests, numFailedTestSuites } of reports) {
  if (!success && numFailedTests === 0) console.log(`${numFailedTestSuites} test files could not be run`);
}
const skipped = sum(({ numPendingTests, numTodoTests }) => numPendingTests + numTodoTests);
console.log(
  `tests: ${sum((report) => report.numPassedTests)} passed, ${sum((report) => report.numFailedTests)} failed, ${skipped} skipped`,
);
process.exitCode = reports.length > 0 && reports.every(({ success, numPassedTests }) => success && numPassedTests > 0) ? 0 : 1;
