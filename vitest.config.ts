import { defineConfig } from 'vitest/config'

// Dates are told in UTC everywhere, so a build must not see the zone of the machine.
process.env['TZ'] = 'UTC'

export default defineConfig({
  test: {
    watch: false,
    // Files of tests share the modules that they import, which takes a third of the time; none of them mocks one.
    isolate: false,
    pool: 'threads',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/site/**', 'tests/browser/**'],
        },
      },
      {
        test: {
          name: 'portal',
          include: ['tests/site/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/browser/site-build.ts', 'tests/browser/old-engine.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          // Each file starts a Chromium of its own.
          maxWorkers: 2,
        },
      },
    ],
  },
})
