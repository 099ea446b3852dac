/** A file that is derived from published tables. */
export interface DownloadFile {
  /** Path below the dataset's folder: `cases-flow.parquet`. */
  path: string
  content: Uint8Array
}
