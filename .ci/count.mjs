// Counts what the gate saw: count.mjs <jest's JSON> <exit code of npm test> <exit code of the smoke test>
import { readFileSync } from 'node:fs';

const [, , file, tests, smoke] = process.argv;

const readReport = () => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
};

const report = readReport();
const cases = (report?.testResults ?? []).flatMap((suite) => suite.assertionResults);
// A browser test that cannot run leaves one test behind that says so; here that is a failure, as is every skipped one.
const leftOut = cases.filter(({ title }) => title.startsWith('is left out'));
for (const { fullName } of leftOut) console.log(`left out: ${fullName}`);
const jestPassed = cases.filter(({ status }) => status === 'passed').length - leftOut.length;
const jestFailed = cases.filter(({ status }) => status !== 'passed').length + leftOut.length;
const brokenSuites = report?.numRuntimeErrorTestSuites ?? 0;

const smokeFailed = smoke === '0' ? 0 : 1;
// The checks and builds before jest leave no report; something that failed must never count as nothing.
const unexplained = tests !== '0' && jestFailed + brokenSuites === 0 ? 1 : 0;
const failed = jestFailed + brokenSuites + smokeFailed + unexplained;

console.log(`${jestPassed + (1 - smokeFailed)} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
