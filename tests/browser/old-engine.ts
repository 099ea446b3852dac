import type { TestProject } from 'vitest/node'
import { type Engine, findEngine } from '../../scripts/test/engines.ts'
import { BROWSERS } from '../../src/text/browsers.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The oldest engine in which the site is to be whole. */
    oldEngine: Engine
  }
}

/** The floor that the README states. */
export const FLOOR = BROWSERS.chromium

/** Fetched before the tests, whose own time is limited; where it is not available, this message and each test say why. */
export default async function setup(project: TestProject): Promise<void> {
  const engine = await findEngine(FLOOR)
  if ('lacks' in engine) process.stderr.write(`! 跳过 Skipped: tests/browser/oldest-engine.test.ts · ${engine.lacks}\n`)
  project.provide('oldEngine', engine)
}
