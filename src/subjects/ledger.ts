import { drawAll, type Report } from '../compose/report.ts'
import { has, type Site } from '../compose/site.ts'
import type { LocalText } from '../text/local-text.ts'
import {
  buildEarlyPermits,
  buildNanjingElderly,
  buildNanjingLife,
  buildReportedSatisfaction,
} from './ledger/ledger-figures.ts'
import { composeLedgerSentence } from './ledger/ledger-rows.ts'
import type { Subject } from './subject.ts'

/** Figures of published documents, shown as history beside a city's own. */
export const ledger: Subject = {
  id: 'ledger',
  name: { zh: '文献数字', en: 'figures from documents' },
  isWithoutCity: true,
  datasets: ['ledger'],
  topic: buildTopic,
}

/** Precedes figures of other places and years, on pages that otherwise show a city's own. */
const REAL: LocalText = {
  zh: '以下为公开文献中的真实数字，说的是别的地方、别的年份，不是本市数据。',
  en: 'These are real figures from published documents; they are about other places and years, not this city. ',
}

const FIGURES: Record<string, (site: Site) => Parameters<typeof drawAll>[0]> = {
  ageing: (site) => [buildNanjingElderly(site), buildNanjingLife(site)],
  permits: (site) => [buildEarlyPermits(site)],
  satisfaction: (site) => [buildReportedSatisfaction(site)],
}

function buildTopic(site: Site, topic: string): Report | null {
  if (!has(site, 'ledger', 'figures')) return null
  const words = composeLedgerSentence(site, topic)
  const figures = drawAll(FIGURES[topic]?.(site) ?? [])
  if (!words && figures.length === 0) return null
  return {
    lead: { zh: [], en: [] },
    sections: [
      {
        id: 'ledger',
        heading: { zh: '文献里的历史数字', en: 'History, from published documents' },
        say: { zh: [REAL.zh, ...(words?.zh ?? [])], en: [REAL.en, ...(words?.en ?? [])] },
        figures,
      },
    ],
  }
}
