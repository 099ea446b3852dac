import { defineConfig } from 'vitest/config'

// Dates are told in UTC everywhere, so a build must not see the zone of the machine.
process.env['TZ'] = 'UTC'

/**
 * A limit only ends what hangs, so it lies far beyond what any test needs on a machine with twenty other jobs: how
 * fast the program is, `npm run bench` measures.
 */
const LIMITS = { testTimeout: 900_000, hookTimeout: 900_000 }

export default defineConfig({
  test: {
    watch: false,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/site/**', 'tests/browser/**'],
          ...LIMITS,
        },
      },
      {
        test: {
          name: 'portal',
          include: ['tests/site/**/*.test.ts'],
          ...LIMITS,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/browser/site-build.ts', 'tests/browser/old-engine.ts'],
          ...LIMITS,
          // Each file starts a Chromium of its own.
          maxWorkers: 2,
        },
      },
    ],
  },
})
