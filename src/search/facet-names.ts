/** The facets of the search page, in display order. Values are ids; `month` is `2026-10`. */
export const FACETS = ['kind', 'topic', 'place', 'month'] as const
export type Facet = (typeof FACETS)[number]
