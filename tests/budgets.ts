/** Limits that fail the tests when passed; bytes are of gzip unless the name says otherwise. */
export const BUDGETS = {
  /** A report with its styles: one flight of TCP, 10 segments of about 1,460 bytes. */
  reportHtmlBytesMax: 14_000,
  /** A figure in a frame of another page, which has other things to load. */
  embedHtmlBytesMax: 6_000,
  /** All scripts that a page may load before the reader acts. */
  scriptBytesMax: 10_000,
  /** Requests of a page before the reader acts: the document and one other. */
  requestsMax: 2,
  /** Text of a chart on the narrowest phone that counts. */
  chartTextPixelsMin: 11,
  phoneWidthPixels: 360,
  /** Cumulative layout shift while a page arrives bit by bit, wherever it is cut; 0.1 is commonly called good. */
  shiftMax: 0.01,
} as const

/**
 * Kinds of pages whose scripts may be larger, and why. /check/ carries the readers of CSV and XLSX and every rule, since
 * nothing may be fetched after the clerk has put a file in: it must work without a network, and be seen to upload nothing.
 */
export const SCRIPT_BYTES_MAX_OF: Readonly<Record<string, number>> = { '/check/': 290_000 }
