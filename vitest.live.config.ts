import { defineConfig } from 'vitest/config';

/** The system and browser tests once more, with the same bodies, on the real Odoo that ODOO_* names. */
export default defineConfig({
  test: {
    name: 'live',
    environment: 'node',
    setupFiles: ['test/support/seed-properties.ts'],
    include: ['test/system/**/*.test.ts', 'test/browser/**/*.test.ts'],
    env: { TEST_BACKEND: 'live' },
    testTimeout: 300_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
});
