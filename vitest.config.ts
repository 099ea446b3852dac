import { defineConfig } from 'vitest/config'

// Dates are printed in UTC everywhere, so a build must not see the time zone of the machine.
process.env['TZ'] = 'UTC'

/**
 * A limit only ends what hangs, so it lies far beyond what any test needs on a machine with twenty other jobs: how
 * fast the program is, `npm run bench` measures.
 */
const LIMITS = { testTimeout: 900_000, hookTimeout: 900_000 }

/** The demonstration city as a whole, and sites that are built. */
const WHOLE_SITES = ['tests/site/demo/**/*.test.ts', 'tests/site/build.test.ts', 'tests/site/new/new.test.ts']
/**
 * What is slow by its nature: files at their limits, faults and typos by the hundred, compilers, and programs that are
 * started again and again, or killed at each step.
 */
const HEAVY = [
  'tests/accept/differential.test.ts',
  'tests/accept/kernel-bytes.test.ts',
  'tests/accept/kernel-cells.test.ts',
  'tests/charts/zones.test.ts',
  'tests/check/hostile.test.ts',
  'tests/faults/**/*.test.ts',
  'tests/portal/contract-typos.test.ts',
  'tests/quirks/large-files.test.ts',
  'tests/read/limits.test.ts',
  'tests/scripts/line/program-bundle.test.ts',
  'tests/scripts/new/sample.test.ts',
  'tests/scripts/set-up.test.ts',
  'tests/site/broken/broken.test.ts',
  'tests/site/second-thread.test.ts',
  'tests/site/small/engine.test.ts',
  'tests/site/small/given-folders.test.ts',
  'tests/site/small/given-tables.test.ts',
  'tests/sql/duckdb-tables.test.ts',
  'tests/sql/faulty-rows.test.ts',
  'tests/sql/injected-faults.test.ts',
  'tests/store/killed.test.ts',
  'tests/suggest/yearbook.test.ts',
]
const IN_BROWSER = ['tests/browser/**/*.test.ts', 'tests/search/reader.test.ts']

export default defineConfig({
  test: {
    watch: false,
    // Files of tests share the modules that they import, which takes a third of the time; none of them mocks a module.
    isolate: false,
    pool: 'threads',
    // Each stage would transform the same sources again.
    fsModuleCache: true,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/site/**', ...HEAVY, ...IN_BROWSER],
          ...LIMITS,
        },
      },
      {
        test: {
          name: 'heavy',
          include: HEAVY,
          ...LIMITS,
        },
      },
      {
        test: {
          name: 'portal',
          include: ['tests/site/**/*.test.ts'],
          exclude: [...WHOLE_SITES, ...HEAVY],
          ...LIMITS,
        },
      },
      {
        test: {
          name: 'city',
          include: WHOLE_SITES,
          ...LIMITS,
        },
      },
      {
        test: {
          name: 'browser',
          include: IN_BROWSER,
          globalSetup: ['tests/browser/site-build.ts', 'tests/browser/old-engine.ts'],
          ...LIMITS,
          // Each file starts a Chromium of its own.
          maxWorkers: 2,
        },
      },
    ],
  },
})
