import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** A copy of what a site says of one dataset, small enough to be broken and read again. */
export interface SampleSite {
  folder: string
  /** Its only dataset: `life-expectancy`. */
  dataset: string
}

/** Copies the smallest dataset that has every format, and the catalogues, into `folder`. Throws where no dataset has. */
export async function copySample(site: string, folder: string): Promise<SampleSite> {
  await rm(folder, { recursive: true, force: true })
  const dataset = await chooseDataset(site)
  const target = join(folder, 'data', dataset)
  await mkdir(target, { recursive: true })
  const home = join(site, 'data', dataset)
  for (const entry of await readdir(home, { withFileTypes: true })) {
    // Of folders, those that hold the periods of a table.
    if (entry.isDirectory() && !existsSync(join(home, entry.name, 'datapackage.json'))) continue
    await cp(join(home, entry.name), join(target, entry.name), { recursive: true })
  }
  await cp(join(site, 'data', 'index.html'), join(folder, 'data', 'index.html'))
  await cp(join(site, 'catalog.jsonld'), join(folder, 'catalog.jsonld'))
  for (const part of ['feeds', 'calendar']) await cp(join(site, part), join(folder, part), { recursive: true })
  for (const file of (await listPdfs(site)).slice(0, 1)) await cp(join(site, file), join(folder, file))
  await writeFile(
    join(folder, 'croissant.json'),
    keepDataset(await readFile(join(site, 'croissant.json'), 'utf8'), dataset),
  )
  return { folder, dataset }
}

/** Paths of the bulletins as PDF, of both languages, below the site. */
export async function listPdfs(site: string): Promise<string[]> {
  const files = await Promise.all(
    ['reports', join('en', 'reports')].map(async (home) => {
      const found = await readdir(join(site, home), { recursive: true }).catch((): string[] => [])
      return found.filter((path) => path.endsWith('.pdf')).map((path) => join(home, path))
    }),
  )
  return files.flat().toSorted()
}

async function chooseDataset(site: string): Promise<string> {
  const sizes: { dataset: string; bytes: number }[] = []
  for (const dataset of await readdir(join(site, 'data'))) {
    const files = await readdir(join(site, 'data', dataset)).catch((): string[] => [])
    const hasAll = ['places.csv', `${dataset}.xlsx`].every((name) => files.includes(name))
    if (!hasAll || !files.some((name) => name.endsWith('.jsonstat.json'))) continue
    sizes.push({ dataset, bytes: (await stat(join(site, 'data', dataset, `${dataset}.xlsx`))).size })
  }
  const smallest = sizes.toSorted((a, b) => a.bytes - b.bytes)[0]
  if (!smallest) throw new Error('conform: no dataset of the site has a workbook, places and a cube')
  return smallest.dataset
}

const croissant = z.looseObject({
  distribution: z.array(z.looseObject({ '@id': z.string(), sha256: z.string() })),
  recordSet: z.array(z.looseObject({ '@id': z.string() })),
})

function keepDataset(json: string, dataset: string): string {
  const described = croissant.parse(JSON.parse(json))
  return JSON.stringify({
    ...described,
    distribution: described.distribution.filter((file) => file['@id'].startsWith(`${dataset}-`)),
    recordSet: described.recordSet.filter((records) => records['@id'].startsWith(`${dataset}-`)),
  })
}

const dataPackage = z.object({
  resources: z.array(
    z.object({
      path: z.string(),
      schema: z.object({
        primaryKey: z.array(z.string()),
        fields: z.array(z.object({ name: z.string(), type: z.string() })),
      }),
    }),
  ),
})

/** Sets the first cell of the first measure of the dataset's first table. */
export async function changeNumber({ folder, dataset }: SampleSite, value: string): Promise<void> {
  const home = join(folder, 'data', dataset)
  const { resources } = dataPackage.parse(JSON.parse(await readFile(join(home, 'datapackage.json'), 'utf8')))
  for (const { path, schema } of resources) {
    const at = schema.fields.findIndex(
      ({ name, type }) => ['integer', 'number'].includes(type) && !schema.primaryKey.includes(name),
    )
    if (at < 0) continue
    const [head = '', first = '', ...lines] = (await readFile(join(home, path), 'utf8')).split('\n')
    await writeFile(join(home, path), [head, first.split(',').with(at, value).join(), ...lines].join('\n'))
    return
  }
  throw new Error(`conform: ${dataset} has no measure`)
}

/** Rewrites a file of the copy, and throws where that changes nothing: a copy that is whole proves nothing. */
export async function changeText(file: string, change: (text: string) => string): Promise<void> {
  const before = await readFile(file, 'utf8')
  const after = change(before)
  if (after === before) throw new Error(`conform: nothing to break in ${file}`)
  await writeFile(file, after)
}

/** Takes a title from the catalogue, which must have one. */
export function removeTitle({ folder }: SampleSite): Promise<void> {
  return changeText(join(folder, 'catalog.jsonld'), (text) => text.replace('"dct:title"', '"dct:alternative"'))
}

/** Takes the first date from the Atom feed of releases. */
export function removePublished({ folder }: SampleSite): Promise<void> {
  return changeText(join(folder, 'feeds', 'releases.atom'), (text) => text.replace('<published>', '<issued>'))
}

/** Gives an event of the calendar a day that is none. */
export function changeEventDay({ folder }: SampleSite): Promise<void> {
  return changeText(join(folder, 'calendar', 'calendar.ics'), (text) =>
    text.replace(/(DTSTART;VALUE=DATE:\d{4})\d{4}/, '$11332'),
  )
}
