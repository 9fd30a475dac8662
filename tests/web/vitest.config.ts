import { defineConfig } from "vitest/config";

// Browsers and terminals are started by the tests: one file at a time, and a hard end for each.
export default defineConfig({
  test: {
    include: ["unit/**/*.test.ts", "screens/**/*.test.ts", "reception/**/*.test.ts"],
    fileParallelism: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    teardownTimeout: 10_000,
  },
});
