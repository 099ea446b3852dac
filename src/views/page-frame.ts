import type { LocalText, UiKey } from '../text/local-text.ts'

/** What search knows of a page beside its words. */
export interface SearchFacets {
  kind: 'report' | 'topic' | 'place' | 'permit' | 'dataset' | 'page'
  topic?: string
  /** Code of the district, for the facet. */
  place?: string
  /** `2026-10` */
  month?: string
  /** Pages ranked above others when both match: topics, datasets, definitions. */
  authority?: boolean
}

/** What every page has around its body. */
export interface Frame {
  /** Site path without base and language: `/reports/2026-10/`. */
  path: string
  title: LocalText
  description: LocalText
  /** From below the home page down to the page above this one. */
  crumbs: { label: LocalText; path: string }[]
  /** Room of the navigation that is marked as current. */
  room: UiKey | null
  /** Set where the figures of the page are real on a site of demonstration data. */
  real?: boolean
  /** Left out of the search index where null. */
  search: SearchFacets | null
}
