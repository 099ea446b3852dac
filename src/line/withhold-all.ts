import type { Places } from '../codes/places.ts'
import type { Contract } from '../contracts/contract.ts'
import { createProblem } from '../problems/create-problem.ts'
import type { Problem } from '../problems/problem.ts'
import { formatCellName } from '../store/cell-name.ts'
import type { KeptProof, SourcedTable } from '../store/plan-release.ts'
import type { SourceFile } from '../store/published-tables.ts'
import { joinPeople } from '../withhold/people-groups.ts'
import type { LedgerFile } from '../withhold/released-cells.ts'
import { listSharedMargins } from '../withhold/shared-margins.ts'
import {
  type DatasetProof,
  listHidden,
  type UnsafeCell,
  type WithheldTables,
  withholdTables,
} from '../withhold/withhold-tables.ts'
import type { LineEffects } from './effects.ts'
import { openLedger } from './open-ledger.ts'
import type { CheckedFile, FileReport } from './raw-file.ts'

/** One dataset and what became of its files. */
export interface CheckedDataset {
  contract: Contract
  results: CheckedFile[]
}

/** The tables of all datasets as the public gets them. */
interface Withheld {
  tables: SourcedTable[]
  problems: Problem[]
  proofs: KeptProof[]
}

/** The tables of all datasets as the public gets them, each with the files that it is made of. */
export async function withholdAll(
  checked: readonly CheckedDataset[],
  places: Places,
  effects: LineEffects,
): Promise<Withheld> {
  const withheld: Withheld = { tables: [], problems: [], proofs: [] }
  for (const dataset of checked) {
    const { contract, results } = dataset
    const contracts = checked.map((other) => other.contract)
    const { apart, ...made } = await withholdDataset(dataset, { places, contracts }, effects)
    const files = Map.groupBy(results, ({ period }) => period)
    const listSources = (period: string) => (files.get(period) ?? []).map(({ report }) => describeSource(report))
    for (const { table, from } of made.tables) {
      withheld.tables.push({ contract, table, sources: from.flatMap(listSources) })
    }
    withheld.problems.push(...made.unsafe.map((cell) => createUnsafeProblem(contract.id, cell)))
    if (made.proof)
      withheld.proofs.push({ ...describeProof(dataset, made.proof, effects), ...(apart > 0 ? { apart } : {}) })
  }
  return withheld
}

/** What the tables of a dataset are made with. */
interface Around {
  places: Places
  /** Contracts of all datasets of the run. */
  contracts: readonly Contract[]
}

/** What was proven is kept by the hash of all that it was proven of. `apart`: files that are public and not in the proof. */
async function withholdDataset(
  { contract, results }: CheckedDataset,
  { places, contracts }: Around,
  { hash, memory, ledger: publicFiles, loadAlternativeFinder }: LineEffects,
): Promise<WithheldTables & { apart: number }> {
  const tables = results.flatMap((result) => result.tables)
  const parts = results.flatMap((result) => result.people ?? [])
  // A dataset of which a file is refused is not published, so nothing has to be proven of it.
  if (parts.length === 0 || parts.length < results.length) {
    return { ...withholdTables(contract, tables, { places }), apart: 0 }
  }
  const people = joinPeople(parts)
  const plain = contract.exact ? withholdTables(contract, tables, { places }) : null
  const { files: ledger, apart } = await openLedger(contract, results, publicFiles)
  // Most exact tables have no small count, nor had one, and nothing to prove.
  if (plain?.unsafe.length === 0 && listHidden(ledger).length === 0) return { ...plain, apart: 0 }
  const shared = listSharedMargins(contract, contracts)
  const of = [
    'proof',
    memory?.salt,
    contract.tables,
    contract.class,
    contract.exact,
    places.all,
    people,
    ledger,
    shared,
  ]
  const key = hash(JSON.stringify(of))
  const known = JSON.parse((await memory?.recall(key)) ?? 'null') as DatasetProof | null // Kept by the lines below.
  const finder = contract.exact && known === null ? await loadAlternativeFinder?.() : undefined
  const beside = { places, people, ledger, shared, known, ...(finder ? { findAlternative: finder } : {}) }
  const made = withholdTables(contract, tables, beside)
  if (made.proof && known === null) await memory?.keep(key, JSON.stringify(made.proof))
  return { ...made, apart: apart + countLeftOut(ledger, made) }
}

/** Earlier revisions that the kept people do not give as they are printed. */
function countLeftOut(ledger: readonly LedgerFile[], { proof }: WithheldTables): number {
  return proof === null ? 0 : Math.max(0, ledger.filter(({ isOfNow }) => !isOfNow).length - proof.earlier)
}

/** The witnesses and people as they are kept where nobody sees them, and what the release says of them. */
function describeProof({ contract, results }: CheckedDataset, proof: DatasetProof, { hash }: LineEffects): KeptProof {
  const dataset = contract.id
  const text = `${JSON.stringify({ dataset, ...proof })}\n`
  const people = results.flatMap(({ report, people }) =>
    people ? [{ sha256: report.sha256, text: `${JSON.stringify(people)}\n` }] : [],
  )
  const { hidden, earlier } = proof
  const beside = earlier > 0 ? { earlier } : {}
  return { dataset, hidden, witnesses: proof.witnesses.length, ...beside, sha256: hash(text), text, people }
}

function describeSource({ path, sha256, encoding, sheets, ...rows }: FileReport): SourceFile {
  const { rowsRead, rowsUsed, rowsRefused } = rows
  const ofSheets = sheets.length > 0 ? { sheets } : {}
  return { path, sha256, encoding: encoding ?? '', ...ofSheets, rowsRead, rowsUsed, rowsRefused }
}

function createUnsafeProblem(dataset: string, cell: UnsafeCell): Problem {
  return createProblem('small-cell-unsafe', { dataset }, { found: formatCellName({ dataset, ...cell }) })
}
