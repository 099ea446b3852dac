import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
import { z } from 'astro/zod'

/**
 * The words of a portal, by folder: `topics/<id>/`, `pages/<id>/` (about, methods) and `reports/<yyyy-mm>/` (what an
 * editor adds to a bulletin; none is needed), each with `zh.mdx` and `en.mdx`. One collection, because a portal may
 * have none of a kind. The frontmatter of topics is checked in `portal/content.ts`.
 */
export const collections = {
  words: defineCollection({
    loader: glob({ pattern: '{topics,pages,reports}/*/{zh,en}.mdx', base: process.env.MINGGE_CONTENT ?? 'content' }),
    schema: z.looseObject({
      title: z.string(),
      summary: z.string().optional(),
      replaces: z.array(z.string()).optional(),
    }),
  }),
}
