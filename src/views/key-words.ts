import type { Site } from '../compose/site.ts'
import type { Contract } from '../contracts/contract.ts'
import { listPublishedItems } from '../contracts/published-items.ts'
import { type LocalText, toLocalText } from '../text/local-text.ts'

/** What a row is about, in words: `{ place: '990102', class: 'key' }` → 甲区，重点管理 / District A, key. */
export function describeKey(
  site: Pick<Site, 'places'>,
  contract: Contract,
  key: Readonly<Record<string, string>>,
): LocalText {
  const names = Object.entries(key).map(([id, code]) => nameOfValue(site, contract, id, code))
  return { zh: names.map(({ zh }) => zh).join('，'), en: names.map(({ en }) => en).join(', ') }
}

function nameOfValue(site: Pick<Site, 'places'>, contract: Contract, id: string, code: string): LocalText {
  const column = contract.columns[id]
  if (column?.type.kind === 'place') return site.places.get(code)?.names ?? toLocalText(code)
  const item = listPublishedItems(column).find((candidate) => candidate.code === code)
  return item ? { zh: item.zh, en: item.en } : toLocalText(code)
}
