import { basename } from 'node:path'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { listFilesBelow, readProject } from './files.ts'

/** National tables, of which the demonstration's places are a part. */
const NATIONAL = ['src/codes/divisions.ts']

/** Places of the demonstration: its city's, and those that the documents in its ledger are about. */
function listNames(): string[] {
  const columnsOf = (file: string, ...columns: string[]) =>
    Papa.parse<Record<string, string>>(readProject(file), { header: true, skipEmptyLines: true }).data.flatMap((row) =>
      columns.map((column) => row[column] ?? ''),
    )
  const places = columnsOf('data/places.csv', 'name_zh', 'name_en')
  const documented = columnsOf('data/raw/ledger/2026-11.csv', '地方')
  const names = [...places, ...places.map((name) => name.replace(/[市区]$|(?: District)$/, '')), ...documented]
  return [...new Set([...names, '南京', 'Nanjing', '云锦', 'Yunjin', 'Chaoyang', '栖霞'])].filter(
    (name) => /^[^（(]{2,}/.test(name) && !GENERAL.has(name),
  )
}

/** The country as a whole, which rows of totals name. */
const GENERAL: ReadonlySet<string> = new Set(['全国'])

test('nothing of the demonstration is in the product: the places of its city and of its documents are content', () => {
  const names = listNames()
  expect(names.length).toBeGreaterThan(150)
  const found = listFilesBelow('src', /\.(ts|astro|css)$/)
    .filter((file) => !NATIONAL.includes(file))
    .flatMap((file) => {
      const text = readProject(file)
      return names.filter((name) => text.includes(name)).map((name) => `${file}: ${name}`)
    })
  expect(found).toEqual([])
})

test('no code names a dataset whose contract is the demonstration’s own', () => {
  const ids = listFilesBelow('data/contracts', /\.ts$/).map((file) => basename(file, '.ts'))
  expect(ids).toContain('ledger')
  const found = listFilesBelow('src', /\.(ts|astro)$/).filter((file) =>
    ids.some((id) => new RegExp(`['"\`]${id}['"\`/]`).test(readProject(file))),
  )
  expect(found).toEqual([])
})
