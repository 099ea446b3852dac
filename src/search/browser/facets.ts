import { FACETS, type Facet } from '../facet-names.ts'
import type { Counts, Filters } from '../search-plan.ts'
import { createElement } from './search-element.ts'
import type { View } from './view.ts'

/** Most values shown of a facet; a chosen value is always shown. */
const VALUES_MAX = 12

/** Check boxes with counts for each facet that divides the results. */
export function drawFacets(view: View, counts: Counts, chosen: Filters): HTMLElement[] {
  const fields: HTMLElement[] = []
  for (const facet of FACETS) {
    const values = valuesOf(facet, counts[facet] ?? {}, chosen[facet] ?? [])
    if (values.length < 2 && !chosen[facet]?.length) continue
    const boxes = values.map(([value, count]) =>
      createBox({ view, facet, value, count, checked: chosen[facet]?.includes(value) === true }),
    )
    fields.push(
      createElement(
        'fieldset',
        { class: 'search-facet' },
        createElement('legend', {}, view.words.facet[facet]),
        ...boxes,
      ),
    )
  }
  return fields
}

/** Most frequent first; months newest first. */
function valuesOf(facet: string, counts: Record<string, number>, chosen: readonly string[]): [string, number][] {
  const all = Object.entries(counts).filter(([value, count]) => count > 0 || chosen.includes(value))
  const sorted = all.sort(([a, countA], [b, countB]) => {
    if (facet !== 'month' && countA !== countB) return countB - countA
    if (facet === 'month') return a < b ? 1 : -1
    return a < b ? -1 : 1
  })
  return sorted.filter(([value], i) => i < VALUES_MAX || chosen.includes(value))
}

interface Box {
  view: View
  facet: Facet
  value: string
  count: number
  checked: boolean
}

function createBox({ view, facet, value, count, checked }: Box): HTMLElement {
  const name = facet === 'month' ? view.words.formatMonth(value) : (view.labels[facet]?.[value] ?? value)
  const input = createElement('input', { type: 'checkbox', name: facet, value, id: `facet-${facet}-${value}` })
  input.checked = checked
  const label = createElement(
    'label',
    { for: input.id },
    name,
    ' ',
    createElement('span', { class: 'search-count' }, String(count)),
  )
  return createElement('div', { class: 'search-value' }, input, label)
}
