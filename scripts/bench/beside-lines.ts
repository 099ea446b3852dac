import { toBilingual } from '../command/bilingual.ts'
import { formatFixed, formatMegabytes, formatRow } from './format-figures.ts'
import { isWorse } from './line-history.ts'
import type { Beside } from './measure-beside.ts'

/** Ratios hold where the speed of a machine drifts; seconds are those of this machine and this hour. */
export function buildBesideText(beside: readonly Beside[]): string[] {
  return [
    toBilingual({
      zh: '与DuckDB（不核对，只读入分组）对比',
      en: 'Beside DuckDB, which reads and groups without validating',
    }),
    '  export  rows  ours: CPU s, wall s, peak  DuckDB: CPU s, wall s, peak  ratios of CPU and wall  (CPU and ratio of the last run)',
    ...beside.flatMap(({ rivals, ...figure }) => [
      formatRow(figure.name, [
        String(figure.rows),
        formatUsed(figure.ours),
        figure.duckdb ? formatUsed(figure.duckdb) : '–',
        formatRatios(figure),
        formatBefore(figure),
      ]),
      ...rivals.map((rival) => formatRow(`  ${rival.name}`, [formatUsed(rival.used), formatRatios(rival)])),
    ]),
  ]
}

function formatRatios({ cpuRatio, wallRatio }: Pick<Beside, 'cpuRatio' | 'wallRatio'>): string {
  return `× ${formatFixed(cpuRatio, 2)}, × ${formatFixed(wallRatio, 2)}`
}

function formatBefore({ before, ...figure }: Omit<Beside, 'rivals'>): string {
  if (before === null) return '(–)'
  const text = `(${formatFixed(before.cpuSeconds, 2)}, × ${formatFixed(before.cpuRatio, 2)})`
  return isWorse({ ...figure, before }) ? `${text} ✗ ${toBilingual({ zh: '变差', en: 'worse' })}` : text
}

function formatUsed({ cpuSeconds, wallSeconds, bytesMax }: Beside['ours']): string {
  return `${formatFixed(cpuSeconds, 2)}, ${formatFixed(wallSeconds, 2)}, ${formatMegabytes(bytesMax)}`
}
