import type { Places } from '../../codes/places.ts'
import type { Contract } from '../../contracts/contract.ts'
import type { LocalText } from '../../text/local-text.ts'

interface Naming {
  contract: Contract
  places: Places | undefined
}

/**
 * What a row of a published table is about, by names, its codes behind them: `望舒市·重点管理（990100 key）`. The codes are
 * what `exceptions.csv` asks for.
 */
export function nameRow(key: Readonly<Record<string, string>>, { contract, places }: Naming): LocalText {
  const named = Object.entries(key).map(([column, code]): LocalText => {
    const type = contract.columns[column]?.type
    const item = type?.kind === 'list' ? type.items.find((item) => item.code === code) : undefined
    if (item) return { zh: item.zh, en: item.en }
    return (type?.kind === 'place' ? places?.get(code)?.names : undefined) ?? { zh: code, en: code }
  })
  const codes = formatKey(key)
  const zh = named.map((text) => text.zh).join('·')
  const en = named.map((text) => text.en).join(', ')
  const isNamed = named.some((text, index) => text.zh !== Object.values(key)[index])
  return isNamed ? { zh: `${zh}（${codes}）`, en: `${en} (${codes})` } : { zh, en }
}

/** `990101 key`: the codes of a row, as `exceptions.csv` names it. */
export function formatKey(key: Readonly<Record<string, string>>): string {
  return Object.values(key).join(' ')
}
