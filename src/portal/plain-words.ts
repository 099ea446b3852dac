import { z } from 'zod'
import { id, words } from '../contracts/fields.ts'
import { explainShape } from './issue-reason.ts'

const otherNames = z.strictObject({ zh: z.array(z.string().min(1)), en: z.array(z.string().min(1)) })

/** Phrases with numerals that are no figures of data, word for word, of both languages. */
const notFigures = z.array(z.string().min(2)).optional()

const explained = {
  /** What else it is called. */
  also: otherNames.optional(),
  /** Words that readers type when they look for it, right or wrong: search knows them, no page prints them. */
  asked: otherNames.optional(),
  /** What it means; left out: what the contract says of it. */
  means: words.optional(),
  /** What it is mistaken for, and is not. */
  not: words.optional(),
  notFigures,
}

/** `cases/on_time_rate`: a measure of a dataset; `permits/class/key`: a value of a list column. */
const OF = /^[^/\s]+\/[^/\s]+(\/[^/\s]+)?$/

/** Words about a measure or a value of a list, or a term of its own. */
const termSchema = z.union([
  z
    .strictObject({ of: z.string().regex(OF, 'DATASET/MEASURE, or DATASET/COLUMN/CODE of a list'), ...explained })
    // A contract says nothing of a value but its name.
    .refine(({ of, means }) => means !== undefined || of.split('/').length < 3, {
      ...explainShape('列表里的值须写明意思', 'a value of a list needs its meaning'),
      path: ['means'],
    }),
  z.strictObject({ id, names: words, ...explained, means: words }),
])
export type Term = z.infer<typeof termSchema>

/** `content/terms.yaml`: plain words for the terms of the site, in the order in which those of its own are printed. */
export const termsSchema = z.array(termSchema)

/** Path of a page below the site, without the language, or an address elsewhere. */
const TARGET = /^(\/([^\s]*\/)?(#\S+)?|https?:\/\/\S+|tel:\S+|mailto:\S+)$/

const link = z.strictObject({
  to: z.string().regex(TARGET, 'a page of the site, such as /data/, or an address with https:, tel: or mailto:'),
  label: words,
})

/** A question that readers ask, as they ask it, and its answer. */
const questionSchema = z.strictObject({
  id,
  question: words,
  /** Other ways to ask it, which search knows. */
  also: otherNames.optional(),
  answer: words,
  links: z.array(link).optional(),
  notFigures,
})
export type Question = z.infer<typeof questionSchema>

/** `content/questions.yaml`: questions that only the publisher can answer. One with the id of a built-in question replaces it. */
export const questionsSchema = z.array(questionSchema)
