/** A text without what web pages put around it. */
interface WithoutMarkup {
  text: string
  /** Tags that change what the text says, or an entity that nobody knows, are left and refused. */
  isRefused: boolean
}

/** `甲&amp;乙&nbsp;<br/>丙` → `甲&乙 ⏎ 丙`. The same text where there is nothing of a web page in it. */
export function removeMarkup(raw: string): WithoutMarkup {
  if (!SUSPECT.test(raw)) return { text: raw, isRefused: false }
  let text = raw
  // Systems that escape twice write `&amp;nbsp;`.
  for (let pass = 0; pass < PASSES_MAX && ENTITY.test(text); pass += 1) text = text.replace(ENTITIES, decodeEntity)
  text = text.replace(BREAKS, '\n').replace(PLAIN_TAGS, '')
  return { text, isRefused: TAG.test(text) || ENTITY.test(text) }
}

const PASSES_MAX = 3
const SUSPECT = /&#?\w{1,10};|<\/?[a-z!]/i
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/i
const ENTITIES = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi
const BREAKS = /<(?:br|\/p|\/div|\/li)\s*\/?>/gi
/** Tags that only say how a text looks. Raised, struck out and linked text means something else without its tag. */
const PLAIN_TAGS = /<\/?(?:p|div|span|font|b|i|u|em|strong|li|ul|ol)(?:\s[^<>]*)?>/gi
const TAG = /<\/?(?:[a-z][a-z0-9]{0,10})(?:\s[^<>]*)?\/?>|<!--/i

/** What editors of web pages write most; a name that is not here is left. */
const NAMES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  middot: '·',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  times: '×',
  deg: '°',
  yen: '¥',
}

function decodeEntity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return NAMES[name.toLowerCase()] ?? whole
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole
}
