import type { ReportAnswer, ReportRequest } from '../protocol.ts'
// A file of its own: its code is asked for with the first report, and not when the page is opened.
import ReportWorker from '../worker/report-worker.ts?worker'

/** The report of a file as HTML; null where its code cannot be fetched, or a file cannot be read any more. */
export function requestReport(request: ReportRequest): Promise<string | null> {
  const worker = new ReportWorker()
  return new Promise<string | null>((resolve) => {
    worker.addEventListener('error', () => resolve(null))
    worker.addEventListener('message', ({ data }: MessageEvent<ReportAnswer>) => resolve(data.html))
    worker.postMessage(request)
  }).finally(() => worker.terminate())
}
