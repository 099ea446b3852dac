import type { ChartKind } from '../chart-kind.ts'
import type { DataTable } from '../figure-base.ts'
import { composeEndsClause, composeMissingClause, type Voice } from '../phrases.ts'
import { buildValueColumn, CASES, ITEM, NONE, sayMeasure } from '../table-columns.ts'
import { translateTerm } from '../terms.ts'
import { drawTiles, rankTiles } from './draw-tiles.ts'
import type { TileSpec } from './tiles-spec.ts'

export type { TileSpec } from './tiles-spec.ts'

export const tiles: ChartKind<TileSpec> = { draw: drawTiles, table: buildTilesTable, summarise: summariseTiles }

function buildTilesTable(spec: TileSpec): DataTable {
  const columns = [ITEM, buildValueColumn(spec)]
  if (!spec.tiles.some(({ n }) => n)) return { columns, rows: spec.tiles.map(({ label, cell }) => [label, cell]) }
  return { columns: [...columns, CASES], rows: spec.tiles.map(({ label, cell, n = NONE }) => [label, cell, n]) }
}

function summariseTiles(spec: TileSpec, voice: Voice): string {
  const { lang } = voice
  const ranked = rankTiles({ ...spec, worse: 'high' })
  if (ranked.length === 0) return voice.composeSentence([translateTerm('missing', lang)])
  const labelled = ranked.map((tile) => ({ label: tile.label[lang], said: voice.say(tile.cell), cell: tile.cell }))
  const ends = composeEndsClause(sayMeasure(spec, lang), labelled, voice)
  return voice.composeSentence([
    ends,
    composeMissingClause(
      spec.tiles.map((tile) => ({ label: tile.label[lang], cell: tile.cell })),
      voice,
    ),
  ])
}
