import { getFirstDay, getLastDay } from '../../calendar/period.ts'
import type { Contract } from '../../contracts/contract.ts'
import type { Value } from '../../contracts/row.ts'
import type { CheckContext } from '../context.ts'
import type { RuleFinding } from '../rules/rule.ts'

/**
 * Checks for each row whether its places existed at its time: the row's own year or month where the key has them, else
 * the file's.
 */
export class PlaceWatch {
  readonly #columns: string[]
  readonly #time: string | undefined
  readonly #context: CheckContext
  readonly #known = new Map<string, RuleFinding | null>()

  constructor(contract: Contract, context: CheckContext) {
    const kindOf = (id: string) => contract.columns[id]?.type.kind
    this.#columns = Object.keys(contract.columns).filter((id) => kindOf(id) === 'place')
    this.#time = contract.key.find((id) => kindOf(id) === 'year' || kindOf(id) === 'month')
    this.#context = context
  }

  check(values: Readonly<Record<string, Value>>): (RuleFinding | null)[] {
    const own = this.#time === undefined ? null : (values[this.#time] ?? null)
    const period = own === null ? this.#context.period : String(own)
    return this.#columns.map((column) => {
      const code = values[column] ?? null
      return code === null ? null : this.#find(column, String(code), period)
    })
  }

  #find(column: string, code: string, period: string): RuleFinding | null {
    const name = `${column}\t${code}\t${period}`
    const known = this.#known.get(name)
    if (known !== undefined) return known
    const finding = this.#checkNew(column, code, period)
    this.#known.set(name, finding)
    return finding
  }

  #checkNew(column: string, code: string, period: string): RuleFinding | null {
    const { places } = this.#context
    const place = places.get(code)
    if (!place) return null
    const isStanding =
      (place.from === null || place.from <= getLastDay(period)) &&
      (place.to === null || place.to >= getFirstDay(period))
    if (isStanding) return null
    const successor = place.successor === null ? undefined : places.get(place.successor)
    const before = places.all.find((place) => place.successor === code)
    const other = place.from !== null && place.from > getLastDay(period) ? before : successor
    const expected = other ? `${other.code} ${other.names.zh}` : null
    const span = `${place.from ?? '…'} – ${place.to ?? '…'}`
    return { rule: 'place-not-valid', column, found: `${code} ${place.names.zh}`, expected, params: { span, period } }
  }
}
