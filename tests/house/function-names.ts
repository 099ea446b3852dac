import { listFilesBelow, readProject } from './files.ts'

/** A function, a method, or a constant that holds a function. */
export interface NamedFunction {
  file: string
  line: number
  name: string
}

/** What functions begin with. A word that is not here is a noun, or a verb that must be added. */
const VERBS = toWords(`
  accept act adapt add address admit advance allocate alter amend annotate answer append apply appraise ask attack audit
  avoid balance bin bind blank boost boot bound break build bundle call cancel capitalise catch centre change check choose cite claim
  clamp clean clear climb clip close coarsen collect combine comment compact compare compile complain complete compose
  compress compute conform connect convert copy correct count cover create cut decide declare decode deduplicate define
  delete derive describe digest divide doubt download draft draw drop edit encode end enlarge erase escape evaluate exclude exit expand
  expect explain fail falsify fetch fill filter find finish fit fix flatten flush fold forget format fuzz garble gather generate
  get give go grade group grow guess hand hash hear hide highlight hoist hold ignore import index inject insert install
  intersect isolate join keep label launch lay learn lease leave lend lengthen limit link list load localise locate lock look lower
  make map mark mask match measure memoise mend merge migrate misread misspell move multiply mutate name narrow normalise
  note number offer omit open order pack pad paint pair parse pick place plan plot pluralise post prefix preload prepare preview
  print propagate protect prove publish push put quantise query queue quote raise rank rate reach read recall receive recognise
  record redraw refer refuse reject release remark remember remove rename render renew reopen reorder repair repeat replace
  report request require reserve reset resolve respell restart revoke rewind rewrite roll round run sample save say scale scan score
  seal search see select send separate serve set settle share shift shorten show shuffle simplify simulate skip snap solve
  sort space speak spell split spread stack stamp start state stem stop store strip subtract suggest sum summarise surround swap
  tab tabulate take test throw tidy tokenise touch tour trace transfer translate trim try turn type undo unescape unfold unite unpack
  unquote unwrap update vectorise verify view visit wait walk watch weigh widen withdraw withhold work wrap write zip`)

/** Answered by yes or no: `isOpen`, `hasErrors`, `mayCompare`, `stopsPublishing`, `startsWith`. */
const PREDICATES = toWords(`
  is are has can may must
  accepts agrees applies belongs contains covers counts ends fits goes holds imports keeps leads lies looks matches
  mentions names passes replaces says shows starts states stops takes wants`)

/** As the language has them: `toString`, `Array.from`, `[].with`, `forEach`, `onclick`. */
const OF_THE_LANGUAGE = toWords('to from with for on at')

/** `main` of a script, names that others prescribe (HTTP, esbuild, htmlparser2, Papa Parse, Pagefind), the short name of a text, two algorithms. */
const PRESCRIBED = toWords('main GET setup step init filters t sha256 crc32 onopentag ontext onclosetag')
/** A tag of a template, as `html` and `sql` are elsewhere: rich`十月受理${n}。` */
const TAGS = toWords('rich')

/** What is asked of a thing, as `indexOf`, `charAt`: `locationOf(problem)`, `unitOfRow`, `valueAt(column, row)`. */
const ACCESSOR = /[a-z0-9](Of|At)([A-Z]|$)/

/**
 * A table of functions is looked up by what it has keys for: languages, the rooms in which a subject speaks, what a chart
 * is made of, formats that a command prints, stages of the tests, kinds of cases in the tests.
 */
const KEYS_OF_DATA = toWords(`
  zh en lead bulletin place topic home table sarif unit types portal heavy city browser
  GB18030 semicolons tabs JSON XML summed taken`)
/** Tables of words, some of which hold numbers: keys say what is meant, as for words without numbers. */
const WORDS = ['src/check-report/words.ts', 'src/checker/page/checker-messages.ts']

