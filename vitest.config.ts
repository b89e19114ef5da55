import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    // By default one core is left to others: a third of the time of the whole where there are two.
    maxWorkers: availableParallelism(),
  },
});
