/**
 * The order of the rooms: what each folder of src/ may import directly. What those may import in turn is allowed too,
 * so this is the order of the rooms and nothing more.
 */
export const MAY_IMPORT: Record<string, readonly string[]> = {
  // Periods and days, by which all others count.
  calendar: [],
  text: ['calendar'],
  // Personal data in a text: found, and covered.
  personal: ['codes'],
  // A finding quotes a cell, and must know what in it is personal.
  problems: ['personal'],
  // What exports do and what happens then: a page, and tests.
  quirks: ['problems'],
  codes: ['text'],
  // Arrays of columns and the loops over them.
  vectors: [],
  // What a contract is.
  contracts: ['codes', 'vectors'],
  // The contracts themselves: no room of the line names any of them.
  datasets: ['contracts'],
  read: ['problems', 'contracts'],
  check: ['read'],
  // A file that nobody has seen before → dataset, period, a draft of profile or contract.
  suggest: ['check'],
  protect: ['problems', 'contracts'],
  tabulate: ['protect'],
  // A delimited file straight from its bytes to columns, where every cell is plainly right.
  accept: ['check', 'tabulate'],
  // Tables whose small cells cannot be worked back, and the attacker who tries.
  withhold: ['tabulate'],
  store: ['problems', 'contracts'],
  // All that a publisher supplies. `places.csv` and `exceptions.csv` come in as a raw file does.
  portal: ['read', 'datasets', 'protect', 'store'],
  // What was due, when it came and what became of it: the record of received files, and the one table of who was late.
  deliveries: ['portal'],
  // A contract as SQL, and the rows and tables that pass between the program and an engine.
  sql: ['check', 'tabulate'],
  // The line itself: one file through check, protect and tabulate, and what files say of each other.
  line: ['accept', 'check', 'portal', 'withhold', 'sql'],
  // Bytes and problems → a marked copy of the workbook.
  annotate: ['read', 'problems'],
  // The interval of a rate is computed as the tables compute it.
  measure: ['store', 'tabulate'],
  charts: ['measure'],
  search: ['contracts'],
  // What a page does for its reader once the reader acts: one script, fetched then.
  reading: ['text'],
  // What was tried on files and what passed, as one HTML file: made on the command line and in the browser.
  'check-report': ['line', 'charts', 'styles'],
  // The page that checks a file: page and worker run in the browser, `pack.ts` when the site is built.
  checker: ['line', 'annotate', 'store', 'suggest', 'check-report'],
  // What pages and their parts are made of: the opened site, sentences with their numbers, what a figure states of itself.
  compose: ['charts', 'deliveries'],
  // What the site says of one subject in each of its rooms.
  subjects: ['compose'],
  views: ['subjects', 'search', 'quirks', 'reading'],
  // What leaves the site: published tables in every format, and how programs find them.
  downloads: ['views', 'annotate'],
  // By what programs find the data: catalogues, feeds, lists of pages.
  catalogue: ['downloads'],
  styles: ['charts'],
  components: ['downloads', 'search', 'styles'],
  layouts: ['components', 'styles', 'reading'],
  pages: ['components', 'layouts', 'checker', 'catalogue'],
}

/** Wings of one room in their own order: each imports from those before it, never from those after. */
export const WINGS: Record<string, readonly string[]> = {
  check: ['values', 'rules', 'header', 'row', 'total', 'table', 'period'],
}

/** Imports of types alone that go against the line: words for a cell need to know what a cell is. */
export const TYPES_BACK: Record<string, readonly string[]> = { text: ['contracts'] }

/** Rooms without disk, clock, network, console or chance: they run in a browser too. */
export const PURE = [
  'vectors',
  'read',
  'check',
  'suggest',
  'protect',
  'tabulate',
  'accept',
  'withhold',
  'sql',
  'line',
  'annotate',
  'measure',
  'charts',
  'check-report',
  'problems',
  'quirks',
  'codes',
  'contracts',
  'datasets',
  'text',
  'calendar',
]

/** What a pure room must not name, and why. */
export const IMPURE: readonly { name: string; pattern: RegExp }[] = [
  { name: 'a node: module', pattern: /from ['"]node:|import\(['"]node:/ },
  { name: 'the clock', pattern: /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b/ },
  { name: 'chance', pattern: /\bMath\.random\b|\bcrypto\.(randomUUID|getRandomValues)\b/ },
  { name: 'the console', pattern: /\bconsole\./ },
  { name: 'the network', pattern: /\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b/ },
  { name: 'the process', pattern: /\bprocess\./ },
  { name: 'the locale of the machine', pattern: /\.toLocale\w*\(\s*\)|\bnew Intl\.\w+\(\s*\)/ },
]

/** A folder of this name says nothing about its content. */
export const NAMES_WITHOUT_MEANING = ['utils', 'util', 'lib', 'libs', 'common', 'helpers', 'helper', 'misc', 'shared']

/** Every room that a room may import: the closure of MAY_IMPORT. */
export function listReachable(room: string): ReadonlySet<string> {
  const rooms = new Set<string>()
  const queue = [...(MAY_IMPORT[room] ?? [])]
  for (const next of queue) {
    if (rooms.has(next)) continue
    rooms.add(next)
    queue.push(...(MAY_IMPORT[next] ?? []))
  }
  return rooms
}
