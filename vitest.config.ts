import { defineConfig } from "vitest/config";
import { closingLineReporter } from "./tests/reporter.ts";

// biome-ignore lint/style/noDefaultExport: the tool reads its configuration from there
export default defineConfig({
  test: {
    include: [
      "core/**/*.test.ts",
      "sdk/**/*.test.ts",
      "server/**/*.test.ts",
      "tests/**/*.test.ts",
      "bench/**/*.test.ts",
      "console/**/*.test.ts",
      "portal/**/*.test.ts",
    ],
    globalSetup: ["tests/support/cluster.ts"],
    setupFiles: ["tests/support/statements.ts"],
    reporters: ["default", closingLineReporter],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // Each test file with a server and a database of its own is two busy processes already.
    maxWorkers: "50%",
  },
});
