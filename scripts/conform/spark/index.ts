import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ALL_KINDS } from '../../../tests/faults/all-kinds.ts'
import { handFault } from '../../../tests/faults/hand-fault.ts'
import { Town } from '../../../tests/faults/town.ts'
import { toBilingual } from '../../command/bilingual.ts'
import { PROJECT } from '../../command/options.ts'
import { runFigures } from '../../sql/run-handed.ts'
import { BLIND, type ConformCheck, type ConformContext, type ConformResult } from '../conform-check.ts'
import { installFromPyPi, resolvePython, runIfThere, runOrThrow } from '../outside.ts'
import { readWorkerSeconds, withCluster } from './cluster.ts'
import { compareResults } from './compare-results.ts'
import { describeCost, sparkFigures } from './cost-table.ts'
import { type HandedTwice, handToReaders, handTwice } from './handed-twice.ts'
import { multiplyMonths } from './multiply-months.ts'

/** PySpark brings Spark and a script that starts it; Java it does not bring. */
const PYSPARK = [
  { name: 'pyspark', version: '4.3.0' },
  { name: 'py4j', version: '0.10.9.9' },
] as const
const JAVA_MIN = 17
/** The dataset whose months are multiplied. */
const LARGE = 'cases'
/** The dataset whose rows Spark gets from three readers, and DuckDB from one. */
const SPLIT = 'permit-applications'

/** Contracts as SQL on a Spark cluster of this machine, against DuckDB. */
export const SPARK_CHECK: ConformCheck = {
  name: 'spark',
  about: {
    zh: '每份数据约定的SQL在Spark集群与DuckDB中结果逐值相同，错误的行以相同的规则拒收。',
    en: 'The SQL of every contract gives the same tables on a Spark cluster as in DuckDB, value by value, and refuses faulty rows under the same rules.',
  },
  needsSite: false,
  run: checkSpark,
}

async function checkSpark({ workDir, times = 10, report }: ConformContext): Promise<ConformResult> {
  const lacks = await findLacking(join(workDir, '..', 'pyspark'))
  if (lacks !== null) return { kind: 'lacking', program: 'spark', lacks }
  const python = resolvePython(join(workDir, '..', 'pyspark'))
  const town = await Town.open()
  const all: HandedTwice[] = []
  for (const dataset of town.datasets) {
    report(toBilingual({ zh: `交出 ${dataset}`, en: `handing over ${dataset}` }))
    const hand = dataset === SPLIT ? handToReaders : handTwice
    all.push(await hand(join(workDir, dataset), listFiles(town, dataset)))
  }
  const large = await makeLarge(town, workDir, times)
  for (const [nth, { contract, duckdb }] of all.entries()) {
    report(`DuckDB ${contract.id} ${nth + 1}/${all.length}`)
    await runDuckDb(duckdb)
  }
  report(`DuckDB ${LARGE} ×${times}`)
  const cost = { times, rows: large.rows, duckdb: await runDuckDb(large.duckdb) }
  return withCluster({ python, folder: join(workDir, 'cluster') }, async (cluster) => {
    const run = (folders: readonly string[], ...more: string[]) =>
      runOrThrow(python, [
        join(PROJECT, 'scripts/spark/run_contract.py'),
        ...[...folders, '--master', cluster.master, '--memory', '1g', ...more],
      ])
    report(toBilingual({ zh: 'Spark 各数据集', en: 'Spark, every dataset' }))
    await run(all.flatMap(({ sparkFolders }) => sparkFolders))
    const before = await readWorkerSeconds(cluster)
    report(`Spark ${LARGE} ×${times}`)
    const file = join(workDir, 'figures.json')
    await run([large.spark], '--figures', file)
    const after = await readWorkerSeconds(cluster)
    const findings: string[] = []
    const summary: string[] = []
    for (const handed of all) {
      const { findings: own, cells, refused } = await compareResults(handed)
      findings.push(...own)
      summary.push(`${handed.contract.id}: ${handed.rows} rows, ${cells} values, ${refused} rows refused by both`)
    }
    const { findings: own, cells } = await compareResults(large)
    findings.push(...own, ...(await findUnseen(large)))
    const spark = sparkFigures.parse(JSON.parse(await readFile(file, 'utf8')))
    const workerSeconds = before === null || after === null ? null : after - before
    summary.push(...describeCost({ ...cost, cells, spark, workerSeconds }))
    return { kind: 'ran', program: 'spark', version: PYSPARK[0].version, findings, summary }
  })
}

/** What is not on this machine; null where all is. */
async function findLacking(folder: string): Promise<string | null> {
  const java = await runIfThere('java', ['-version'])
  const [, version = '0'] = /version "(\d+)/.exec(java?.output ?? '') ?? []
  if (Number(version) < JAVA_MIN) return `java ${JAVA_MIN} (Debian: openjdk-17-jre-headless)`
  return installFromPyPi(folder, PYSPARK)
}

/** The files of a dataset, and its last file with every fault in it, one after the other. */
function listFiles(town: Town, dataset: string) {
  const subject = town.getSubject(dataset)
  const { contract, places } = subject
  function* listAll() {
    yield* town.handOver(dataset)
    for (const kind of ALL_KINDS) {
      const handed = kind.isHarmless ? null : handFault(subject, kind)
      if (handed) yield handed
    }
  }
  return { contract, places, files: listAll() }
}

async function makeLarge(town: Town, workDir: string, times: number): Promise<HandedTwice> {
  const { contract, places } = town.getSubject(LARGE)
  const once = await handTwice(join(workDir, 'once'), { contract, places, files: town.handOver(LARGE) })
  return multiplyMonths(join(workDir, 'large'), once, times)
}

/** DuckDB in a process of its own, so that its memory is its own. */
async function runDuckDb(folder: string) {
  const script = join(PROJECT, 'scripts/sql.ts')
  const figures = await runOrThrow(process.execPath, [script, '--run', folder, '--format', 'json'])
  return runFigures.parse(JSON.parse(figures))
}

/** A comparison that does not see one changed value shows nothing. */
async function findUnseen(handed: HandedTwice): Promise<string[]> {
  const [table = ''] = Object.keys(handed.contract.tables)
  const file = join(handed.spark, `table-${table}.csv`)
  await cp(file, `${file}.kept`)
  const text = await readFile(file, 'utf8')
  await writeFile(
    file,
    text.replace(/\d\n$/, (end) => `${(Number(end[0]) + 1) % 10}\n`),
  )
  const { findings } = await compareResults(handed)
  await cp(`${file}.kept`, file)
  await rm(`${file}.kept`)
  if (findings.length > 0) return []
  return [toBilingual(BLIND)]
}
