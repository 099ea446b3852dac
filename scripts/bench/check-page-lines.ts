import { toBilingual } from '../command/bilingual.ts'
import { formatFixed } from './format-figures.ts'
import type { CheckPageFigures } from './measure-check-page.ts'
import type { Spread } from './statistics.ts'

/** A large file on the page for checking, and the page over a slow line. */
export function listCheckPageLines(figures: CheckPageFigures): string[] {
  const { chromium, rows, bytes, wallSeconds, cpuSeconds, firstPaintMs, said } = figures
  const megabytes = (bytes / 1e6).toFixed(1)
  return [
    toBilingual({ zh: '核对页', en: 'The page for checking' }),
    `  Chromium ${chromium}: ${rows} rows, ${megabytes} MB, min / median / max`,
    `  ${formatSpread(wallSeconds, 2)} s, ${formatSpread(cpuSeconds, 2)} CPU s  ${said}`,
    `  first paint over slow 4G ${formatSpread(firstPaintMs, 0)} ms`,
  ]
}

function formatSpread({ min, median, max }: Spread, decimals: number): string {
  return [min, median, max].map((value) => formatFixed(value, decimals)).join(' / ')
}
