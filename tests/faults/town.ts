import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildDiskEffects } from '../../scripts/line/disk-effects.ts'
import type { Contract } from '../../src/contracts/contract.ts'
import { checkReading } from '../../src/line/check-reading.ts'
import { checkTogether, type DatasetFiles } from '../../src/line/check-together.ts'
import { planFiles, type RawFile } from '../../src/line/plan-files.ts'
import { openPortal, type Portal } from '../../src/portal/portal.ts'
import type { Problem } from '../../src/problems/problem.ts'
import { read } from '../../src/read/index.ts'
import type { HandedRows } from '../../src/sql/engine.ts'
import { handOver } from '../../src/sql/hand-over.ts'
import { openSubject, type Subject } from './subject-file.ts'

const DATA = resolve(import.meta.dirname, '../../data')
/** A day on which nothing is overdue yet. */
const TODAY = '2026-11-05'
/** Files before the last that are compared with it: those of a year and a month. */
const EARLIER = 13

/** What the line makes of one file among the others of its dataset and of those that it must agree with. */
export interface Outcome {
  problems: Problem[]
  /** As JSON, to be compared; null where an error stops them. */
  tables: string | null
}

/** The demonstration city, its files checked once, so that one of them can be put in another's place. */
export class Town {
  readonly #portal: Portal
  readonly #files: ReadonlyMap<string, readonly RawFile[]>
  readonly #checked = new Map<string, DatasetFiles>()
  readonly #truths = new Map<string, Outcome>()

  private constructor(portal: Portal, files: ReadonlyMap<string, readonly RawFile[]>) {
    this.#portal = portal
    this.#files = files
  }

  static async open(): Promise<Town> {
    const portal = await openPortal(DATA)
    const plan = planFiles((await buildDiskEffects(DATA, TODAY).list()) ?? [], portal.contracts)
    return new Town(portal, plan.files)
  }

  get datasets(): string[] {
    return [...this.#files.keys()]
  }

  getSubject(dataset: string): Subject {
    return openSubject(this.#getContract(dataset), this.#portal.places, this.#files.get(dataset) ?? [])
  }

  /** What is found with the true file, which is published. */
  getTruth(subject: Subject): Outcome {
    const { id } = subject.contract
    const known = this.#truths.get(id) ?? this.check(subject, subject.bytes)
    this.#truths.set(id, known)
    return known
  }

  /** All problems of the file, and of the files together, when these bytes are the last file of their dataset. */
  check({ contract, period, path }: Subject, bytes: Uint8Array): Outcome {
    const file = `${path}.${bytes[0] === 0x50 && bytes[1] === 0x4b ? 'xlsx' : 'csv'}`
    const { places } = this.#portal
    const result = checkReading(contract, read(bytes, file, contract.profile), { period, places })
    // A file that nobody may accept is compared with no other.
    if (result.tables.length === 0) return { problems: result.problems, tables: null }
    const others = this.#listRelated(contract).map((dataset) => this.#filesOf(dataset))
    const { files } = this.#filesOf(contract.id)
    const own = { path: file, period, sha256: createHash('sha256').update(bytes).digest('hex'), ...result }
    const datasets = [{ contract, files: [...files.slice(0, -1), own] }, ...others]
    const together = checkTogether(datasets, { ...this.#portal, today: TODAY })
    const problems = [...result.problems, ...together]
    return { problems, tables: JSON.stringify(result.tables) }
  }

  /** The rows of the true files of a dataset, as an engine gets them, one file after the other. */
  *handOver(dataset: string): Generator<HandedRows> {
    const contract = this.#getContract(dataset)
    for (const { path, period } of this.#files.get(dataset) ?? []) {
      const { sheets } = read(readFileSync(join(DATA, path)), path, contract.profile)
      yield { ...handOver(contract, sheets, { period, places: this.#portal.places }), file: path }
    }
  }

  #getContract(dataset: string): Contract {
    const contract = this.#portal.profiles.get(dataset)?.contract ?? this.#portal.contracts.get(dataset)
    if (!contract) throw new Error(`no contract ${dataset}`)
    return contract
  }

  /** Datasets that an identity of the contract's, or whose identities, name the other. */
  #listRelated(contract: Contract): string[] {
    const listNamed = (from: Contract) =>
      Object.values(from.tables).flatMap(({ identities = [] }) =>
        identities.flatMap((identity) => ('dataset' in identity && identity.dataset ? [identity.dataset] : [])),
      )
    return this.datasets.filter((id) => {
      if (id === contract.id) return false
      return listNamed(contract).includes(id) || listNamed(this.#getContract(id)).includes(contract.id)
    })
  }

  #filesOf(dataset: string): DatasetFiles {
    const known = this.#checked.get(dataset) ?? this.#checkAll(dataset)
    this.#checked.set(dataset, known)
    return known
  }

  #checkAll(dataset: string): DatasetFiles {
    const contract = this.#getContract(dataset)
    const files = (this.#files.get(dataset) ?? []).slice(-EARLIER - 1).map(({ path, period }) => {
      const bytes = readFileSync(join(DATA, path))
      const context = { period, places: this.#portal.places }
      const result = checkReading(contract, read(bytes, path, contract.profile), context)
      return { path, period, sha256: createHash('sha256').update(bytes).digest('hex'), ...result }
    })
    return { contract, files }
  }
}
