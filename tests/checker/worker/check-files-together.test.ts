import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type CheckedFile, checkFile } from '../../../src/checker/worker/check-file.ts'
import { checkFilesTogether } from '../../../src/checker/worker/check-files-together.ts'
import type { Given } from '../../../src/checker/worker/recognise.ts'
import { giveFile, ignore, portalOf, reportTogether as report, SMALL, TODAY } from '../portals.ts'

describe('several files', async () => {
  const portal = await portalOf(SMALL)
  const sendFile = (dataset: string, month: string, more: Partial<Given> = {}) =>
    checkFile(giveFile(join(SMALL, 'raw', dataset, `${month}.csv`), more), portal, ignore)
  const changeBytes = () => {
    const text = new TextDecoder('gb18030').decode(readFileSync(join(SMALL, 'raw/street-lamps/2026-10.csv')))
    return new TextEncoder().encode(text.replace('1270,60,0,1330', '1271,60,0,1331'))
  }

  test('what one month hands on must be what the next opens with', () => {
    const october = sendFile('street-lamps', '2026-10', { bytes: changeBytes() })
    const september = sendFile('street-lamps', '2026-09')
    const listCarried = (files: CheckedFile[]) =>
      report(files, portal).filter((candidate) => candidate.includes('table-carry'))
    expect(listCarried([october])).toEqual([])
    expect(new Set(listCarried([september, october]))).toEqual(new Set(['2026-10.csv error table-carry']))
  })

  test('two files for one month', () => {
    const twice = [
      sendFile('street-lamps', '2026-10'),
      sendFile('street-lamps', '2026-10', { name: '10月.csv', period: '2026-10' }),
    ]
    expect(report(twice, portal).filter((candidate) => candidate.includes('raw-period-twice'))).toEqual([
      '10月.csv error raw-period-twice',
    ])
  })

  test('one file for two months, though both have the same name', () => {
    const twins = [sendFile('satisfaction', '2026-10'), sendFile('satisfaction', '2026-10', { period: '2026-11' })]
    const found = checkFilesTogether(twins, portal, TODAY)
    const [first, second] = twins.map((twin) => found.get(twin as CheckedFile) ?? [])
    expect(first?.some((problem) => problem.rule === 'file-same-bytes')).toBe(false)
    expect(second?.find((problem) => problem.rule === 'file-same-bytes')?.params).toMatchObject({
      other: '2026-10.csv',
    })
  })
})
