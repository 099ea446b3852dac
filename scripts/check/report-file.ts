import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Recorder } from '../../src/check-report/evidence.ts'
import { renderReport } from '../../src/check-report/render-report.ts'
import { type ReportSource, sortByPeriod } from '../../src/check-report/source.ts'
import type { LineEffects } from '../../src/line/effects.ts'
import type { LineResult } from '../../src/line/run-line.ts'
import type { Portal } from '../../src/portal/portal.ts'

/** Keeps count of what is tried in each file of a run, by its path. */
export class ReportWatch {
  readonly #recorders = new Map<string, { recorder: Recorder; period: string }>()

  makeWatch = (portal: Portal): NonNullable<LineEffects['watch']> => {
    return ({ path, dataset, period }) => {
      const contract = portal.profiles.get(dataset)?.contract ?? portal.contracts.get(dataset)
      if (!contract) throw new Error(`check: no contract ${dataset}`)
      const recorder = new Recorder(contract)
      this.#recorders.set(path, { recorder, period })
      return recorder
    }
  }

  /** Writes the report of a run. */
  async write(file: string, source: ReportSource): Promise<void> {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, renderReport(source))
  }

  /** What a run has found, with what was tried; `today` is `YYYY-MM-DD`. */
  sourceOf({ contracts, profiles, places }: Portal, { files, problems }: LineResult, today: string): ReportSource {
    const byDataset = Map.groupBy(files, (file) => file.dataset)
    const datasets = [...byDataset].flatMap(([dataset, own]) => {
      const contract = profiles.get(dataset)?.contract ?? contracts.get(dataset)
      if (!contract) return []
      const reported = own.map((file) => {
        const { recorder, period = '' } = this.#recorders.get(file.path) ?? {}
        return { ...file, period, evidence: recorder?.getEvidence() ?? null }
      })
      const found = problems.filter((problem) => problem.dataset === dataset)
      return [{ contract, files: sortByPeriod(reported), problems: found, known: [] }]
    })
    const isOther = ({ dataset }: { dataset: string | null }) => dataset === null || !byDataset.has(dataset)
    return { today, places, contracts: [...contracts.values()], datasets, problems: problems.filter(isOther) }
  }
}
