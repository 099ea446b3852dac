import type { Places } from '../codes/places.ts'
import { type Dialect, quoteText, writeValues } from './sql-text.ts'

/** Earlier and later than every day of a place. */
const [FIRST_DAY, LAST_DAY] = ['0000-01-01', '9999-12-31']

/**
 * The places of a portal as views: `places` with the days between which each stood, and `chain`, which has each place with
 * all that it lies in, itself included.
 */
export function compilePlaces(places: Places, dialect: Dialect): string[] {
  const quote = (text: string) => quoteText(text, dialect)
  const rows = places.all.map(({ code, level, from, to }) =>
    [code, level, from ?? FIRST_DAY, to ?? LAST_DAY].map(quote),
  )
  const chain = places.all.flatMap(({ code }) =>
    places.listChain(code).map((above) => [code, above.code, above.level].map(quote)),
  )
  return [
    writeValues('places', ['code', 'level', 'from_day', 'to_day'], rows),
    writeValues('chain', ['code', 'up', 'level'], chain),
  ]
}
