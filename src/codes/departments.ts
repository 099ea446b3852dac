import type { LocalText } from '../text/local-text.ts'

/** A department that keeps registers and reports. */
export interface Department {
  /** `civil-affairs`, as contracts name it. */
  id: string
  names: LocalText
  /** Other spellings: short and old names. */
  aliases: string[]
  /** Codes of the places that it answers for; none where it answers for all. */
  places: string[]
  /** Its telephone numbers that are public, as digits. */
  phones?: string[]
}

/** The departments of a portal, by id. */
export class Departments {
  readonly all: readonly Department[]
  /** Public telephone numbers of all departments, as digits: no scanner takes them for a person's. */
  readonly phones: ReadonlySet<string>
  readonly #byId: ReadonlyMap<string, Department>

  constructor(all: readonly Department[]) {
    this.all = all
    this.phones = new Set(all.flatMap((department) => department.phones ?? []))
    this.#byId = new Map(all.map((department) => [department.id, department]))
  }

  get(id: string): Department | undefined {
    return this.#byId.get(id)
  }

  /** Name of a contract's keeper, which is an id or words of its own. Throws for an id that no department has. */
  nameOf(keeper: string | LocalText): LocalText {
    if (typeof keeper !== 'string') return keeper
    const department = this.get(keeper)
    if (!department) throw new Error(`departments: unknown ${keeper}`)
    return department.names
  }
}
