import { comparePeriods } from '../../src/calendar/period.ts'
import { formatCellName } from '../../src/store/cell-name.ts'
import type { PlannedFile, ReleasePlan } from '../../src/store/plan-release.ts'
import type { PublishedFile } from '../../src/store/published-tables.ts'
import { pluralise } from '../../src/text/plural.ts'
import { toBilingual } from '../command/bilingual.ts'

/** Corrected cells that are shown of a file; the rest are counted. */
const CELLS_SHOWN_MAX = 12

/** What a release would add and take out, as a program reads it. */
interface PlanJson {
  added: string[]
  corrected: { path: string; cells: { cell: string; before: string | null; after: string | null }[] }[]
  withdrawn: string[]
  /** Taken out because entries in them have lapsed, and what is published instead. */
  lapsed: string[]
  withoutLapsed: string[]
  leftOut: string[]
}

type Plan = Pick<ReleasePlan, 'files' | 'leftOut' | 'lapsed'> & { taken?: readonly PublishedFile[] }

export function buildPlanJson({ files, leftOut, lapsed, taken = [] }: Plan): PlanJson {
  const { added, corrected, withoutLapsed } = split(files)
  return {
    added: added.map(({ file }) => file.path),
    corrected: corrected.map((planned) => ({ path: planned.file.path, cells: listCells(planned) })),
    withdrawn: taken.map(({ path }) => path),
    lapsed: lapsed.map(({ path }) => path),
    withoutLapsed: withoutLapsed.map(({ file }) => file.path),
    leftOut: leftOut.map(({ path }) => path),
  }
}

/** The same for a person: new periods by dataset, corrected cells old → new, what is taken out. */
export function buildPlanText({ files, leftOut, lapsed, taken = [] }: Plan): string {
  const { added, corrected, withoutLapsed } = split(files)
  return [
    ...[...Map.groupBy(added, ({ file }) => file.dataset)].map(describeAdded),
    ...corrected.flatMap(describeCorrected),
    ...taken.map(({ path }) => `  ${toBilingual({ zh: '撤下', en: 'withdrawn' })}  ${path}`),
    ...lapsed.map(
      ({ path }) => `  ${toBilingual({ zh: '有条目期满，撤下', en: 'entries have lapsed, withdrawn' })}  ${path}`,
    ),
    ...withoutLapsed.map(
      ({ file }) =>
        `  ${toBilingual({ zh: '去掉期满条目的新版', en: 'new version without lapsed entries' })}  ${file.path}`,
    ),
    ...leftOut.map(
      ({ path }) => `  ${toBilingual({ zh: '已撤下，不再发布', en: 'withdrawn before, left out' })}  ${path}`,
    ),
  ].join('\n')
}

function split(files: readonly PlannedFile[]): Record<'added' | 'corrected' | 'withoutLapsed', PlannedFile[]> {
  return {
    added: files.filter(({ file }) => file.revision === 1),
    corrected: files.filter(({ file }) => file.revision > 1 && !file.onlyLapsed),
    withoutLapsed: files.filter(({ file }) => file.onlyLapsed),
  }
}

function describeAdded([dataset, planned]: readonly [string, readonly PlannedFile[]]): string {
  const periods = [...new Set(planned.map(({ file }) => file.period))].sort(comparePeriods)
  const span = periods.length > 1 ? `${periods[0]} … ${periods.at(-1)}` : periods[0]
  return `  ${toBilingual({ zh: '新增', en: 'new' })}  ${dataset}  ${span}  ${planned.length} × csv`
}

function describeCorrected(planned: PlannedFile): string[] {
  const { file, changes } = planned
  const cells = listCells(planned)
  const columns = [
    ...(changes?.columnsAdded ?? []).map((id) => `+${id}`),
    ...(changes?.columnsRemoved ?? []).map((id) => `−${id}`),
  ]
  const more = cells.length - CELLS_SHOWN_MAX
  return [
    `  ${toBilingual({ zh: '更正', en: 'corrected' })}  ${file.path}  ${toBilingual({ zh: `${cells.length}格`, en: pluralise(cells.length, 'cell') })}${columns.length > 0 ? `  ${columns.join(' ')}` : ''}`,
    ...cells
      .slice(0, CELLS_SHOWN_MAX)
      .map(({ cell, before, after }) => `    ${cell}  ${before || '—'} → ${after || '—'}`),
    ...(more > 0 ? [`    ${toBilingual({ zh: `另有${more}格`, en: `and ${more} more` })}`] : []),
  ]
}

function listCells({ file, changes }: PlannedFile): PlanJson['corrected'][number]['cells'] {
  const { dataset, table, period } = file
  return (changes?.cells ?? []).map(({ key, column, before, after }) => ({
    cell: formatCellName({ dataset, table, key: Object.values(key), period, measure: column }),
    before,
    after,
  }))
}
