import { defineConfig } from 'vitest/config';

const projects = {
  unit: {
    include: [
      'src/**/*.test.ts',
      'emulator/**/*.test.ts',
      'test/architecture.test.ts',
      'test/support/**/*.test.ts',
    ],
  },
  conformance: { include: ['test/conformance/**/*.test.ts'] },
  system: { include: ['test/system/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
  browser: {
    include: ['test/browser/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
};

export default defineConfig({
  test: {
    projects: Object.entries(projects).map(([name, options]) => ({
      test: { name, environment: 'node', ...options },
    })),
  },
});
