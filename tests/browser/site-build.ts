import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { packageFile, runProgram } from '../../scripts/command/child.ts'
import { InputError } from '../../scripts/command/run-command.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The built site at `/`. */
    site: string
    /** The same site, built to live under `/foo/`. */
    siteBelow: string
  }
}

const PROJECT = resolve(import.meta.dirname, '../..')
const STORE = join(PROJECT, '.mingge')

/**
 * Builds the site for the browser tests, once at `/` and once under `/foo/`. `MINGGE_TEST_SITE` and
 * `MINGGE_TEST_SITE_BELOW` name folders that are built already.
 */
export default async function setup(project: TestProject): Promise<void> {
  const given = { site: process.env['MINGGE_TEST_SITE'], siteBelow: process.env['MINGGE_TEST_SITE_BELOW'] }
  const published = given.site && given.siteBelow ? '' : await publishedFolder()
  project.provide('site', given.site ? resolve(given.site) : await build(published, 'test-site', '/'))
  project.provide(
    'siteBelow',
    given.siteBelow ? resolve(given.siteBelow) : await build(published, 'test-site-foo', BELOW),
  )
}

/** The path that the second site lives under. */
export const BELOW = '/foo/'

async function build(published: string, folder: string, base: string): Promise<string> {
  const out = join(STORE, folder)
  await script('build', ['--published', published, '--out', out, '--base', base])
  return out
}

/** What the raw files publish, in a folder of its own, so that `data/published` stays as it is. */
async function publishedFolder(): Promise<string> {
  const preview = join(STORE, 'test-preview')
  await script('publish', ['--preview', preview, '--date', DATE])
  return preview
}

/** Any fixed day: pages must not depend on the day of the test. */
const DATE = '2026-11-23'

async function script(verb: string, args: string[]): Promise<void> {
  const file = join(PROJECT, 'scripts', `${verb}.ts`)
  if (!existsSync(file)) throw new InputError(`No scripts/${verb}.ts to build the test site with.`)
  const ended = await runProgram(process.execPath, [file, ...args], {
    gather: true,
    env: { PATH: `${packageFile('.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env['PATH'] ?? ''}` },
  })
  if (ended.code !== 0) throw new Error(`npm run ${verb} ended with ${ended.code}:\n${ended.output}`)
}
