import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Site } from '../../src/compose/site.ts'
import { listMissingFormalities } from '../../src/portal/formalities.ts'
import { readYaml } from '../../src/portal/yaml.ts'
import type { Problem } from '../../src/problems/problem.ts'

/** What a site of government lacks, with the line of site.yaml: errors of what it must have, warnings of what it usually has. */
export async function checkFormalities({ settings }: Pick<Site, 'settings'>, content: string): Promise<Problem[]> {
  const text = await readFile(join(content, 'site.yaml'), 'utf8')
  return listMissingFormalities(settings, readYaml(text, z.unknown(), { file: 'content/site.yaml' }).lineOf)
}
