import { dayOf } from '../../calendar/days.ts'
import { Recorder } from '../../check-report/evidence.ts'
import { renderReport } from '../../check-report/render-report.ts'
import { type ReportDataset, sortByPeriod } from '../../check-report/source.ts'
import { type CheckerPack, type CheckerPortal, openPack } from '../checker-portal.ts'
import type { ReportAnswer, ReportRequest } from '../protocol.ts'
import { bytesOf } from './bytes-of.ts'
import { checkAsSaid } from './check-as-said.ts'
import type { CheckedFile } from './check-file.ts'
import { checkFilesTogether } from './check-files-together.ts'

/*
 * The report of a file that has been checked: it is checked once more, and everything that is tried is counted. This is
 * a file of its own, which the page asks the site for only when somebody wants a report.
 */

interface WorkerScope {
  postMessage(answer: ReportAnswer): void
}
// The file runs as a worker and nowhere else.
const scope = self as unknown as WorkerScope

self.addEventListener('message', ({ data }: MessageEvent<ReportRequest>) => {
  // A fault of the program comes to the page as the error that it is.
  makeReport(data).then((html) => scope.postMessage({ html }), reportError)
})

async function makeReport({ pack, files, id }: ReportRequest): Promise<string | null> {
  // Written by the page's own build.
  const portal = openPack(JSON.parse(pack) as CheckerPack)
  const counted = new Map<number, Counted>()
  for (const file of files) {
    const bytes = await bytesOf(file.file)
    if (bytes)
      counted.set(file.id, {
        ...countFile({ ...file, name: file.file.name, bytes }, portal),
        sha256: await hashOf(bytes),
      })
  }
  const own = counted.get(id)
  if (!own) return null
  return renderReport({
    today: todayOf(portal),
    places: portal.places,
    contracts: portal.contracts,
    datasets: datasetOf(own, [...counted.values()], portal),
    problems: own.checked.dataset === null ? own.checked.problems : [],
  })
}

function todayOf({ today }: CheckerPortal): string {
  return today ?? dayOf(new Date())
}

interface Counted {
  checked: CheckedFile
  recorder: Recorder | null
  sha256: string | null
}

function countFile(given: Parameters<typeof checkAsSaid>[0], portal: CheckerPortal): Omit<Counted, 'sha256'> {
  let recorder: Recorder | null = null
  const checked = checkAsSaid(
    given,
    portal,
    () => {},
    (contract) => {
      recorder = new Recorder(contract)
      return recorder
    },
  )
  return { checked, recorder }
}

/** The dataset of the file with the other files of it; none where nobody has said what the file is. */
function datasetOf(own: Counted, all: readonly Counted[], portal: CheckerPortal): ReportDataset[] {
  const { dataset, period } = own.checked
  const contract = portal.contracts.find(({ id }) => id === dataset)
  if (!contract || period === null) return []
  const found = checkFilesTogether(
    all.map(({ checked }) => checked),
    portal,
    todayOf(portal),
  )
  // The file itself is the last; what is later than it belongs to another report.
  const others = all.filter(
    ({ checked }) => checked.dataset === dataset && checked.period !== null && checked.period < period,
  )
  const files = [...sortByPeriod(others.map(fileOf)), fileOf(own)]
  return [
    { contract, files, problems: found.get(own.checked) ?? [], known: portal.known.get(contract.id)?.tables ?? [] },
  ]
}

function fileOf({ checked, recorder, sha256 }: Counted) {
  const { name, period, rowsRead, rowsUsed, rowsRefused, encoding } = checked
  return {
    path: name,
    period: period ?? '',
    encoding,
    sha256,
    rowsRead,
    rowsUsed,
    rowsRefused,
    evidence: recorder?.getEvidence() ?? null,
  }
}

/** Null where the page was not sent safely: then the browser has no such function. */
async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  const { subtle } = globalThis.crypto as { subtle?: SubtleCrypto }
  if (!subtle) return null
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
