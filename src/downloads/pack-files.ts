import { zip } from '../annotate/write-zip.ts'
import { sha256 } from '../store/disk.ts'
import { renderSums, SUMS } from '../store/site-sums.ts'
import type { DownloadFile } from './download-file.ts'

/** A ZIP of files with the list of their hashes, `SHA256SUMS`, behind them. The same files give the same bytes. */
export function packFiles(files: readonly DownloadFile[]): Uint8Array<ArrayBuffer> {
  const sums = renderSums(new Map(files.map(({ path, content }) => [path, sha256(content)])))
  return zip([
    ...files.map(({ path, content }) => ({ path, content, isPacked: PACKED.test(path) })),
    { path: SUMS, content: new TextEncoder().encode(sums) },
  ])
}

/** Formats that are compressed in themselves. */
const PACKED = /\.(?:xlsx|parquet|zip)$/
