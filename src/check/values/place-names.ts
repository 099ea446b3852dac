import type { Place, Places } from '../../codes/places.ts'
import { simplify } from '../../codes/simplified.ts'
import { toComparable } from '../../read/comparable.ts'

/** The places that a text may mean, and whether it had to be put into simplified characters for it. */
interface FoundPlaces {
  places: readonly Place[]
  isTraditional: boolean
}

/** Places by code, by name, and by name after the places that they lie in: 中山街道, 临月区中山街道, 望舒市/临月/中山街道. */
export class PlaceNames {
  static readonly #known = new WeakMap<Places, PlaceNames>()
  readonly #plain: Spelling
  readonly #places: Places
  /** Made when the first text asks for it. */
  #simple: Spelling | null = null

  /** The names of these places, made once for all columns and files. */
  static from(places: Places): PlaceNames {
    const known = PlaceNames.#known.get(places) ?? new PlaceNames(places)
    PlaceNames.#known.set(places, known)
    return known
  }

  private constructor(places: Places) {
    this.#places = places
    this.#plain = new Spelling(places, toComparable)
  }

  /** Numbers before a name and footnote marks after it are ignored if the name is known without them. */
  find(text: string): FoundPlaces {
    const found = this.#find(text)
    const bare = text.replace(NUMBER, '').replace(MARK, '')
    return found.places.length > 0 || bare === text ? found : this.#find(bare)
  }

  #find(text: string): FoundPlaces {
    const found = this.#plain.find(text)
    if (found.length > 0 || !/\p{Script=Han}/u.test(text)) return { places: found, isTraditional: false }
    this.#simple ??= new Spelling(this.#places, (name) => simplify(toComparable(name)))
    return { places: this.#simple.find(text), isTraditional: true }
  }
}

/** `（一）`, `一、`, `1.` */
const NUMBER = /^\s*(?:[(（]?[一二三四五六七八九十]{1,3}[)）、]|[(（]?\d{1,2}[.)）、])\s*(?=\p{Script=Han})/u
/** `*`, `[1]`, `（注2）`, `①`; a plain digit may separate two places. */
const MARK = /(?<=\p{Script=Han})\s*(?:[*※†‡#]{1,3}|[[(（【]注?\d{1,2}[\])）】])\s*$/u

/** The names of all places in one form. */
class Spelling {
  readonly #fold: (name: string) => string
  readonly #places: Places
  readonly #names = new Map<string, Place[]>()
  /** Of each place its names, then those of the place above it, and so on to the top; without signs that join them. */
  #chains: readonly { place: Place; names: readonly string[][] }[] | null = null

  constructor(places: Places, fold: (name: string) => string) {
    this.#places = places
    this.#fold = fold
    for (const place of places.all) {
      for (const name of new Set(listSpellings(place).map(fold))) {
        this.#names.set(name, [...(this.#names.get(name) ?? []), place])
      }
    }
  }

  find(text: string): readonly Place[] {
    const own = this.#fold(text)
    return this.#names.get(own) ?? this.#findByPath(removeJoints(own))
  }

  #findByPath(text: string): Place[] {
    this.#chains ??= this.#places.all.map((place) => {
      const chain = this.#places.listChain(place.code)
      return { place, names: chain.map((place) => listSpellings(place).map((name) => removeJoints(this.#fold(name)))) }
    })
    return this.#chains
      .filter(({ names: [own = [], ...above] }) =>
        own.some((name) => {
          const before = cutEnd(text, name)
          return before !== '' && before !== null && isPath(before, above)
        }),
      )
      .map(({ place }) => place)
  }
}

/** True where the text is made of names of these places, the lowest last; any of them may be left out. */
function isPath(text: string, [lowest, ...above]: readonly string[][]): boolean {
  if (text === '') return true
  if (lowest === undefined) return false
  const isNamed = lowest.some((name) => {
    const before = cutEnd(text, name)
    return before !== null && isPath(before, above)
  })
  return isNamed || isPath(text, above)
}

/** The text before the name that it ends with; null where it does not end with it. */
function cutEnd(text: string, name: string): string | null {
  return name !== '' && text.endsWith(name) ? text.slice(0, text.length - name.length) : null
}

function listSpellings(place: Place): string[] {
  return [place.code, place.names.zh, place.names.en, ...place.aliases]
}

/** Without the separators between the names of a path; spaces are gone already. */
function removeJoints(text: string): string {
  return text.replace(/[/\-–—>,]/g, '')
}
