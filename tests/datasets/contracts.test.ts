import { describe, expect, test } from 'vitest'
import { contract } from '../../src/contracts/contract.ts'
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
    'satisfaction: ratings districts channel class',
    'deadlines: receipts',
  ])
})

describe.each(DATASETS.map((dataset) => [dataset.id, dataset] as const))('%s', (_, entry) => {
  test('is a contract', () => {
    expect(contract.safeParse(entry).error).toBeUndefined()
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
    const simplify = (header: string) => header.normalize('NFKC').replace(/\s/g, '').toLowerCase()
    const headers = Object.entries(entry.columns).flatMap(([id, column]) => [
      ...new Set([id, column.names.zh, column.names.en, ...(column.headers ?? [])].map(simplify)),
    ])
    expect(headers.filter((header, n) => headers.indexOf(header) !== n)).toEqual([])
  })

  test('has Chinese in the Chinese words and none in the English words', () => {
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
