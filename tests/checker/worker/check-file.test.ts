import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { annotate } from '../../../src/annotate/index.ts'
import { checkFile } from '../../../src/checker/worker/check-file.ts'
import { checkFilesTogether } from '../../../src/checker/worker/check-files-together.ts'
import { reportOf } from '../../../src/checker/worker/file-report.ts'
import type { Given } from '../../../src/checker/worker/recognise.ts'
import { createProblem } from '../../../src/problems/create-problem.ts'
import { giveFile, ignore, portalOf, SMALL } from '../portals.ts'

describe('on the desk', async () => {
  const portal = await portalOf(SMALL)
  const checkLamps = (month: string, more: Partial<Given> = {}) =>
    checkFile(giveFile(join(SMALL, 'raw/street-lamps', `${month}.csv`), more), portal, ignore)
  const encodeText = (text: string) => new TextEncoder().encode(text)

  test('a header that matches nothing is left to the clerk', () => {
    const checked = checkFile(
      { name: '甲.csv', bytes: encodeText('甲,乙\n1,2\n'), dataset: null, period: null },
      portal,
      ignore,
    )
    expect([checked.dataset, checked.candidates, checked.problems]).toEqual([null, [], []])
  })

  test('what the clerk says goes before any guess', () => {
    const checked = checkLamps('2026-10', { dataset: 'satisfaction', period: '2026-10' })
    expect(new Set(checked.problems.map((problem) => problem.rule))).toContain('header-missing')
    expect(checked.isGuessed).toEqual({ dataset: false, period: false })
  })

  test('a period of the wrong shape is not used, and compared with nothing', () => {
    for (const typed of ['2026', '2026-13', '2026-10-01', '十月']) {
      const checked = checkLamps('2026-10', { period: typed })
      expect([checked.rowsRead, checked.period, checked.typed]).toEqual([0, null, typed])
      expect(checkFilesTogether([checked], portal, '2026-11-23').get(checked)).toEqual([])
    }
  })

  test('the annotated copy, once corrected, can be put in again', async () => {
    const path = join(SMALL, 'raw/satisfaction/2026-10.csv')
    const found = createProblem('value-missing', { file: '2026-10.csv', row: 3, column: 2, columnName: '月份' })
    const copy = annotate(readFileSync(path), '2026-10.csv', [found])
    const checked = checkFile(
      { name: '2026-10.csv.核对.xlsx', bytes: copy, dataset: null, period: null },
      portal,
      ignore,
    )
    expect([checked.dataset, checked.period]).toEqual(['satisfaction', '2026-10'])
    expect(checked.rowsUsed).toBe(216)
    // Its first sheet is the list of what was wrong, and no sheet that somebody must look at.
    expect(checked.problems.filter((problem) => problem.level !== 'note')).toEqual([])
  })

  test('a problem comes with the rows around its cell', () => {
    const text = readFileSync(join(SMALL, 'raw/satisfaction/2026-10.csv'), 'utf8').split('\n')
    const row = text.findIndex((line) => line.endsWith('是,是,非常满意'))
    const broken = text.with(row, text[row]?.replace('非常满意', '很\u200b好') ?? '').join('\n')
    const checked = checkFile(
      { name: '2026-10.csv', bytes: encodeText(broken), dataset: null, period: null },
      portal,
      ignore,
    )
    const report = reportOf(1, checked, { problems: checked.problems, portal, lang: 'zh' })
    const [cause] = report.causes
    // The remedy names the values.
    expect(cause?.expected).toBeNull()
    expect(cause).toMatchObject({ rule: 'value-unlisted', level: 'error', count: 1, place: `第${row + 1}行第8列` })
    expect(cause?.preview?.columns.map(({ name, header, isMarked }) => [name, header, isMarked])).toEqual([
      ['1', '回访单号', false],
      ['7', '是否接通', false],
      ['8', '评价', true],
    ])
    expect(cause?.preview?.rows.map((row) => [row.row, row.isMarked])).toEqual([
      [row + 1, true],
      [row + 2, false],
    ])
    expect(cause?.preview?.rows[0]?.cells[2]).toBe('很\\u200b好')
    expect(report.rowsRead).toBe(report.rowsUsed + report.rowsRefused)
  })
})
