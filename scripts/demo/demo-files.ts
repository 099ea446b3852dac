import { buildApplicationFiles } from './application-files.ts'
import { buildCaseFiles } from './case-files.ts'
import { createCaseLives } from './case-lives.ts'
import { buildDeadlineFiles } from './deadline-files.ts'
import { buildDepartmentsCsv } from './demo-departments.ts'
import { buildExceptionsCsv } from './demo-exceptions.ts'
import { buildPlacesCsv } from './demo-places.ts'
import { buildElderCareFiles } from './elder-care-files.ts'
import { createPeople } from './people.ts'
import { buildPermitFiles } from './permit-files.ts'
import { createPermitLives } from './permit-lives.ts'
import { buildPopulationFiles } from './population-files.ts'
import { buildSatisfactionFiles } from './satisfaction-files.ts'

/** Every file of the demonstration city by its path below the data folder. The same seed gives the same bytes. */
export function buildDemoFiles(seed: number): Map<string, Uint8Array> {
  const everybody = createPeople(seed)
  const lives = createPermitLives(seed)
  const cases = createCaseLives(seed)
  return new Map([
    ['places.csv', new TextEncoder().encode(buildPlacesCsv())],
    ['departments.csv', new TextEncoder().encode(buildDepartmentsCsv())],
    ['exceptions.csv', new TextEncoder().encode(buildExceptionsCsv())],
    ...buildPopulationFiles(everybody),
    ...buildElderCareFiles(everybody, seed),
    ...buildPermitFiles(lives),
    ...buildApplicationFiles(lives, seed),
    ...buildCaseFiles(cases),
    ...buildSatisfactionFiles(cases, seed),
    ...buildDeadlineFiles(seed),
  ])
}
