import type { FigureSpec } from '../../charts/figure.ts'
import type { Site } from '../../compose/site.ts'
import { describeWholeWithdrawal } from '../../compose/withdrawal-words.ts'
import { type DatasetFigure, listFigureReferences } from '../../contracts/figure-declaration.ts'
import { findTable } from '../../measure/select.ts'
import type { PublishedTable } from '../../store/published-tables.ts'
import { buildDwell, buildFunnel, buildLikert, buildStacked } from './bar-figures.ts'
import type { FigurePlace, FigureScope } from './figure-scope.ts'
import { buildHeat, buildPyramid, buildTiles } from './grid-figures.ts'
import { buildInterval, buildLine, buildMultiples } from './line-figures.ts'

/**
 * Draws what was declared; null where there is nothing to show, or all of its table was taken out. Throws where a name does
 * not exist, naming it.
 */
export function buildDeclaredFigure(site: Site, figure: DatasetFigure, at: FigurePlace = {}): FigureSpec | null {
  const table = findTable(site.published, figure.dataset, figure.table)
  if (!table && describeWholeWithdrawal(site.published, figure.dataset, figure.table)) return null
  if (!table)
    throw new Error(`content: figure ${figure.id} asks for ${figure.dataset}/${figure.table}, which is not published`)
  requireNames(table, figure)
  return build({ ...at, site, table, figure }, figure)
}

function build(scope: FigureScope, figure: DatasetFigure): FigureSpec | null {
  switch (figure.kind) {
    case 'line':
      return buildLine(scope, figure)
    case 'multiples':
      return buildMultiples(scope, figure)
    case 'interval':
      return buildInterval(scope, figure)
    case 'stacked':
      return buildStacked(scope, figure)
    case 'funnel':
      return buildFunnel(scope, figure)
    case 'dwell':
      return buildDwell(scope, figure)
    case 'likert':
      return buildLikert(scope, figure)
    case 'tiles':
      return buildTiles(scope, figure)
    case 'heat':
      return buildHeat(scope, figure)
    case 'pyramid':
      return buildPyramid(scope, figure)
  }
}

function requireNames(table: PublishedTable, figure: DatasetFigure): void {
  const dimensions = ['period', ...table.spec.dimensions.map(({ column }) => column), ...(table.spec.attributes ?? [])]
  const of = `${figure.dataset}/${figure.table}`
  for (const { kind, name } of listFigureReferences(figure)) {
    if (kind === 'dimension' && !dimensions.includes(name))
      throw new Error(`content: figure ${figure.id} names ${name}; ${of} has ${dimensions.join(', ')}`)
    if (kind === 'measure' && !(name in table.spec.measures))
      throw new Error(`content: figure ${figure.id} names ${name}, which ${of} does not publish`)
  }
}
