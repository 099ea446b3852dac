import { z } from 'zod'

const file = z.object({
  /** Path below the folder of all datasets: `cases/cases-flow.parquet`. */
  path: z.string(),
  bytes: z.int(),
  sha256: z.string(),
})

/** The files that a build derives from published tables. Pages name their sizes, catalogues their hashes. */
export const manifest = z.array(file)
export type Manifest = z.infer<typeof manifest>
export type ManifestFile = Manifest[number]

/** Its name beside the folders of the datasets, none of which can be called so. */
export const MANIFEST = '.manifest.json'
