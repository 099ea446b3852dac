import type { ContractReference } from '../contracts/references.ts'
import type { Problem } from '../problems/problem.ts'
import type { KnownNames } from './check-references.ts'
import { type ContentSource, checkReferenceName } from './content-names.ts'
import type { Term } from './plain-words.ts'

/** Every dataset, measure, column and code that the terms name and that is not there. */
export function checkTermNames(source: ContentSource<readonly Term[]> | null, known: KnownNames): Problem[] {
  if (!source?.fitted) return []
  return source.fitted.value.flatMap((term, index) =>
    'of' in term
      ? listTermReferences(term.of).flatMap((reference) =>
          checkReferenceName(null, reference, [index, 'of'], { source, known }),
        )
      : [],
  )
}

/** `cases/on_time_rate`: a measure of any table; `permits/class/key`: a code of a list. */
function listTermReferences(of: string): ContractReference[] {
  const [dataset = '', name = '', code] = of.split('/')
  const at = { dataset, path: [] }
  const inDataset: ContractReference[] =
    code === undefined
      ? [{ kind: 'measure', name, ...at }]
      : [
          { kind: 'column', name, holds: 'items', ...at },
          { kind: 'item', name: code, column: name, ...at },
        ]
  return [{ kind: 'dataset', name: dataset, path: [] }, ...inDataset]
}
