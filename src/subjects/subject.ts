import type { DataTable, FigureSpec } from '../charts/figure.ts'
import type { Place } from '../codes/places.ts'
import type { Rich } from '../compose/rich.ts'
import type { Report } from '../compose/section.ts'
import type { Site } from '../compose/site.ts'
import type { Pick } from '../measure/select.ts'
import type { Lang, LocalText } from '../text/local-text.ts'

/**
 * What the site says of one subject, room by room. Each is left out where the subject has nothing to say there, and
 * returns null where nothing of it is published. A contract that no subject speaks for gets a derived subject.
 */
export interface Subject {
  id: string
  /** The subject as a noun within a sentence: 网格事件 / grid cases. */
  name: LocalText
  /** True where it needs no city: all others are left out of a portal without a city. */
  isWithoutCity?: boolean
  /** Datasets that it speaks for. */
  datasets: readonly string[]
  /** Opens the bulletin of a month, and the front page. */
  lead?: (site: Site, month: string) => Record<Lang, Rich> | null
  bulletin?: (site: Site, month: string) => Report['sections']
  /** A table at the end of the bulletin. */
  append?: (site: Site, month: string) => { caption: LocalText; data: DataTable } | null
  place?: (site: Site, place: Place) => Report | null
  /** The page of a topic; a subject may add to the topic of another. */
  topic?: (site: Site, topic: string) => Report | null
  /** Figures of the front page, the most telling first; `month` is that of the newest bulletin. */
  home?: (site: Site, month: string | null) => FigureSpec[]
  /** A number for each month in the list of bulletins. */
  monthFigure?: KeyFigure
  /** A number for each place in the grid of places, of its newest period. */
  placeFigure?: KeyFigure
  /** What a draft of a month's words looks at, the most important first; left out: the headlines of its contract. */
  told?: readonly ToldTable[]
}

/** Measures of a monthly table that a writer would want to speak of. */
export interface ToldTable {
  dataset: string
  table: string
  measures: readonly string[]
  /** Fixed values of dimensions other than the place; a list that is left open is searched for what changed. */
  where?: Readonly<Record<string, string>>
}

/** One number that stands for a subject in a list. */
export interface KeyFigure {
  pick: (place: string) => Pick
  /** The number as a noun within a sentence: 按期办结率 / on-time rate of grid cases. */
  label: LocalText
}
