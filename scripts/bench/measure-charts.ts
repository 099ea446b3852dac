import { gzipSync } from 'node:zlib'
import { drawFigure, GZIP_BYTES_MAX, renderStandaloneSvg } from '../../src/charts/index.ts'
import type { Site } from '../../src/compose/site.ts'
import { LANGS } from '../../src/text/local-text.ts'
import { listPageFigures } from '../../src/views/page-figures.ts'
import type { Progress } from '../command/progress-reporter.ts'
import { divide, medianOf, type Spread, spreadOf, toCpuSeconds } from './statistics.ts'

export interface ChartFigures {
  /** Figures of all pages, each in both languages. */
  figures: number
  /** CPU seconds of every drawing that a build makes: each figure once for its page and once for its own file. */
  cpuSeconds: number
  kinds: Record<string, KindFigures>
}

interface KindFigures {
  figures: number
  /** One figure: both pictures, table and sentence. */
  medianMs: number | null
  /** One picture after gzip, wide and narrow alike. */
  gzipBytes: Spread
  /** Of the largest picture, against the budget of a picture. */
  budgetShare: number | null
}

/** Draws every figure of a site as the build does. */
export function measureCharts(site: Site, progress: Progress): ChartFigures {
  const pages = listPageFigures(site)
  const specs = pages.flatMap((page) => page.figures)
  progress.setTotal(specs.length * LANGS.length)
  const drawn: Drawn[] = []
  const start = process.cpuUsage()
  for (const spec of specs) {
    for (const lang of LANGS) {
      const begin = performance.now()
      const figure = drawFigure(spec, lang)
      drawn.push({ kind: spec.kind, ms: performance.now() - begin, pictures: [figure.wide, figure.narrow] })
      renderStandaloneSvg(drawFigure(spec, lang), 'wide')
      progress.advance(spec.id)
    }
  }
  const cpu = toCpuSeconds(process.cpuUsage(start))
  return { figures: drawn.length, cpuSeconds: cpu, kinds: groupByKind(drawn) }
}

interface Drawn {
  kind: string
  ms: number
  pictures: string[]
}

export function groupByKind(drawn: readonly Drawn[]): Record<string, KindFigures> {
  const kinds = [...Map.groupBy(drawn, (drawn) => drawn.kind)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(
    kinds.map(([kind, own]) => {
      const gzipBytes = spreadOf(own.flatMap((drawn) => drawn.pictures.map((svg) => gzipSync(svg).length)))
      const medianMs = medianOf(own.map((drawn) => drawn.ms))
      return [kind, { figures: own.length, medianMs, gzipBytes, budgetShare: divide(gzipBytes.max, GZIP_BYTES_MAX) }]
    }),
  )
}
