import { existsSync } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import {
  comparePeriods,
  getLastDay,
  getPeriodBefore,
  isPeriod,
  PERIOD_SHAPES,
  periodOf,
} from '../../src/calendar/period.ts'
import type { Contract } from '../../src/contracts/contract.ts'
import { checkReading } from '../../src/line/check-reading.ts'
import { checkTogether } from '../../src/line/check-together.ts'
import { openPortal, type Portal, problemsOfPortal } from '../../src/portal/portal.ts'
import { printProblems } from '../../src/problems/print-problems.ts'
import { hasErrors, type Problem } from '../../src/problems/problem.ts'
import { read } from '../../src/read/index.ts'
import type { Lang } from '../../src/text/local-text.ts'
import { findNearest } from '../../src/text/nearest.ts'
import { InputError, UsageError } from '../command/run-command.ts'
import { randomOf } from '../demo/random.ts'
import { drawRows, SampleError } from './sample/draw-rows.ts'
import { layOut } from './sample/sample-sheet.ts'
import { writeCsv, writeXlsx } from './sample/write.ts'

/** What is asked for; `today` is the day of the run. */
export interface SampleOptions {
  data: string
  lang: Lang
  rows: number
  seed: number
  period: string | undefined
  today: string
}

/** Seeds beside the given seed that are tried before the contract is called impossible to keep. */
const TRIES_MAX = 12

/**
 * Writes `DIR/ID/PERIOD.csv` and `.xlsx`: a file that keeps every rule of the contract, by which a department can set up
 * its export. The same seed makes the same bytes. Returns what was written.
 */
export async function writeSample(
  [id, folder = 'samples']: readonly [string, ...string[]],
  options: SampleOptions,
): Promise<string> {
  const portal = await openPortal(options.data)
  const faults = problemsOfPortal(portal)
  if (hasErrors(faults)) throw new InputError(printProblems(faults, options.lang))
  const contract = portal.profiles.get(id)?.contract ?? portal.contracts.get(id)
  if (!contract) throw reportUnknownDataset(id, portal)
  const period = options.period ?? (await findPeriod(contract, options))
  if (!isPeriod(period, contract)) throw reportWrongPeriod(period, contract)
  const { csv, xlsx, rows } = makeSample(contract, portal, { ...options, period })
  const target = join(resolve(folder), id)
  await mkdir(target, { recursive: true })
  const paths = [`${period}.csv`, `${period}.xlsx`].map((name) => join(target, name))
  for (const [index, bytes] of [csv, xlsx].entries()) await writeFile(paths[index] ?? '', bytes)
  return `${paths.join('\n')}\n${WORDS[options.lang](rows)}\n`
}

const WORDS: Record<Lang, (rows: number) => string> = {
  zh: (rows) => `各${rows}行，符合数据约定的每一条规则；数值由种子随机生成，名称和代码都是虚构的。`,
  en: (rows) =>
    `${rows} rows each, which keep every rule of the contract; numbers are drawn from the seed, names and codes are made up.`,
}

interface Sample {
  csv: Uint8Array
  xlsx: Uint8Array
  /** Data rows of the file. */
  rows: number
}

/** Both files, checked as `npm run check` checks them. Throws InputError where no file keeps the contract. */
export function makeSample(
  contract: Contract,
  portal: Portal,
  { rows, seed, period, lang }: Pick<SampleOptions, 'rows' | 'seed' | 'lang'> & { period: string },
): Sample {
  let found: Problem[] = []
  for (let turn = 0; turn < TRIES_MAX; turn += 1) {
    const random = randomOf(seed, `sample:${contract.id}:${period}:${turn}`)
    const sheet = tryDraw(() =>
      layOut(contract, drawRows(rows, { contract, places: portal.places, period, random }), portal.places),
    )
    if (sheet === null) continue
    const [csv, xlsx] = [writeCsv(sheet), writeXlsx(sheet)]
    found = [
      ...checkSample(csv, 'csv', contract, period, portal),
      ...checkSample(xlsx, 'xlsx', contract, period, portal),
    ]
    if (found.length === 0) return { csv, xlsx, rows: sheet.rows.length }
  }
  throw new InputError({
    zh: `没能为 ${contract.id} 造出符合约定的文件：规则之间可能互相矛盾。\n\n${printProblems(found, lang)}`,
    en: `No file was found that keeps the contract of ${contract.id}; its rules may contradict each other.\n\n${printProblems(found, lang)}`,
  })
}

function tryDraw<T>(draw: () => T): T | null {
  try {
    return draw()
  } catch (error) {
    if (error instanceof SampleError) return null
    throw error
  }
}

/** All that is found of a file by itself. */
function checkSample(
  bytes: Uint8Array,
  kind: 'csv' | 'xlsx',
  contract: Contract,
  period: string,
  portal: Portal,
): Problem[] {
  const path = `raw/${contract.id}/${period}.${kind}`
  const { places, departments } = portal
  const context = { period, places, phones: departments.phones }
  const { problems, ...result } = checkReading(contract, read(bytes, path, contract.profile), context)
  // Of other periods nothing is asked here: the file is no part of a series.
  const alone = { ...contract, dueFrom: period }
  const files = [{ path, period, sha256: '', ...result }]
  return [...problems, ...checkTogether([{ contract: alone, files }], { ...portal, today: getLastDay(period) })]
}

/** The newest period of which the portal has a file; without a file, the last that is over. */
async function findPeriod(contract: Contract, { data, today }: SampleOptions): Promise<string> {
  const folder = join(data, 'raw', contract.id)
  const names = existsSync(folder) ? await readdir(folder) : []
  const periods = names.map((name) => name.replace(/\.[a-z]+$/i, '')).filter((period) => isPeriod(period, contract))
  const kind = contract.frequency === 'occasional' ? 'year' : contract.frequency
  return periods.sort(comparePeriods).at(-1) ?? getPeriodBefore(periodOf(today, kind))
}

function reportUnknownDataset(id: string, { contracts }: Portal): InputError {
  const near = findNearest(id, [...contracts.keys()])
  const offered = (near.length > 0 ? near : [...contracts.keys()]).join(', ')
  return new InputError({
    zh: `没有名为 ${id} 的数据集，有：${offered}。`,
    en: `There is no dataset ${id}; there are: ${offered}.`,
  })
}

function reportWrongPeriod(period: string, { id, frequency }: Contract): UsageError {
  const shape = PERIOD_SHAPES[frequency]
  return new UsageError({
    zh: `${id} 的期次应形如 ${shape}，而不是 ${period}。`,
    en: `A period of ${id} is ${shape}, not ${period}.`,
  })
}
