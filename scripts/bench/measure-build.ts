import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { sum } from '../../src/text/sum.ts'
import { listBuiltPages } from '../../tests/browser/built-pages.ts'
import { runProgram } from '../command/child.ts'
import { PROJECT } from '../command/options.ts'
import { divide } from './statistics.ts'

export interface BuildFigures {
  pages: number
  /** Of the child process that renders pages. */
  renderCpuSeconds: number
  renderBytesMax: number
  pagesPerCpuSecond: number | null
  /** All Node processes of the build; the indexer's own program is not among them. */
  cpuSeconds: number
  wallSeconds: number
}

interface BuildFolders {
  data: string
  published: string
  content: string
  out: string
}

/** Runs `npm run build` over some folders and reads what its processes have used. */
export async function measureBuild(folders: BuildFolders, scratch: string): Promise<BuildFigures> {
  const usage = join(scratch, `usage-${Math.round(performance.now())}.jsonl`)
  const preload = pathToFileURL(join(PROJECT, 'scripts', 'bench', 'usage.ts')).href
  const args = Object.entries(folders).flatMap(([name, folder]) => [`--${name}`, folder])
  const start = performance.now()
  const ended = await runProgram(process.execPath, [join(PROJECT, 'scripts', 'build.ts'), ...args], {
    gather: true,
    env: { MINGGE_USAGE: usage, NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --import=${preload}`.trim() },
  })
  const wallSeconds = (performance.now() - start) / 1000
  if (ended.code !== 0) throw new Error(`npm run build ended with ${ended.code}:\n${ended.output.slice(-4000)}`)
  const lines = existsSync(usage) ? (await readFile(usage, 'utf8')).split('\n').filter((line) => line !== '') : []
  const used = lines.map((line) => usageShape.parse(JSON.parse(line)))
  return buildFigures(used, listBuiltPages(folders.out).length, wallSeconds)
}

const usageShape = z.strictObject({ program: z.string(), cpuSeconds: z.number(), kilobytesMax: z.number() })
type Usage = z.infer<typeof usageShape>

export function buildFigures(used: readonly Usage[], pages: number, wallSeconds: number): BuildFigures {
  const render = used.filter((usage) => usage.program === 'astro.mjs')
  if (render.length === 0) throw new Error('bench: the build did not report the CPU time of rendering the pages')
  const renderCpuSeconds = sum(render.map((usage) => usage.cpuSeconds))
  return {
    pages,
    renderCpuSeconds,
    renderBytesMax: Math.max(...render.map((usage) => usage.kilobytesMax)) * 1024,
    pagesPerCpuSecond: divide(pages, renderCpuSeconds),
    cpuSeconds: sum(used.map((usage) => usage.cpuSeconds)),
    wallSeconds,
  }
}

/** CPU milliseconds that one more page takes, free of what every build takes to start. */
export function computeMarginalMs(small: BuildFigures, large: BuildFigures): number | null {
  const perPage = divide(large.renderCpuSeconds - small.renderCpuSeconds, large.pages - small.pages)
  return perPage === null ? null : perPage * 1000
}
