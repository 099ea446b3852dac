import { expect, test } from 'vitest'
import { tableOf } from '../../../src/charts/figure-table.ts'
import { parseCellName } from '../../../src/store/cell-name.ts'
import { traceFigure } from '../../../src/views/figure-trace.ts'
import { FIGURES, SITE } from './pages.ts'

const figures = FIGURES.flatMap(({ path, figures }) => figures.map((spec) => ({ path, spec })))

test('every figure has the trace of a number that it shows itself', () => {
  expect(figures.length).toBeGreaterThan(200)
  const wrong = figures.flatMap(({ path, spec }) => {
    const trace = traceFigure(SITE, spec)
    if (trace === null) return [`${path} ${spec.id}: none`]
    const name = parseCellName(trace.name)
    const table = SITE.published.tables.get(`${name?.dataset}/${name?.table}`)
    const row = table?.readRows(name?.period ?? '').find(({ key }) => Object.values(key).join() === name?.key.join())
    const value = row?.cells[name?.measure ?? '']?.value
    const shown = tableOf(spec)
      .rows.flat()
      .map((cell) => (typeof cell === 'object' && 'value' in cell ? cell.value : null))
    // Shares of an answer are computed of the answers, which are in no picture.
    if (spec.kind === 'likert') return name?.measure === spec.traced?.pick.measure ? [] : [spec.id]
    return typeof value === 'number' && shown.includes(value) ? [] : [`${path} ${spec.id}: ${trace.name} ${value}`]
  })
  expect(wrong).toEqual([])
})

test('of people no trace has a number of rows, of things each that counts them has', () => {
  for (const { spec } of figures) {
    const trace = traceFigure(SITE, spec)
    const contract = SITE.contracts.get(spec.sources[0]?.dataset ?? '')
    if (!trace || !contract) throw new Error(spec.id)
    const counts = trace.sources.map(({ rowsRead }) => rowsRead)
    if (contract.class === 'O') expect(counts, trace.name).not.toContain(undefined)
    else expect([trace.rowsCounted, new Set(counts)], trace.name).toEqual([null, new Set([undefined])])
  }
})
