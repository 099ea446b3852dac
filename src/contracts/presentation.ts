import { z } from 'zod'
import { words } from './fields.ts'
import { listFigureReferences, type Reference, tableFigure } from './figure-declaration.ts'

/** What a headline number is compared with. */
const COMPARISONS = ['period-before', 'year-before', 'city'] as const

/** Pages that a dataset may be on, beside its own. */
export const ROOMS = ['home', 'topic', 'bulletin', 'place'] as const
export type Room = (typeof ROOMS)[number]

/** A number that sentences open with. */
const headline = z.strictObject({
  table: z.string(),
  measure: z.string(),
  /** Fixed values of dimensions other than the place. */
  where: z.record(z.string(), z.string()).optional(),
  /** Which way is an improvement; `neither` where a change is no news of that kind. */
  better: z.enum(['higher', 'lower', 'neither']),
  compare: z.array(z.enum(COMPARISONS)).optional(),
  /**
   * The verb of a count: 新装 in 「东湾区新装60盏」, “were installed” in “60 lamps were installed in Dongwan District”. Left
   * out: the name of the measure and its number.
   */
  verb: z
    .strictObject({
      zh: z.string().min(1),
      /** One form, or two where the verb has a plural: `{ one: 'was installed', other: 'were installed' }`. */
      en: z.union([z.string().min(1), z.strictObject({ one: z.string().min(1), other: z.string().min(1) })]),
    })
    .optional(),
})
export type Headline = z.infer<typeof headline>

/** How a dataset is shown. What is left out is derived from its tables. */
export const presentation = z.strictObject({
  headline: z.array(headline).min(1).optional(),
  figures: z.array(tableFigure).optional(),
  /** All of them where left out; `[]` keeps a dataset to its own page. */
  rooms: z.array(z.enum(ROOMS)).optional(),
  /** The dataset as a noun within a sentence: 路灯 / street lamps. Left out: its title. */
  name: words.optional(),
})
type Presentation = z.infer<typeof presentation>
/** With nothing left out. */
export type CompletePresentation = { [Key in keyof Presentation]-?: NonNullable<Presentation[Key]> }

/** Every table, measure, dimension and code that the presentation of a contract names; paths count from the contract. */
export function listPresentationReferences(contract: { presentation?: Presentation | undefined }): Reference[] {
  const { headline: headlines = [], figures = [] } = contract.presentation ?? {}
  const placeUnder = (path: PropertyKey[], references: Reference[]) =>
    references.map((reference) => ({ ...reference, path: ['presentation', ...path, ...reference.path] }))
  return [
    ...headlines.flatMap((item, at) => placeUnder(['headline', at], listHeadlineReferences(item))),
    ...figures.flatMap((item, at) => placeUnder(['figures', at], listFigureReferences(item))),
  ]
}

function listHeadlineReferences({ table, measure, where = {} }: Headline): Reference[] {
  return [
    { kind: 'table', name: table, path: ['table'], table },
    { kind: 'measure', name: measure, path: ['measure'], table },
    ...Object.entries(where).flatMap(([column, name]): Reference[] => [
      { kind: 'dimension', name: column, path: ['where', column], table },
      { kind: 'code', name, path: ['where', column], table, column },
    ]),
  ]
}
