import type { Contract } from '../contracts/contract.ts'
import { nameKinds } from '../personal/kind-names.ts'
import { type ScanContext, scanText } from '../personal/scan-text.ts'
import { createProblem } from '../problems/create-problem.ts'
import type { Location, Problem } from '../problems/problem.ts'
import { parseList } from './csv-list.ts'

/**
 * Personal data in the words of a contract, one problem a hit, masked: titles, descriptions, names and items of lists, all of
 * which are published. `phones` are the telephone numbers that offices have made public.
 */
export function checkContractWords(contract: Contract, file: string, phones: ReadonlySet<string>): Problem[] {
  return listTexts(contract, []).flatMap(({ path, text }) =>
    findHits(
      text,
      { dataset: contract.id, file, columnName: path.join('.') },
      { header: headerOf(contract, path), allowed: phones },
    ),
  )
}

/** The same of a list that a publisher keeps as CSV: places, departments and holidays, whose names are published. */
export function checkListWords(text: string, file: string, phones: ReadonlySet<string>): Problem[] {
  const { header, lines } = parseList<string>(text, [])
  return (lines ?? []).flatMap(({ row, get }) =>
    header.flatMap((columnName, index) =>
      findHits(get(columnName), { file, row, column: index + 1, columnName }, { allowed: phones }),
    ),
  )
}

function findHits(text: string, at: Partial<Location>, context: ScanContext): Problem[] {
  return scanText(text, context).map((hit) =>
    createProblem('portal-personal', at, {
      found: hit.masked,
      params: { kinds: nameKinds([hit]), key: hit.hash },
    }),
  )
}

/** Items of a list are published below the name of its column, as cells are: 周桂兰 below 户主 is a name. */
function headerOf({ columns }: Contract, [part, id = '', type, items]: readonly string[]): string {
  return part === 'columns' && type === 'type' && items === 'items' ? (columns[id]?.names.zh ?? '') : ''
}

/** All texts in plain data, with their paths. */
function listTexts(value: unknown, path: readonly string[]): { path: readonly string[]; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => listTexts(part, [...path, key]))
}
