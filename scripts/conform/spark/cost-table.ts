import { z } from 'zod'
import { toBilingual } from '../../command/bilingual.ts'
import type { RunFigures } from '../../sql/run-handed.ts'

const seconds = z.object({ start: z.number(), rows: z.number(), tables: z.number() })
const tasks = z.object({ stages: z.int(), tasks: z.int(), cpuSeconds: z.number(), shuffleBytes: z.number() })

/** What `run_contract.py --figures` writes. */
export const sparkFigures = z.object({
  driver: seconds,
  tasks: z.object({ start: tasks, rows: tasks, tables: tasks }),
  executorBytesMax: z.number(),
})

interface Cost {
  times: number
  rows: number
  cells: number
  duckdb: RunFigures
  spark: z.infer<typeof sparkFigures>
  /** CPU of the workers and their executors, null where it could not be measured. */
  workerSeconds: number | null
}

/**
 * What both engines took for the same rows, in CPU seconds. Of Spark's the driver's start, its planning, and the tasks stand
 * apart; the rest of the executors is Java itself: its start, its compiler, its collector.
 */
export function describeCost({ times, rows, cells, duckdb, spark, workerSeconds }: Cost): string[] {
  const ours = duckdb.cpuSeconds.rows + duckdb.cpuSeconds.tables
  const { start, rows: judging, tables } = spark.tasks
  const inTasks = start.cpuSeconds + judging.cpuSeconds + tables.cpuSeconds
  const planning = spark.driver.rows + spark.driver.tables
  const driver = spark.driver.start + planning
  const stages = start.stages + judging.stages + tables.stages
  const shuffled = start.shuffleBytes + judging.shuffleBytes + tables.shuffleBytes
  const whole = workerSeconds === null ? null : driver + workerSeconds
  const formatRatio = (value: number) => `${(value / ours).toFixed(1)}×`
  return [
    toBilingual({
      zh: `月份×${times}：${rows}行，${cells}个值，两个引擎相同`,
      en: `months ×${times}: ${rows} rows, ${cells} values, the same in both`,
    }),
    `duckdb: ${formatSeconds(ours)} (rows ${formatSeconds(duckdb.cpuSeconds.rows)}, tables ${formatSeconds(duckdb.cpuSeconds.tables)}), ${formatMegabytes(duckdb.bytesMax)}`,
    `spark driver: ${formatSeconds(driver)} (start ${formatSeconds(spark.driver.start)}, planning ${formatSeconds(planning)})`,
    workerSeconds === null
      ? 'spark executors: no /proc on this system, so their CPU is not known'
      : `spark executors: ${formatSeconds(workerSeconds)} (tasks ${formatSeconds(inTasks)}, Java itself ${formatSeconds(workerSeconds - inTasks)}), ${formatMegabytes(spark.executorBytesMax)} each`,
    `spark tasks: rows ${formatSeconds(judging.cpuSeconds)}, tables ${formatSeconds(tables.cpuSeconds)}; ${stages} stages, ${start.tasks + judging.tasks + tables.tasks} tasks, shuffle ${formatMegabytes(shuffled)}`,
    `spark / duckdb: ${whole === null ? 'all ?' : `all ${formatRatio(whole)}, without start ${formatRatio(whole - spark.driver.start)}`}, tasks ${formatRatio(inTasks)}`,
  ]
}

function formatSeconds(value: number): string {
  return `${value.toFixed(1)} CPU s`
}

function formatMegabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`
}
