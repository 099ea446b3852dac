import type { Places } from '../../codes/places.ts'
import type { Contract } from '../../contracts/contract.ts'
import type { Words } from '../../text/local-text.ts'

export interface Naming {
  contract: Contract
  places: Places | undefined
}

/**
 * What a row of a published table is about, by names, its codes behind them: `云锦市·重点管理（990100 key）`. The codes are
 * what `exceptions.csv` asks for.
 */
export function rowNames(key: Readonly<Record<string, string>>, { contract, places }: Naming): Words {
  const named = Object.entries(key).map(([column, code]): Words => {
    const type = contract.columns[column]?.type
    const item = type?.kind === 'list' ? type.items.find((one) => one.code === code) : undefined
    if (item) return { zh: item.zh, en: item.en }
    return (type?.kind === 'place' ? places?.get(code)?.names : undefined) ?? { zh: code, en: code }
  })
  const codes = keyText(key)
  const zh = named.map((one) => one.zh).join('·')
  const en = named.map((one) => one.en).join(', ')
  const isNamed = named.some((one, index) => one.zh !== Object.values(key)[index])
  return isNamed ? { zh: `${zh}（${codes}）`, en: `${en} (${codes})` } : { zh, en }
}

/** `990101 key`: the codes of a row, as `exceptions.csv` names it. */
export function keyText(key: Readonly<Record<string, string>>): string {
  return Object.values(key).join(' ')
}
