import { glob } from 'astro/loaders'
import { z } from 'astro/zod'
import { defineCollection } from 'astro:content'
import { topicHeadSchema } from './views/settings.ts'

const base = process.env.MINGGE_CONTENT ?? 'content'
export const collections = {
  /** `content/topics/<id>/{zh,en}.mdx` */
  topics: defineCollection({
    loader: glob({ pattern: '*/{zh,en}.mdx', base: `${base}/topics` }),
    schema: topicHeadSchema,
  }),
  /** `content/pages/<id>/{zh,en}.mdx`: about, and the words above the methods. */
  pages: defineCollection({
    loader: glob({ pattern: '*/{zh,en}.mdx', base: `${base}/pages` }),
    schema: z.object({ title: z.string(), summary: z.string() }),
  }),
  /** `content/reports/<yyyy-mm>/{zh,en}.mdx`: what an editor adds to a bulletin; none is needed. */
  reports: defineCollection({
    loader: glob({ pattern: '*/{zh,en}.mdx', base: `${base}/reports` }),
    schema: z.object({ title: z.string().optional() }),
  }),
}
