import type { Cell } from '../../contracts/table.ts'
import { findEnd } from '../../measure/compare.ts'
import type { LocalText } from '../../text/local-text.ts'

/** The districts at the ends, as far as they may be called so. */
export function composeShareTitle(districts: readonly { label: LocalText; cell: Cell }[]): LocalText {
  const [oldest, youngest] = (['high', 'low'] as const).map((end) => findEnd(districts, end)[0]?.label)
  if (oldest && youngest)
    return {
      zh: `${oldest.zh}老年人口比重最高，${youngest.zh}最低`,
      en: `The share of older people is highest in ${oldest.en} and lowest in ${youngest.en}`,
    }
  if (oldest) return { zh: `${oldest.zh}老年人口比重最高`, en: `The share of older people is highest in ${oldest.en}` }
  if (youngest)
    return { zh: `${youngest.zh}老年人口比重最低`, en: `The share of older people is lowest in ${youngest.en}` }
  return { zh: '各区老年人口比重', en: 'Share of older people by district' }
}
