import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CheckerPortal } from '../../../src/checker/checker-portal.ts'
import { type CheckedFile, checkFile } from '../../../src/checker/worker/check-file.ts'
import type { Given } from '../../../src/checker/worker/recognise.ts'
import { DEMO, giveFile, ignore, portalOf, reportTogether as report, TODAY } from '../../checker/portals.ts'

/* The files of the demonstration as the page of the desk checks them, beside all that has been published. */

/** The month of the rainstorm, the month before it, and that of the year before. */
const STORM = ['2024-07', '2025-06', '2025-07']

function jumpsOf(files: readonly CheckedFile[], portal: CheckerPortal, today = TODAY): string[] {
  return [...new Set(report(files, portal, today).filter((candidate) => candidate.includes('figure-jump')))]
}

describe('every file that the demonstration city has sent is recognised by its header', async () => {
  const portal = await portalOf(DEMO)
  const folders = readdirSync(join(DEMO, 'raw'))
  test.each(folders)('%s', (dataset) => {
    const last = readdirSync(join(DEMO, 'raw', dataset)).at(-1) ?? ''
    const checked = checkFile(giveFile(join(DEMO, 'raw', dataset, last)), portal, ignore)
    expect([checked.dataset, checked.period]).toEqual([dataset, last.replace(/\..*$/, '')])
    expect(checked.rowsUsed).toBeGreaterThan(0)
    expect(checked.problems.filter((problem) => problem.level === 'error')).toEqual([])
  })

  test('a month is recognised by the rows where the name does not state it', () => {
    const checked = checkFile(
      giveFile(join(DEMO, 'raw/satisfaction/2026-10.csv'), { name: '导出.csv' }),
      portal,
      ignore,
    )
    expect(checked.period).toBe('2026-10')
  })

  test('a snapshot whose dates are of many years is asked about, not guessed', () => {
    const checked = checkFile(giveFile(join(DEMO, 'raw/permits/2026-10.csv'), { name: '导出.csv' }), portal, ignore)
    expect([checked.dataset, checked.period, checked.rowsRead]).toEqual(['permits', null, 0])
  })
})

describe('beside what is published', async () => {
  const portal = await portalOf(DEMO)
  const sendFile = (dataset: string, month: string, more: Partial<Given> = {}) =>
    checkFile(giveFile(join(DEMO, 'raw', dataset, `${month}.csv`), { dataset, period: month, ...more }), portal, ignore)

  test('the newest month, sent once more as it is, is compared with the month before and stays clean', () => {
    for (const dataset of ['cases', 'permits', 'permit-applications', 'satisfaction']) {
      expect(
        report([sendFile(dataset, '2026-10')], portal).filter((candidate) => !candidate.includes(' note ')),
      ).toEqual([])
    }
  })

  test('a closing that was changed no longer is what the next month opened with', () => {
    const text = readFileSync(join(DEMO, 'raw/permits/2026-10.csv'), 'utf8').split('\n')
    // Two permits fewer than September handed on.
    const bytes = new TextEncoder().encode([...text.slice(0, -4), text.at(-1)].join('\n'))
    expect(report([sendFile('permits', '2026-10', { bytes })], portal).join()).toMatch(
      /error table-(carry|adds-up|balance)/,
    )
  })

  test('a month that is left out is reported with the file that comes after it', () => {
    const found = report([sendFile('cases', '2026-10', { name: '12月.csv', period: '2026-12' })], portal)
    expect(found).toContain('12月.csv warning period-missing')
    // What was missing before is no matter of this file.
    expect(report([sendFile('satisfaction', '2026-10')], portal).join()).not.toContain('period-missing')
  })

  test('an exception applies as on the command line, until its last day', () => {
    const listJumps = (today: string) =>
      jumpsOf(
        STORM.map((month) => sendFile('cases', month)),
        portal,
        today,
      )
    expect(listJumps(TODAY)).toEqual(['2025-07.csv warning figure-jump'])
    expect(listJumps('2028-01-01')).toEqual(['2025-07.csv unaccepted figure-jump'])
  })

  test('a figure is not judged by half of what it is compared with', () => {
    const months = STORM.slice(1).map((month) => sendFile('cases', month))
    expect(jumpsOf(months, portal, '2028-01-01')).toEqual([])
  })

  test('an exception may name the raw file that the file on the desk is going to be', () => {
    const [jump] = portal.exceptions.filter((exception) => exception.rule === 'figure-jump')
    if (!jump) throw new Error('the demonstration accepts no jump any more')
    const makePortal = (where: string) => ({ ...portal, exceptions: [{ ...jump, where }] })
    const storm = STORM.map((month) => sendFile('cases', month, { name: `导出${month}.csv` }))
    expect(jumpsOf(storm, makePortal('raw/cases/2025-07.csv'))).toEqual(['导出2025-07.csv warning figure-jump'])
    expect(jumpsOf(storm, makePortal('raw/cases/2025-06.csv'))).toEqual(['导出2025-07.csv unaccepted figure-jump'])
  })
})
