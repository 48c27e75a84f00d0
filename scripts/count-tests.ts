/** Prints the closing line of the gate from Vitest's own JSON report. Exits 1 when a test failed, or none ran. */
import { readFileSync } from 'node:fs';

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numFailedTestSuites: number;
  readonly success: boolean;
}

const report = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as Report;
const { numPassedTests: passed, numFailedTests: failed } = report;
if (!report.success && failed === 0) console.log(`${report.numFailedTestSuites} test files could not be run`);
console.log(`tests: ${passed} passed, ${failed} failed, ${report.numPendingTests + report.numTodoTests} skipped`);
process.exitCode = report.success && passed > 0 ? 0 : 1;