export function isVerbFirst(name: string): boolean {
  if (PRESCRIBED.has(name) || TAGS.has(name) || ACCESSOR.test(name)) return true
  const first = /^[a-z]+/.exec(name)?.[0] ?? ''
  return VERBS.has(first) || PREDICATES.has(first) || OF_THE_LANGUAGE.has(first)
}

export function listFunctions(): NamedFunction[] {
  const files = ['src', 'scripts', 'tests'].flatMap((folder) => listFilesBelow(folder, /(?<!\.d)\.(ts|astro|mjs)$/))
  // The test has names of both kinds in its texts.
  const counted = files.filter((file) => file !== 'tests/house/function-names.test.ts')
  return counted.flatMap((file) => {
    const text = readProject(file)
    const members = WORDS.includes(file) ? [] : findMembers(text)
    const named = members.filter(({ name }) => !KEYS_OF_DATA.has(name))
    return [...findFunctions(text), ...named].map((found) => ({ file, ...found }))
  })
}

const DECLARED = /^ *(?:export )?(?:default )?(?:async )?function\*? +(\w+)/
const ASSIGNED = /^ *(?:export )?(?:const|let) +(\w+)(?:: [^=]+)? = (?:async )?(?:<.*>)?(?=\()/
const METHOD = /^ +(?:(?:private|protected|public|static|override|async) )*\*?#?(\w+)(?:<.*>)?(?=\()/
const NO_METHODS = toWords('if for while switch catch function return super constructor await throw new typeof')

/** By the shape that the formatter gives to them: each begins a line. */
export function findFunctions(text: string): Omit<NamedFunction, 'file'>[] {
  const found: Omit<NamedFunction, 'file'>[] = []
  let start = 0
  for (const [index, line] of text.split('\n').entries()) {
    const declared = DECLARED.exec(line)?.[1]
    const assigned = ASSIGNED.exec(line)
    const method = METHOD.exec(line)
    if (declared) found.push({ line: index + 1, name: declared })
    else if (assigned && isFollowedBy(text, start + assigned[0].length, ARROW))
      found.push({ line: index + 1, name: assigned[1] ?? '' })
    else if (method && !NO_METHODS.has(method[1] ?? '') && isFollowedBy(text, start + method[0].length, BODY))
      found.push({ line: index + 1, name: method[1] ?? '' })
    start += line.length + 1
  }
  return found
}

const PROPERTY = /(?<=^ *|[{(,] )(\w+)\??: (?:async )?(?:<[^>]*>)?(?:(?=\()|(?=\w+ => ))/g
const SIGNATURE = /^ +(\w+)\??(?:<.*>)?(?=\()/
const COMMENT = /^\s*(\*|\/\*|\/\/)/

/** Functions that objects hold and types ask for: `text: (row) => …`, `text(row: Row): string`. */
export function findMembers(text: string): Omit<NamedFunction, 'file'>[] {
  const found: Omit<NamedFunction, 'file'>[] = []
  let start = 0
  for (const [index, line] of text.split('\n').entries()) {
    const properties = COMMENT.test(line) ? [] : [...line.matchAll(PROPERTY)]
    for (const property of properties) {
      const open = start + property.index + property[0].length
      if (text[open] !== '(' || isFollowedBy(text, open, ARROW))
        found.push({ line: index + 1, name: property[1] ?? '' })
    }
    const signature = SIGNATURE.exec(line)
    if (signature && isFollowedBy(text, start + signature[0].length, TYPE))
      found.push({ line: index + 1, name: signature[1] ?? '' })
    start += line.length + 1
  }
  return found
}

const ARROW = /^\s*(?::[^;]*?)?=>/
const BODY = /^(?:: [^;\n]*)? \{\n/
const TYPE = /^: [^\n]*[^{\n]\n/

/** Whether the parenthesis that opens here is closed, and what then follows. */
function isFollowedBy(text: string, open: number, what: RegExp): boolean {
  let depth = 0
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1
    else if (text[at] === ')') depth -= 1
    if (depth === 0) return what.test(text.slice(at + 1, at + 400))
  }
  return false
}

function toWords(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/))
}
