/**
 * Marks as artifact what a page draws outside its tags (ISO 14289-1, 7.1: content is tagged or an artifact): rules,
 * borders, running heads. `isRepeated` names marked content, by its MCID, that is to be an artifact too.
 */
export function markArtifacts(content: string, isRepeated: (mcid: number) => boolean = () => false): string {
  const open: boolean[] = []
  let marked = ''
  let copied = 0
  /** Where the operands of the operator begin, and where the path under construction does. */
  let operands: number | null = null
  let path: number | null = null
  const copyUntil = (end: number) => {
    marked += content.slice(copied, end)
    copied = end
  }
  const wrap = (start: number, end: number) => {
    copyUntil(start)
    marked += '/Artifact BMC\n'
    copyUntil(end)
    marked += '\nEMC'
  }
  for (const { 0: token, index } of content.matchAll(TOKEN)) {
    if (!OPERATOR.test(token)) {
      operands ??= index
      continue
    }
    const start = operands ?? index
    const end = index + token.length
    const isTold = open.at(-1) ?? false
    operands = null
    if (token === 'BDC' || token === 'BMC') {
      const mcid = MCID.exec(content.slice(start, index))?.[1]
      open.push(isTold || mcid !== undefined || content.startsWith('/Artifact', start))
      if (mcid !== undefined && isRepeated(Number(mcid))) {
        copyUntil(start)
        marked += '/Artifact BMC'
        copied = end
      }
    } else if (token === 'EMC') {
      open.pop()
    } else if (PATH.test(token)) {
      path ??= start
    } else if (PAINT.test(token)) {
      if (!isTold) wrap(path ?? start, end)
      path = null
    } else if (token === 'n') {
      path = null
    } else if (SHOW.test(token) && !isTold) {
      wrap(start, end)
    }
  }
  copyUntil(content.length)
  return marked
}

/** Strings in hexadecimal and in brackets (Skia writes no bracket within them without a backslash), names, numbers, operators. */
const TOKEN = /\((?:[^()\\]|\\[\s\S])*\)|<<|>>|<[\da-fA-F\s]*>|[[\]]|\/[^\s()<>[\]/]*|[^\s()<>[\]/]+/g
const OPERATOR = /^[A-Za-z'"][\w*'"]*$/
const MCID = /\/MCID\s+(\d+)/
/** Operators that construct a path, ISO 32000-1, table 59; those that paint it, table 60; text, images, shadings. */
const PATH = /^(?:m|l|c|v|y|h|re)$/
const PAINT = /^(?:S|s|F|f\*?|B\*?|b\*?)$/
const SHOW = /^(?:Tj|TJ|'|"|Do|sh)$/
