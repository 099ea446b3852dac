import { expect, test } from 'vitest'
import { composeFigureId } from '../../src/views/figure-id.ts'
import { mapLeadingFigures } from '../../src/views/leading-figures.ts'
import { listPageFigures } from '../../src/views/page-figures.ts'
import { CITY } from './city.ts'

test('a link to a page shows its first figure, a figure itself, and a dataset the first figure that is made of it', () => {
  const leading = mapLeadingFigures(CITY)
  const pages = listPageFigures(CITY)
  expect(pages.length).toBeGreaterThan(3)
  for (const { path, figures } of pages) {
    const ids = figures.map((spec) => composeFigureId(path, spec))
    expect(leading.get(path)?.id).toBe(ids[0])
    for (const id of ids) expect(leading.get(`/f/${id}/`)?.id).toBe(id)
  }
  const all = pages.flatMap(({ path, figures }) => figures.map((spec) => ({ id: composeFigureId(path, spec), spec })))
  for (const dataset of new Set(all.flatMap(({ spec }) => spec.sources.map((source) => source.dataset)))) {
    const first = all.find(({ spec }) => spec.sources.some((source) => source.dataset === dataset))
    expect(leading.get(`/data/${dataset}/`)?.id).toBe(first?.id)
  }
  expect(leading.get('/about/')).toBeUndefined()
})
