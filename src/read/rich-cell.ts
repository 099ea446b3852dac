import type { CellObject } from '@e965/xlsx'
import type { StyledCell } from './book-parts.ts'
import type { Fill } from './colours.ts'
import { isUnseen } from './colours.ts'
import type { CellContent } from './read-cell.ts'
import type { RichText } from './rich-text.ts'
import { readRuns } from './rich-text.ts'

/** The content of a cell whose style or whose runs say more than its text: raised figures stay raised, and what is struck out or cannot be seen is doubted. */
export function readRich(cell: CellObject, received: CellContent, style: StyledCell | undefined): CellContent {
  if (received.text === '') return received
  const content: CellContent = style?.iso === undefined ? received : { text: dateOfIso(style.iso), kind: 'date' }
  const rich = style?.runs ?? runsOf(cell.r)
  const text = rich === null || content.kind !== 'text' ? content.text : rich.text
  if (content.doubt) return { ...content, text }
  const filled = (rich?.runs ?? []).filter((run) => run.text.trim() !== '')
  const isStruck = style?.trait === 'struck' || filled.some((run) => run.isStruck)
  if (isStruck) return { ...content, text, doubt: { rule: 'cell-struck', found: text } }
  // A run without a colour has that of the cell.
  const isHidden =
    rich === null
      ? style?.trait === 'unseen'
      : filled.some(({ colour, size }) => {
          if (colour === null && size === null) return style?.trait === 'unseen'
          const font = { ...(size === null ? {} : { sz: size }), ...(colour === null ? {} : { color: colour }) }
          return isUnseen(font, cell.s as Fill | undefined)
        })
  return isHidden ? { ...content, text, doubt: { rule: 'cell-unseen', found: text } } : { ...content, text }
}

/** `2026-10-05T09:30:00.000Z` → `2026-10-05 09:30:00`, without a midnight. */
function dateOfIso(iso: string): string {
  return iso
    .replace('T', ' ')
    .replace(/\.\d+|Z$/g, '')
    .replace(/ 00:00(?::00)?$/, '')
}

/** Shared texts come again and again. */
const KNOWN = new Map<string, RichText | null>()
const KNOWN_MAX = 10_000

function runsOf(xml: string | undefined): RichText | null {
  if (xml === undefined) return null
  const known = KNOWN.get(xml)
  if (known !== undefined) return known
  const runs = readRuns(xml)
  if (KNOWN.size < KNOWN_MAX) KNOWN.set(xml, runs)
  return runs
}
