import type { Places } from '../codes/places.ts'
import type { Contract } from '../contracts/contract.ts'
import { createProblem } from '../problems/create-problem.ts'
import type { Problem } from '../problems/problem.ts'
import { formatCellName } from '../store/cell-name.ts'
import type { KeptProof, SourcedTable } from '../store/plan-release.ts'
import type { SourceFile } from '../store/published-tables.ts'
import { type DatasetProof, type UnsafeCell, type WithheldTables, withholdTables } from '../withhold/withhold-tables.ts'
import type { LineEffects } from './effects.ts'
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
    const made = await withholdDataset(dataset, places, effects)
    const sources = new Map(results.map(({ report, period }) => [period, describeSource(report)]))
    for (const { table, from } of made.tables) {
      withheld.tables.push({ contract, table, sources: from.flatMap((period) => sources.get(period) ?? []) })
    }
    withheld.problems.push(...made.unsafe.map((cell) => createUnsafeProblem(contract.id, cell)))
    if (made.proof) withheld.proofs.push(describeProof(contract.id, made.proof, effects))
  }
  return withheld
}

/** What was proven is kept by the hash of all that it was proven of. */
async function withholdDataset(
  { contract, results }: CheckedDataset,
  places: Places,
  { hash, memory }: LineEffects,
): Promise<WithheldTables> {
  const tables = results.flatMap((result) => result.tables)
  const people = results.flatMap((result) => result.people ?? [])
  // A dataset of which a file is refused is not published, so nothing has to be proven of it.
  if (people.length === 0 || people.length < results.length) return withholdTables(contract, tables, { places })
  const key = hash(JSON.stringify(['proof', memory?.salt, contract.tables, contract.class, places.all, people]))
  const known = JSON.parse((await memory?.recall(key)) ?? 'null') as DatasetProof | null // Kept by the lines below.
  const made = withholdTables(contract, tables, { places, people, known })
  if (made.proof && known === null) await memory?.keep(key, JSON.stringify(made.proof))
  return made
}

/** The witnesses as they are kept where nobody sees them, and what the release says of them. */
function describeProof(dataset: string, proof: DatasetProof, { hash }: LineEffects): KeptProof {
  const text = `${JSON.stringify({ dataset, ...proof })}\n`
  return { dataset, hidden: proof.hidden, witnesses: proof.witnesses.length, sha256: hash(text), text }
}

function describeSource({ path, sha256, encoding, sheets, ...rows }: FileReport): SourceFile {
  const { rowsRead, rowsUsed, rowsRefused } = rows
  const ofSheets = sheets.length > 0 ? { sheets } : {}
  return { path, sha256, encoding: encoding ?? '', ...ofSheets, rowsRead, rowsUsed, rowsRefused }
}

function createUnsafeProblem(dataset: string, cell: UnsafeCell): Problem {
  return createProblem('small-cell-unsafe', { dataset }, { found: formatCellName({ dataset, ...cell }) })
}
