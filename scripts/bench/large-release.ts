import { type Place, Places } from '../../src/codes/places.ts'
import type { Contract, TableSpec } from '../../src/contracts/contract.ts'
import type { Table, TableRow } from '../../src/contracts/table.ts'
import { type CoarseTable, coarsen } from '../../src/withhold/coarsen.ts'
import type { PeopleOfFile } from '../../src/withhold/people-groups.ts'

/** A made-up city: its districts, subdistricts in each (0 for none), categories of people, and people in an average cell. */
interface Size {
  districts: number
  subdistricts: number
  categories: number
  mean: number
}

/** Twelve months of people by place and category, with all sums over places, categories and the year. */
interface LargeRelease {
  contract: Contract
  people: PeopleOfFile[]
  tables: CoarseTable[]
  places: Places
}

/** Counts like those of real registers: some categories are large, most are small. The same size gives the same counts. */
export function makeLargeRelease(size: Size): LargeRelease {
  const listed = listPlaces(size)
  const places = new Places(listed)
  const leaves = listed.filter(({ level }) => level === (size.subdistricts > 0 ? 'subdistrict' : 'district'))
  const categories = Array.from({ length: size.categories }, (_, at) => `c${at}`)
  const contract = makeContract(categories, size)
  const draw = makeDraw()
  const weights = categories.map((_, at) => 1 / (at + 1))
  const scale = (size.mean * categories.length) / weights.reduce((sum, weight) => sum + weight, 0)
  const months = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`)
  const people = months.map((period): PeopleOfFile => {
    const groups = leaves.flatMap(({ code }) =>
      categories.map((category, at) => {
        const mean = Math.min(300, scale * (weights[at] ?? 0) * -Math.log(draw() + 1e-9))
        return { codes: [code, category], mask: '', amounts: [drawPoisson(mean, draw)] }
      }),
    )
    return { period, groups }
  })
  const tables = Object.entries(contract.tables).flatMap(([id, spec]) => {
    const own = people.map((file) => tabulateGroups(file, { id, spec, places }))
    return coarsen(own, { contract, spec, step: spec.ladder?.[0] ?? {}, places })
  })
  return { contract, people, tables, places }
}

function listPlaces({ districts, subdistricts }: Size): Place[] {
  const make = (code: string, level: Place['level'], parent: string | null): Place => ({
    ...{ code, level, parent, names: { zh: code, en: code } },
    ...{ from: null, to: null, successor: null, aliases: [], tile: null },
  })
  const listed = [make('9', 'city', null)]
  for (let district = 0; district < districts; district += 1) {
    const code = `9${String(district).padStart(2, '0')}`
    listed.push(make(code, 'district', '9'))
    for (let below = 0; below < subdistricts; below += 1) {
      listed.push(make(`${code}${String(below).padStart(2, '0')}`, 'subdistrict', code))
    }
  }
  return listed
}

function makeContract(categories: readonly string[], { subdistricts }: Size): Contract {
  const sayTwice = (text: string) => ({ zh: text, en: text })
  const levels: Place['level'][] = subdistricts > 0 ? ['city', 'district', 'subdistrict'] : ['city', 'district']
  const items = categories.map((code) => ({ code, ...sayTwice(code) }))
  const makeTable = (isByCategory: boolean, period?: 'year'): TableSpec => ({
    title: sayTwice('t'),
    kind: 'figures',
    dimensions: [{ column: 'place', levels }, ...(isByCategory ? [{ column: 'category' }] : [])],
    measures: { n: { names: sayTwice('n'), unit: '人', count: 'rows' } },
    ladder: [period ? { period } : {}],
  })
  return {
    ...{ id: 'large', title: sayTwice('t'), description: sayTwice('t'), class: 'P', frequency: 'month' },
    ...{ keeper: sayTwice('k'), topic: 'x', key: [] },
    columns: {
      place: { type: { kind: 'place' }, names: sayTwice('p'), privacy: 'dimension' },
      category: { type: { kind: 'list', items }, names: sayTwice('c'), privacy: 'dimension' },
    },
    tables: {
      months: makeTable(true),
      sums: makeTable(false),
      years: makeTable(true, 'year'),
      whole: makeTable(false, 'year'),
    },
  }
}

function tabulateGroups(
  { period, groups }: PeopleOfFile,
  { id, spec, places }: { id: string; spec: TableSpec; places: Places },
): Table {
  const rows = new Map<string, TableRow>()
  for (const { codes, amounts } of groups) {
    const [leaf = '', category = ''] = codes
    for (let code: string | null = leaf; code !== null; code = places.get(code)?.parent ?? null) {
      const key: Record<string, string> = spec.dimensions.length > 1 ? { place: code, category } : { place: code }
      const name = Object.values(key).join('\t')
      const cell = rows.get(name)?.cells['n']
      const value = (cell?.value ?? 0) + (amounts[0] ?? 0)
      rows.set(name, { key, text: {}, cells: { n: { value, status: 'final' } } })
    }
  }
  return { dataset: 'large', table: id, period, rows: [...rows.values()] }
}

/** A row of numbers from 0 to 1 that is the same each time. */
function makeDraw(): () => number {
  let seed = 1
  return () => {
    seed ^= seed << 13
    seed ^= seed >>> 17
    seed ^= seed << 5
    return (seed >>> 0) / 2 ** 32
  }
}

function drawPoisson(mean: number, draw: () => number): number {
  const end = Math.exp(-mean)
  let count = -1
  for (let product = 1; product > end; product *= draw()) count += 1
  return count
}
