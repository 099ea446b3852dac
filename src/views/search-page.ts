import { has, type Site } from '../compose/site.ts'
import { joinNames } from '../text/join-names.ts'
import type { LocalText } from '../text/local-text.ts'
import { localise, t } from '../text/ui.ts'
import { buildNavigation } from './navigation.ts'
import type { Frame } from './page-frame.ts'

const FOUND: Partial<Record<string, LocalText>> = {
  reports: { zh: '公报', en: 'bulletins' },
  topics: { zh: '专题', en: 'topics' },
  places: { zh: '地区', en: 'places' },
  permits: { zh: '许可证', en: 'permits' },
  data: { zh: '数据集', en: 'datasets' },
}

/** The search page, which names the rooms that the portal has. */
export function buildSearchFrame(site: Site): Frame {
  const rooms = joinNames(buildNavigation(site).flatMap(({ key }) => FOUND[key] ?? []))
  return {
    path: '/search/',
    title: localise((lang) => t(lang, 'search')),
    description: {
      zh: `在${site.settings.title.zh}全站搜索${rooms.zh}，可用拼音、简称和俗称。`,
      en: `Search the ${rooms.en} of ${site.settings.title.en}.`,
    },
    crumbs: [],
    room: 'search',
    search: null,
  }
}

/** What is in the empty box of the search: 地区、指标、许可证. */
export function describeSearch(site: Site): LocalText {
  const words: LocalText[] = [
    ...(site.settings.city === undefined ? [] : [{ zh: '地区', en: 'place' }]),
    ...(has(site, 'permits', 'register') ? [{ zh: '许可证', en: 'permit' }] : []),
    { zh: '指标', en: 'data' },
  ]
  const en = words.map((word) => word.en).join(', ')
  return { zh: words.map((word) => word.zh).join('、'), en: `${en.slice(0, 1).toUpperCase()}${en.slice(1)}` }
}
