import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    // By default one core is left to others: where there are two, the tests take a quarter longer that way.
    maxWorkers: availableParallelism(),
  },
});
