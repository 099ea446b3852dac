import { beforeAll, describe, expect, test } from 'vitest'
import { openDuckDbEngine } from '../../scripts/sql/duckdb.ts'
import type { Problem } from '../../src/problems/problem.ts'
import { ALL_KINDS } from '../faults/all-kinds.ts'
import { handFault } from '../faults/hand-fault.ts'
import { Town } from '../faults/town.ts'

let town: Town
beforeAll(async () => {
  town = await Town.open()
})

/** Files of these are small, so that every kind is tried; `npm run conform -- --only spark` tries all in all, by both engines. */
const SMALL = ['deadlines', 'elder-care', 'life-expectancy', 'permit-applications']
const LARGE = ['cases', 'ledger', 'permits', 'population', 'population-projection', 'satisfaction']
/** As many kinds are tried in each large dataset. */
const SELECTED = 14

const FAULTS = ALL_KINDS.filter(({ isHarmless }) => !isHarmless)
const STEP = Math.floor(FAULTS.length / SELECTED)
// Each dataset has a selection of its own.
const selectKinds = (at: number) => FAULTS.filter((_, index) => index % STEP === at % STEP)
const CASES = [
  ...SMALL.map((dataset) => [dataset, FAULTS] as const),
  ...LARGE.map((dataset, at) => [dataset, selectKinds(at)] as const),
]

/** Words about rows that are refused each by its own rule: how many more, and that most are of another period. */
const SUMMARIES = new Set(['more-of-the-same', 'file-other-period'])

/** Of a row that repeats another and breaks a rule as well the reader names the first, the line the second. */
const REPEATS = new Set(['row-duplicate', 'key-duplicate', 'block-duplicate'])

describe('a fault that the line refuses is refused by reader or engine under the same rule', () => {
  test('in every dataset', () => expect(town.datasets.toSorted()).toEqual([...SMALL, ...LARGE].toSorted()))

  test.each(CASES)('%s', async (dataset, kinds) => {
    const subject = town.getSubject(dataset)
    const files = kinds.flatMap((kind) => handFault(subject, kind) ?? [])
    const found = new Map<string, Set<string>>(files.map(({ file }) => [file, new Set()]))
    for (const { file, problems } of files) {
      for (const problem of problems) if (problem.level === 'error') found.get(file)?.add(nameOf(problem))
    }
    const { faults } = await (await openDuckDbEngine()).run(subject.contract, subject.places, files)
    for (const { file, line, faults: named } of faults) {
      for (const fault of named.split(' ')) found.get(file)?.add(`${fault.replace(/:.*/, '')} ${line}`)
    }
    const missed = files.flatMap(({ file, refused }) => {
      const own = found.get(file) ?? new Set()
      const repeats = [...own].flatMap((name) =>
        REPEATS.has(name.replace(/ .*/, '')) ? name.replace(/^\S+ /, '') : [],
      )
      return refused.flatMap((problem) =>
        own.has(nameOf(problem)) || SUMMARIES.has(problem.rule) || repeats.includes(String(problem.row))
          ? []
          : [`${file}: ${nameOf(problem)}`],
      )
    })
    expect(missed).toEqual([])
    // A summary is no word without a row that it sums up.
    expect(files.filter(({ file, refused }) => refused.length > 0 && found.get(file)?.size === 0)).toEqual([])
    const alarmed = files.flatMap(({ file, refused }) =>
      refused.length === 0 ? [...(found.get(file) ?? [])].map((name) => `${file}: ${name}`) : [],
    )
    expect(alarmed).toEqual([])
    expect(files.filter(({ refused }) => refused.length > 0).length).toBeGreaterThanOrEqual(FILES_REFUSED_MIN)
  })
})

/** Files in which nothing is refused would show nothing. */
const FILES_REFUSED_MIN = 2

function nameOf({ rule, row }: Problem): string {
  return `${rule} ${row ?? ''}`
}
