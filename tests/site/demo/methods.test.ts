import { expect, test } from 'vitest'
import { listMethods } from '../../../src/views/methods-page.ts'
import { findNumber, readCellText } from './cells.ts'
import { SITE } from './pages.ts'

const all = listMethods(SITE).flatMap((guess) =>
  guess.methods.map((method) => ({ ...method, dataset: guess.contract.id })),
)
const examples = all.flatMap(({ id, example, cell, dataset }) =>
  example && cell ? [{ id: `${dataset} ${id}`, text: example.zh, cell }] : [],
)

test('every formula has an example, and its result is the cell that it names', () => {
  expect(all.filter((candidate) => candidate.example === null).map((item) => item.id)).toEqual([])
  expect(examples.length).toBeGreaterThan(30)
  const wrong = examples.filter(
    ({ text, cell }) => findNumber(text.split('= ').at(-1) ?? '') !== Number(readCellText(cell)),
  )
  expect(wrong).toEqual([])
})

test('every computation comes out as it says, within the rounding of its result', () => {
  const sums = examples.filter(({ text }) => text.includes(' = '))
  expect(sums.length).toBeGreaterThan(20)
  const wrong = sums.filter(({ text }) => {
    const [left = '', right = ''] = text.split(' = ')
    const decimals = /\.(\d+)/.exec(right)?.[1]?.length ?? 0
    return Math.abs(compute(left) - (findNumber(right) ?? Number.NaN)) > 0.5 / 10 ** decimals + 1e-9
  })
  expect(wrong).toEqual([])
})

test('an example of a projection says that it is a forecast, and for which year', () => {
  const forecasts = examples.filter(({ id }) => id.startsWith('population-projection '))
  expect(forecasts.length).toBeGreaterThan(0)
  for (const { text, cell } of forecasts) {
    const [, year] = /year=(\d{4})/.exec(cell) ?? []
    expect(text).toContain(`[预测]（云锦市，${year}年）`)
  }
})

/** From left to right, as the formulas of contracts are written: `921 ÷ 1,044 × 100`, `126 + 107`. */
function compute(text: string): number {
  const [first = '', ...steps] = text.split(/ (?=[÷×+−] )/)
  let value = findNumber(first) ?? Number.NaN
  for (const step of steps) {
    const operand = findNumber(step.slice(2)) ?? Number.NaN
    if (step[0] === '÷') value /= operand
    else if (step[0] === '×') value *= operand
    else value += step[0] === '+' ? operand : -operand
  }
  return value
}
