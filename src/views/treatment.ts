import type { Site } from '../compose/site.ts'
import type { Contract } from '../contracts/contract.ts'
import { kindOf } from '../problems/describe-problem.ts'
import type { Release } from '../store/published-tables.ts'
import { formatCount, formatDay, formatPeriod } from '../text/format.ts'
import { type LocalText, toLocalText } from '../text/local-text.ts'
import { localise } from '../text/ui.ts'

/** What was done to a dataset's files before they were published, and what was let pass with a reason. */
interface Treatment {
  /** `count` is null for files about people, of which it is not published. */
  repairs: { kind: LocalText; count: LocalText | null; files: LocalText }[]
  accepted: { kind: LocalText; where: LocalText; subject: LocalText; reason: string; until: LocalText }[]
}

export function treatmentOf(site: Site, contract: Contract): Treatment {
  const exceptions = site.exceptions.exceptions.filter((exception) => exception.dataset === contract.id)
  return {
    repairs: groupRepairs(site.published.releases, contract),
    accepted: exceptions.map(({ rule, where, key, reason, until }) => ({
      kind: kindOf(rule),
      where: PERIOD.test(where) ? localise((lang) => formatPeriod(where, lang)) : toLocalText(where),
      subject: subjectOf(site, contract, key),
      reason,
      until: localise((lang) => formatDay(until, lang)),
    })),
  }
}

/** An exception is of a period or of a file. */
const PERIOD = /^\d{4}(-(\d{2}|Q\d))?$/

/** Cells and files by kind of repair. Of a file that was published again, only its newest version counts. */
function groupRepairs(releases: readonly Release[], contract: Contract): Treatment['repairs'] {
  const dataset = contract.id
  const seen = new Set<string>()
  const kinds = new Map<string, { count: number; files: number }>()
  for (const release of releases.toReversed()) {
    const repairs = release.repairs.filter((repair) => repair.dataset === dataset && !seen.has(repair.file))
    for (const { rule, count = 0 } of repairs) {
      const kind = kinds.get(rule) ?? { count: 0, files: 0 }
      kinds.set(rule, { count: kind.count + count, files: kind.files + 1 })
    }
    const sources = release.files.filter((file) => file.dataset === dataset).flatMap((file) => file.sources)
    for (const path of [...sources.map((source) => source.path), ...repairs.map((repair) => repair.file)])
      seen.add(path)
  }
  return [...kinds].map(([rule, { count, files }]) => ({
    kind: kindOf(rule),
    count: contract.class === 'O' ? localise((lang) => formatCount(count, lang)) : null,
    files: localise((lang) => formatCount(files, lang)),
  }))
}

/** `990100 06006` in words: places and items of the contract's lists; anything else as it is written. */
function subjectOf(site: Site, contract: Contract, key: string): LocalText {
  const items = Object.values(contract.columns).flatMap(({ type }) => (type.kind === 'list' ? type.items : []))
  const names = key.split(' ').map((code): LocalText => {
    const item = items.find((item) => item.code === code)
    return site.places.get(code)?.names ?? (item ? { zh: item.zh, en: item.en } : toLocalText(code))
  })
  return { zh: names.map((name) => name.zh).join('，'), en: names.map((name) => name.en).join(', ') }
}
