import type { Site } from '../compose/site.ts'
import { FORMALITIES } from '../portal/formalities.ts'
import type { Lang } from '../text/local-text.ts'

/** An item of the footer of every page. */
interface FooterItem {
  label: string
  text: string | null
  url: string | null
}

/**
 * The portal's own items, then those that sites of government have. A demonstration lists what such a site must have and it
 * has not; any other site prints what it has.
 */
export function listFooterItems(site: Site, lang: Lang): FooterItem[] {
  const { footer, formalities = {}, demonstration } = site.settings
  const own = footer.map(({ label, text, url }) => ({
    label: label[lang],
    text: text?.[lang] ?? null,
    url: url ?? null,
  }))
  const items = FORMALITIES.flatMap(({ id, label }): FooterItem[] => {
    const stated = formalities[id]
    if (stated === undefined) return []
    if (id === 'partyMark' || id === 'reportErrors') return [{ label: label[lang], text: null, url: String(stated) }]
    return [
      { label: label[lang], text: typeof stated === 'string' ? stated : stated[lang], url: ADDRESSES[id] ?? null },
    ]
  })
  const missing = demonstration
    ? FORMALITIES.filter(({ id, required }) => required && formalities[id] === undefined)
    : []
  if (missing.length === 0) return [...own, ...items]
  const labels = missing.map(({ label }) => label[lang])
  return [...own, ...items, { label: NONE[lang], text: labels.join(lang === 'zh' ? '、' : '; '), url: null }]
}

const NONE = { zh: '演示站点，无下列各项', en: 'None of these, as this is a demonstration site' }
/** Where filings can be looked up, as their rules ask the footer to link to. */
const ADDRESSES: Record<string, string> = { icp: 'https://beian.miit.gov.cn/', police: 'https://beian.mps.gov.cn/' }
