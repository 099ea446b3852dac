import { describe, expect, test } from 'vitest'
import { type Contract, contract, type Measure, type Where } from '../../src/contracts/contract.ts'
import { DATASETS } from '../../src/datasets/index.ts'

test('the datasets and their tables', () => {
  const listed = DATASETS.map((dataset) => `${dataset.id}: ${Object.keys(dataset.tables).join(' ')}`)
  expect(listed).toEqual([
    'population: ageing age-sex',
    'population-projection: ageing age-sex',
    'life-expectancy: years',
    'elder-care: facilities',
    'permits: register flow industry',
    'permit-applications: stages',
    'cases: flow class minor level source',
    'satisfaction: ratings channel class',
    'ledger: figures',
  ])
})

describe.each(DATASETS.map((dataset) => [dataset.id, dataset] as const))('%s', (_, entry) => {
  test('is a contract', () => {
    expect(contract.safeParse(entry).error).toBeUndefined()
  })

  test('names only columns that it has', () => {
    const unknown = [...columnsNamed(entry)].filter((id) => !(id in entry.columns))
    expect(unknown).toEqual([])
  })

  test('names only measures that the table has', () => {
    for (const table of Object.values(entry.tables)) {
      const named = [...measuresNamed(table.measures), ...identityMeasures(table)]
      expect(named.filter((id) => !(id in table.measures))).toEqual([])
    }
  })

  test('has code lists without a repeated code, name or spelling', () => {
    for (const column of Object.values(entry.columns)) {
      if (column.type.kind !== 'list') continue
      const spellings = column.type.items.flatMap((item) => [item.code, item.zh, item.en, ...(item.also ?? [])])
      const repeated = spellings.filter((spelling, n) => spellings.indexOf(spelling) !== n)
      expect(repeated).toEqual([])
    }
  })

  test('has no header that two columns claim', () => {
    const plain = (header: string) => header.normalize('NFKC').replace(/\s/g, '').toLowerCase()
    const headers = Object.entries(entry.columns).flatMap(([id, column]) => [
      ...new Set([id, column.names.zh, column.names.en, ...(column.headers ?? [])].map(plain)),
    ])
    expect(headers.filter((header, n) => headers.indexOf(header) !== n)).toEqual([])
  })

  test('has Chinese in the Chinese words and none in the English ones', () => {
    for (const { zh, en } of wordsOf(entry)) {
      expect(zh).toMatch(/[\u4e00-\u9fff]/)
      expect(en).not.toMatch(/[\u4e00-\u9fff]/)
    }
  })

  test('writes Chinese prose with full-width punctuation', () => {
    for (const { zh } of wordsOf(entry)) expect(zh).not.toMatch(/[\u4e00-\u9fff][,;:?!()]|[,;:?!()][\u4e00-\u9fff]/)
  })

  test('explains every rate and interval', () => {
    for (const table of Object.values(entry.tables)) {
      for (const measure of Object.values(table.measures)) {
        if ('rate' in measure || 'wilson' in measure) expect(measure.description, measure.names.zh).toBeDefined()
      }
    }
  })

  test('prints no column that is not public', () => {
    const printed = Object.values(entry.tables).flatMap((table) => [
      ...table.dimensions.map(({ column }) => column),
      ...(table.attributes ?? []),
    ])
    const hidden = printed.filter((id) => !['public', 'dimension'].includes(entry.columns[id]?.privacy ?? ''))
    expect(hidden).toEqual([])
  })
})

test('an identity across datasets names a table and a measure that exist', () => {
  for (const dataset of DATASETS) {
    for (const identity of Object.values(dataset.tables).flatMap((table) => table.identities ?? [])) {
      if (identity.kind !== 'same-as') continue
      const other = DATASETS.find((candidate) => candidate.id === (identity.dataset ?? dataset.id))
      expect(other?.tables[identity.table]?.measures).toHaveProperty(identity.equals)
    }
  }
})

function columnsNamed(contract: Contract): Set<string> {
  const ids = new Set<string>(contract.key)
  for (const rule of contract.rules ?? []) {
    if ('a' in rule) ids.add(rule.a).add(rule.b)
    if ('column' in rule) ids.add(rule.column)
    if ('columns' in rule) for (const id of rule.columns) ids.add(id)
    if ('open' in rule && rule.open) ids.add(rule.open)
    if ('from' in rule) ids.add(rule.from).add(rule.to)
    if ('when' in rule) addColumns([rule.when], ids)
  }
  for (const status of contract.statuses ?? []) addColumns(status.where, ids)
  for (const table of Object.values(contract.tables)) {
    for (const { column } of table.dimensions) ids.add(column)
    for (const id of table.attributes ?? []) ids.add(id)
    addColumns(table.where ?? [], ids)
    for (const measure of Object.values(table.measures)) addMeasureColumns(measure, ids)
  }
  const wide = contract.profile?.wide
  if (wide) ids.add(wide.into).add(wide.value)
  return ids
}

function addMeasureColumns(measure: Measure, ids: Set<string>): void {
  if ('sum' in measure) ids.add(measure.sum)
  if ('take' in measure) ids.add(measure.take)
  if ('between' in measure) ids.add(measure.between.from).add(measure.between.to)
  if ('where' in measure) addColumns(measure.where ?? [], ids)
}

function addColumns(where: Where, ids: Set<string>): void {
  for (const condition of where.flat()) {
    ids.add(condition.column)
    if ('notAfter' in condition) ids.add(condition.notAfter)
  }
}

function measuresNamed(measures: Record<string, Measure>): string[] {
  return Object.values(measures).flatMap((measure) => {
    if ('plus' in measure) return [...measure.plus, ...(measure.minus ?? [])]
    if ('rate' in measure) return [measure.rate.numerator, measure.rate.denominator]
    return 'wilson' in measure ? [measure.wilson.rate] : []
  })
}

function identityMeasures(table: Contract['tables'][string]): string[] {
  return (table.identities ?? []).flatMap((identity) => {
    if (identity.kind === 'balance') return [...identity.plus, ...identity.minus, identity.equals]
    if (identity.kind === 'carry') return [identity.opening, identity.closing]
    if (identity.kind === 'at-most') return [identity.a, identity.b]
    return identity.kind === 'adds-up' ? identity.measures : [identity.measure]
  })
}

function wordsOf(value: unknown): { zh: string; en: string }[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'zh' in value && 'en' in value ? [{ zh: String(value.zh), en: String(value.en) }] : []
  return [...own, ...Object.values(value).flatMap(wordsOf)]
}

test('合计 in a table of life expectancy is both sexes, and no sum of men and women', () => {
  const sex = DATASETS.find((dataset) => dataset.id === 'life-expectancy')?.columns['sex']?.type
  const both = sex?.kind === 'list' ? sex.items.find((item) => item.code === 'total') : undefined
  expect(both?.also).toContain('合计')
})

test('bands of age may be written with a wave or 至', () => {
  const band = DATASETS.find((dataset) => dataset.id === 'population')?.columns['band']?.type
  const first = band?.kind === 'list' ? band.items[0] : undefined
  expect(first?.also).toEqual(['0-4岁', '0~4岁', '0至4岁', '0-4'])
})
