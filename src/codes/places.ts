import type { LocalText } from '../text/local-text.ts'

/** A place with a code that is valid for a span of time. */
export interface Place {
  code: string
  names: LocalText
  /** `city`, `district`, `subdistrict`; a portal may name its own. */
  level: string
  parent: string | null
  /** First and last day of validity, `YYYY-MM-DD`; null where open. */
  from: string | null
  to: string | null
  /** Code that took over, where the place was merged. */
  successor: string | null
  /** Other spellings: old and short names. */
  aliases: string[]
  /** Position in the tile grid of its parent, from 0; null where it has no tile. */
  tile: { column: number; row: number } | null
}

/** The places of a portal, asked by code or name and by day. */
export class Places {
  readonly all: readonly Place[]
  readonly #byCode: ReadonlyMap<string, Place>
  readonly #byName: ReadonlyMap<string, Place[]>

  constructor(all: readonly Place[]) {
    this.all = all
    this.#byCode = new Map(all.map((place) => [place.code, place]))
    const byName = new Map<string, Place[]>()
    for (const place of all) {
      for (const name of new Set([place.names.zh, place.names.en, ...place.aliases])) {
        byName.set(name, [...(byName.get(name) ?? []), place])
      }
    }
    this.#byName = byName
  }

  get(code: string): Place | undefined {
    return this.#byCode.get(code)
  }

  /** True where the code was valid on that day. */
  isValid(place: Place, day: string): boolean {
    return (place.from === null || place.from <= day) && (place.to === null || place.to >= day)
  }

  /** Every place that has this code or name, valid or not. */
  find(codeOrName: string): readonly Place[] {
    const byCode = this.#byCode.get(codeOrName)
    return byCode ? [byCode] : (this.#byName.get(codeOrName) ?? [])
  }

  /** The place and all that it lies in, from itself to the top. */
  listChain(code: string): Place[] {
    const chain: Place[] = []
    for (let place = this.get(code); place; place = place.parent ? this.get(place.parent) : undefined) {
      if (chain.includes(place)) throw new Error(`places: ${code} lies in itself`)
      chain.push(place)
    }
    return chain
  }

  /** Places of a level that are valid on a day, in the order of their codes. */
  listPlaces(level: string, day: string): Place[] {
    return this.all.filter((place) => place.level === level && this.isValid(place, day)).sort(compareCodes)
  }

  /** Places directly below, valid on a day. */
  listChildren(code: string, day: string): Place[] {
    return this.all.filter((place) => place.parent === code && this.isValid(place, day)).sort(compareCodes)
  }
}

function compareCodes(a: Place, b: Place): number {
  return a.code < b.code ? -1 : 1
}
