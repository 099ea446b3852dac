/** One run of digits; `*` stands for a digit that was masked. A resident number may end in X. */
interface DigitGroup {
  digits: string
  start: number
  end: number
}

/** Digits that may be one number: runs joined by no more than two spaces, dashes, dots, slashes or brackets. */
interface NumberChain {
  groups: readonly DigitGroup[]
  /** What is before each group: '' before the first. */
  joints: readonly string[]
}

const GROUP = /\d(?:[\d*]*\d)?\*{0,4}(?:X(?![A-Z0-9]))?|\*{2,14}(?=[ -]?\d)/g
const JOINT = /^[ ·._/()-]{1,2}$/
/** A longer chain is a table of figures. */
const GROUPS_MAX = 64

export function findChains(text: string): NumberChain[] {
  const chains: NumberChain[] = []
  let groups: DigitGroup[] = []
  let joints: string[] = []
  for (const match of text.matchAll(GROUP)) {
    const group = removeBold(text, { digits: match[0], start: match.index, end: match.index + match[0].length })
    const last = groups.at(-1)
    const joint = last ? text.slice(last.end, group.start) : ''
    if (last && JOINT.test(joint) && groups.length < GROUPS_MAX) {
      groups.push(group)
      joints.push(joint)
      continue
    }
    if (groups.length > 0) chains.push({ groups, joints })
    groups = [group]
    joints = ['']
  }
  if (groups.length > 0) chains.push({ groups, joints })
  return chains
}

/** `**138…**` of Markdown is bold type, not a mask. */
function removeBold(text: string, group: DigitGroup): DigitGroup {
  if (text.slice(group.start - 2, group.start) !== '**' || !group.digits.endsWith('**')) return group
  const digits = group.digits.replace(/\*+$/, '')
  return { digits, start: group.start, end: group.start + digits.length }
}

/** Neighbouring groups of a chain taken for one number. */
export interface NumberWindow {
  digits: string
  start: number
  end: number
  /** Lengths of the groups: [3, 4, 4]. */
  lengths: readonly number[]
  /** Joints inside the window. */
  joints: readonly string[]
  /** The joint to the group before and after, '' at the ends of the chain. */
  before: string
  after: string
}

/**
 * Windows of a chain whose digits are between `least` and `most`, the longest first. Digits that are all apart are one
 * number only as a whole.
 */
export function listWindows({ groups, joints }: NumberChain, least: number, most: number): NumberWindow[] {
  const windows: NumberWindow[] = []
  for (const [first, head] of groups.entries()) {
    let digits = ''
    for (let last = first; last < groups.length && digits.length <= most; last += 1) {
      const group = groups[last]
      if (!group) break
      digits += group.digits
      const count = last - first + 1
      if (digits.length < least || digits.length > most) continue
      if (digits.length === count && count < groups.length) continue
      windows.push({
        digits,
        start: head.start,
        end: group.end,
        lengths: groups.slice(first, last + 1).map((each) => each.digits.length),
        joints: joints.slice(first + 1, last + 1),
        before: joints[first] ?? '',
        after: joints[last + 1] ?? '',
      })
    }
  }
  return windows.sort((a, b) => b.digits.length - a.digits.length)
}
