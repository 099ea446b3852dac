import { isDemonstration, type Site } from '../compose/site.ts'
import { joinNames } from '../text/join-names.ts'
import type { LocalText, UiKey } from '../text/local-text.ts'

/** What search knows of a page beside its words. */
interface SearchFacets {
  kind: 'report' | 'topic' | 'place' | 'permit' | 'dataset' | 'page'
  topic?: string
  /** Code of the district, for the facet. */
  place?: string
  /** `2026-10` */
  month?: string
  /** Pages ranked above others when both match: topics, datasets, definitions. */
  authority?: boolean
}

/** What a page is as an article, for the meta tags of government sites. */
export interface Article {
  /** `YYYY-MM-DD` */
  published: string
  source: string
  keywords?: readonly string[] | undefined
  editor?: string | undefined
}

/** What every page has around its body. */
export interface Frame {
  /** Site path without base and language: `/reports/2026-10/`. */
  path: string
  title: LocalText
  description: LocalText
  /** Its name in the breadcrumb, where the title names the page above too. */
  crumb?: LocalText
  /** From below the home page down to the page above this page. */
  crumbs: { label: LocalText; path: string }[]
  /** Room of the navigation that is marked as current. */
  room: UiKey | null
  /** Set where the figures of the page are real on a site of demonstration data. */
  real?: boolean
  /** Left out of the search index where null. */
  search: SearchFacets | null
}

/** What the foot of every page says of demonstration data, and which datasets are real beside them. */
export function describeDemonstration(site: Site): LocalText {
  const real = [...site.published.contracts.values()].filter(({ id }) => !isDemonstration(site, id))
  const names = joinNames(real.map(({ title }) => title))
  const invented = {
    zh: '本站展示的是虚构城市的示范数据，用来说明数据如何发布',
    en: 'This site shows demonstration data for a fictional city, to show how figures are published',
  }
  if (real.length === 0) return { zh: `${invented.zh}。`, en: `${invented.en}.` }
  return {
    zh: `${invented.zh}；${names.zh}中是真实数据。`,
    en: `${invented.en}; the figures of “${names.en}” are real.`,
  }
}
