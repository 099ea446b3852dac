import { join } from 'node:path'
import { z } from 'zod'
import { readIfThere } from '../store/disk.ts'
import { PortalError } from './portal-error.ts'
import { settingsSchema } from './settings.ts'
import { readYaml } from './yaml.ts'

/** The one item of `site.yaml` by which raw files are checked; `check` leaves the others to `publish` and `build`. */
const todaySchema = z.looseObject({ today: settingsSchema.shape.today })

/** The day that `content/site.yaml` fixes, `YYYY-MM-DD`; null where it fixes none. Throws PortalError with the line. */
export async function readToday(contentDir: string): Promise<string | null> {
  const bytes = await readIfThere(join(contentDir, 'site.yaml'))
  if (bytes === null) return null
  const { value, problems } = readYaml(new TextDecoder().decode(bytes), todaySchema, { file: 'content/site.yaml' })
  if (value === null) throw new PortalError(problems)
  return value.today ?? null
}
