import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { main as check } from '../../scripts/check.ts'
import { checkFile } from '../../src/checker/worker/check-file.ts'
import { checkFilesTogether } from '../../src/checker/worker/check-files-together.ts'
import type { ProblemJson } from '../../src/problems/json.ts'
import type { Problem } from '../../src/problems/problem.ts'
import { portalOf } from '../checker/portals.ts'
import { runScript, withPortal } from './with-portal.ts'

/** Broken portals whose files are fit for the desk: with a fault of the portal itself, no desk is built. */
const CASES = [
  'balance-broken',
  'carry-broken',
  'code-unknown',
  'dates-wrong',
  'encodings-mixed',
  'header-missing',
  'key-twice',
  'month-wrong',
  'months-same',
  'number-wrong',
  'place-unknown',
  'row-ragged',
  'workbook-old',
]

describe.each(CASES)('%s', (name) => {
  test('with all of its files on the desk, the page finds what the command line finds', () =>
    withPortal(['small', join('broken', name)], async (folder) => {
      const data = join(folder, 'data')
      const { out } = await runScript(check, folder, ['--format', 'json'])
      const { problems } = JSON.parse(out) as { problems: ProblemJson[] }
      const portal = await portalOf(data)
      const checked = listRawFiles(data).map(({ dataset, file }) => {
        const bytes = readFileSync(join(data, 'raw', dataset, file))
        // Sent under its name alone, as a clerk has it on the disk.
        return checkFile({ name: file, bytes, dataset, period: file.replace(/\..*$/, '') }, portal, () => {})
      })
      const found = [...checkFilesTogether(checked, portal, '2026-11-23')].flatMap(([, list]) => list)
      expect(problems.length).toBeGreaterThan(0)
      expect(found.map(report).toSorted()).toEqual(problems.map(report).toSorted())
    }))
})

function listRawFiles(data: string): { dataset: string; file: string }[] {
  return readdirSync(join(data, 'raw')).flatMap((dataset) =>
    readdirSync(join(data, 'raw', dataset)).map((file) => ({ dataset, file })),
  )
}

function report({ rule, level, dataset, file, sheet, row, column, found, expected }: Problem | ProblemJson): string {
  const name = file?.replace(/^.*\//, '') ?? null
  return JSON.stringify([dataset, name, sheet, row, column, rule, level, found, expected])
}
