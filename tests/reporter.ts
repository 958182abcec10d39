// The closing line that any CI can read: "N passed, N failed", and ", N skipped" where there are some.
import type { Reporter, TestModule } from "vitest/node";

/** A file that could not be run at all, or an error outside any test, counts as one failure. */
function closingLine(modules: readonly TestModule[], strayErrors: number): string {
  const counts = { passed: 0, failed: strayErrors, skipped: 0, pending: 0 };
  for (const module of modules) {
    for (const test of module.children.allTests()) counts[test.result().state] += 1;
    counts.failed += module.errors().length;
  }
  const skipped = counts.skipped + counts.pending;
  return `${counts.passed} passed, ${counts.failed} failed${skipped === 0 ? "" : `, ${skipped} skipped`}`;
}

export const closingLineReporter: Reporter = {
  onTestRunEnd: (modules, errors) => {
    process.stdout.write(`\n${closingLine(modules, errors.length)}\n`);
  },
};
