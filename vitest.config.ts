import { defineConfig } from 'vitest/config';

const globalSetup = 'test/support/deployed-template.ts';
const setupFiles = ['test/support/seed-properties.ts'];

const projects = {
  unit: {
    include: [
      'src/**/*.test.ts',
      'emulator/**/*.test.ts',
      'test/architecture.test.ts',
      'test/support/**/*.test.ts',
    ],
    // What is tried with anything that may come takes its time on a busy machine.
    testTimeout: 30_000,
  },
  conformance: { include: ['test/conformance/**/*.test.ts'], testTimeout: 30_000 },
  system: { include: ['test/system/**/*.test.ts'], globalSetup, testTimeout: 120_000, hookTimeout: 120_000 },
  browser: {
    include: ['test/browser/**/*.test.ts'],
    globalSetup,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    // After the others: Chromium wants a processor of its own.
    sequence: { groupOrder: 1 },
  },
};

export default defineConfig({
  test: {
    // The main process has little to do while they run.
    maxWorkers: '100%',
    projects: Object.entries(projects).map(([name, options]) => ({
      // Nothing keeps state in a module, so files share what they import: that halves the suite’s time.
      test: { name, environment: 'node', isolate: false, setupFiles, ...options },
    })),
  },
});
