import Papa from 'papaparse'

/** A published text as cells. */
interface PublishedCsv {
  /** [] of an empty text. */
  headings: string[]
  lines: string[][]
  /** What is wrong with its quotes; [] in every text that this program writes. */
  errors: readonly Papa.ParseError[]
}

/** The cells of a text that this program has published: commas, `\n`, empty lines left out (RFC 4180). */
export function parsePublishedCsv(text: string): PublishedCsv {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n', skipEmptyLines: 'greedy' })
  const [headings = [], ...lines] = data
  return { headings, lines, errors }
}
