import { beforeAll, expect, test } from 'vitest'
import { ALL_KINDS } from './all-kinds.ts'
import { checkFault } from './check-fault.ts'
import { Town } from './town.ts'

let town: Town
beforeAll(async () => {
  town = await Town.open()
})

/** Files of these are small, so that every kind can be tried; `npm run bench -- --only faults` tries all in all. */
const QUICK = ['life-expectancy', 'permit-applications']
/** As many kinds are tried in each of the others. */
const SELECTED = 8

test('no fault of a small file passes without a right word, and no harmless change is refused', () => {
  const wrong = QUICK.flatMap((dataset, at) =>
    wrongOf(
      dataset,
      ALL_KINDS.filter((_, index) => index % QUICK.length === at),
    ),
  )
  expect(wrong).toEqual([])
})

test('nor does one of a selection in each other dataset', () => {
  const others = town.datasets.filter((dataset) => !QUICK.includes(dataset))
  const step = Math.floor(ALL_KINDS.length / SELECTED)
  // Each dataset has a selection of its own.
  const wrong = others.flatMap((dataset, at) =>
    wrongOf(
      dataset,
      ALL_KINDS.filter((_, index) => index % step === at * 5),
    ),
  )
  expect(wrong).toEqual([])
})

test('at least forty kinds of faults and sixty harmless changes apply', () => {
  expect(ALL_KINDS.filter(({ isHarmless }) => !isHarmless).length).toBeGreaterThanOrEqual(40)
  expect(ALL_KINDS.filter(({ isHarmless }) => isHarmless).length).toBeGreaterThanOrEqual(60)
  const names = ALL_KINDS.map(({ group, name }) => `${group}/${name}`)
  expect(new Set(names).size).toBe(names.length)
})

function wrongOf(dataset: string, kinds: typeof ALL_KINDS): string[] {
  const subject = town.getSubject(dataset)
  return kinds.flatMap((kind) => {
    const checked = checkFault(town, subject, kind)
    return checked === null || checked.outcome === 'right'
      ? []
      : [`${checked.outcome} ${dataset} ${checked.group}/${checked.kind}: ${checked.said}`]
  })
}
