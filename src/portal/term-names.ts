import type { Problem } from '../problems/problem.ts'
import type { LocalText } from '../text/local-text.ts'
import { type KnownNames, listDatasets } from './check-references.ts'
import { type ContentSource, reportUnknownName } from './content-names.ts'
import type { Term } from './plain-words.ts'

const DATASET: LocalText = { zh: '数据集', en: 'dataset' }
const MEASURE: LocalText = { zh: '指标', en: 'measure' }
const COLUMN: LocalText = { zh: '列表列', en: 'list column' }
const VALUE: LocalText = { zh: '列表中的代码', en: 'code of the list' }

/** Every dataset, measure, column and code that the terms name and that is not there. */
export function checkTermNames(source: ContentSource<readonly Term[]> | null, known: KnownNames): Problem[] {
  return (source?.fitted?.value ?? []).flatMap((term, index) => {
    if (source === null || !('of' in term)) return []
    const unknown = findUnknown(term.of, known)
    return unknown ? reportUnknownName(source, [index, 'of'], unknown) : []
  })
}

function findUnknown(of: string, known: KnownNames): { found: string; known: string[]; kind: LocalText } | null {
  const [dataset = '', name = '', code] = of.split('/')
  const contract = known.contracts.get(dataset)
  const datasets = listDatasets(known)
  if (!contract) {
    // A contract at fault has its own problems: what it has is not known.
    if (datasets === null || datasets.includes(dataset)) return null
    return { found: of, known: datasets.map((id) => of.replace(dataset, id)), kind: DATASET }
  }
  if (code === undefined) {
    const measures = Object.values(contract.tables).flatMap(({ measures }) => Object.keys(measures))
    return measures.includes(name)
      ? null
      : { found: of, known: measures.map((id) => `${dataset}/${id}`), kind: MEASURE }
  }
  const type = contract.columns[name]?.type
  if (type?.kind !== 'list') {
    const lists = Object.entries(contract.columns).filter(([, column]) => column.type.kind === 'list')
    return { found: of, known: lists.map(([id]) => `${dataset}/${id}/${code}`), kind: COLUMN }
  }
  const codes = type.items.map((item) => item.code)
  return codes.includes(code) ? null : { found: of, known: codes.map((id) => `${dataset}/${name}/${id}`), kind: VALUE }
}
