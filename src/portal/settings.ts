import { z } from 'zod'
import { sectionValues } from '../contracts/declared-values.ts'
import { type DatasetFigure, datasetFigure } from '../contracts/figure-declaration.ts'
import {
  disclosureSchema,
  documentShape,
  documentWordsShape,
  isPublishedOnceWritten,
  PUBLISHED_TOO_EARLY,
} from './disclosure.ts'
import { formalitiesSchema } from './formalities.ts'

const words = z.strictObject({ zh: z.string(), en: z.string() })
const day = z.iso.date('a day, such as 2026-10-31')
const address = z.url('an address, such as https://data.example.gov.cn')

/** Path of a page below the site, without the language: `/data/cases/`. */
const sitePath = z.string().regex(/^\/([a-z0-9][a-z0-9-]*\/)+$/, 'a path below the site, such as /data/cases/')

/** Id of a figure, as in its address `/f/<id>/`: `reports-2026-10-cases-hours`. */
const figureId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'lower-case letters, digits and hyphens, as in the address of the figure')

/** `content/site.yaml`: everything a publisher says of itself. Nothing here has a default that could pass for a fact. */
export const settingsSchema = z.strictObject({
  /** Name of the site, in the header and in titles. */
  title: words,
  /** One sentence under the name, for search engines and the front page. */
  description: words,
  /** Name of the place that the site is about, as it is written in sentences: 望舒市. */
  area: words,
  /** Code of the place at the top of `places.csv`; left out where a portal has no places. */
  city: z.string().optional(),
  /** Full public address without the path, for metadata and the site map file: `https://data.example.gov.cn`. */
  url: address.optional(),
  publisher: words,
  /** The role that answers for releases, as the log records it: 数据公开审核岗. Left out: the publisher. */
  signer: words.optional(),
  /** Day by which `check` and `publish` decide what is overdue, `YYYY-MM-DD`; left out: the day that they are run. */
  today: day.optional(),
  /** Shown on every page where set: the figures are invented. */
  demonstration: z.strictObject({ label: words, sentence: words }).optional(),
  /** What differs for a dataset from the site: publisher, licence, whether its figures are real, whether it is shown. */
  datasets: z
    .record(
      z.string(),
      z.strictObject({
        publisher: words.optional(),
        /** Who made the figures and how, in place of what the contract says of every publisher's. */
        description: words.optional(),
        licence: z.string().optional(),
        real: z.boolean().optional(),
        /** False switches a dataset off, a built-in one too: it is on no page, in no download and not on the checker. */
        shown: z.boolean().optional(),
      }),
    )
    .optional(),
  /** Licence of the published data. */
  licence: z.strictObject({ name: z.string(), url: address }),
  /** Filings and marks that sites of government must have; a `.gov.cn` address is not built without the five verified. */
  formalities: formalitiesSchema.optional(),
  /** What bulletins state of themselves as public documents (政府信息公开). */
  disclosure: disclosureSchema.optional(),
  /** Versions of the Chinese pages in other characters, converted when the site is built; left out: none. */
  readingVersions: z.array(z.enum(['zh-hant'])).optional(),
  /** Further items of the footer, before the formalities. Shown as given. */
  footer: z.array(z.strictObject({ label: words, text: words.optional(), url: z.string().optional() })),
  /** Addresses that once had a page: they answer with what came of them. */
  moved: z
    .array(
      z.strictObject({
        /** The old address, as a path below the site: `/data/bus-rides/`. */
        from: sitePath,
        to: sitePath,
        /** Day of the move, `YYYY-MM-DD`. */
        on: day,
        /** Name of what was there. */
        title: words,
        /** Why, as a sentence. */
        because: words.optional(),
      }),
    )
    .optional(),
  /** Figures that are no longer made, under other people’s links: their addresses answer with what came of them. */
  retiredFigures: z
    .array(
      z.strictObject({
        /** As in its address `/f/<id>/`. */
        id: figureId,
        /** Since which day, `YYYY-MM-DD`. */
        on: day,
        title: words,
        /** Id of the figure that took its place. */
        to: figureId.optional(),
        /** Why, as a sentence. */
        because: words.optional(),
      }),
    )
    .optional(),
  /** Topics in the order of the navigation; each needs `content/topics/<id>/`. */
  topics: z.array(z.string()),
})

export type Settings = z.infer<typeof settingsSchema>

/** `content/events.yaml`: what to write beside a line at a period. */
export const eventsSchema = z.array(
  z.strictObject({
    period: z.string(),
    kind: z.enum(['event', 'break']),
    /** Datasets whose figures it concerns. */
    datasets: z.array(z.string()),
    /** Only these places (and places in them); left out: all. */
    places: z.array(z.string()).optional(),
    label: words,
  }),
)

export type EventNote = z.infer<typeof eventsSchema>[number]

const searchWord = z.string().min(2)

/** `content/thesaurus.yaml`: groups of words that mean the same to a reader. */
export const thesaurusSchema = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case ASCII, starting with a letter'),
    zh: z.array(searchWord).min(1),
    en: z.array(searchWord).optional(),
  }),
)

export type SynonymGroup = z.infer<typeof thesaurusSchema>[number]

/** A figure that a topic asks for in the frontmatter of its own words, over any table of any contract. */
export type DeclaredFigure = DatasetFigure

/** A part of a topic's page in the portal's own words: sentences with numbers of published tables in them, and figures. */
const declaredSectionSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case ASCII, starting with a letter'),
  heading: words,
  /** Sentences, one after the other; a sentence whose number is not published is left out. */
  text: z.array(words).optional(),
  /** Numbers that the sentences name in braces. */
  values: sectionValues.optional(),
  figures: z.array(datasetFigure).optional(),
})
export type DeclaredSection = z.infer<typeof declaredSectionSchema>

const reportHeadShape = {
  title: z.string(),
  /** Phrases with numerals or words of direction that say nothing of the data, word for word. */
  notFigures: z.array(z.string().min(2)).optional(),
  /** Parts of the composed report that these words take the place of: overview. */
  replaces: z.array(z.string()).optional(),
  ...documentWordsShape,
}

/** Frontmatter of `content/reports/<yyyy-mm>/{zh,en}.mdx`; what is the same in both languages is written in the Chinese file. */
export const reportHeadSchemas = {
  zh: z.strictObject({ ...reportHeadShape, ...documentShape }).refine(isPublishedOnceWritten, PUBLISHED_TOO_EARLY),
  en: z.strictObject(reportHeadShape),
} as const

/** Frontmatter of `content/topics/<id>/{zh,en}.mdx`. Figures and sections are declared once, in the Chinese file. */
export const topicHeadSchema = z.strictObject({
  title: z.string(),
  summary: z.string(),
  /** Phrases with numerals or words of direction that say nothing of the data, word for word: 两个区间. */
  notFigures: z.array(z.string().min(2)).optional(),
  figures: z.array(datasetFigure).optional(),
  sections: z.array(declaredSectionSchema).optional(),
})
