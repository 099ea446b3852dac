import { applicationFiles } from './application-files.ts'
import { caseFiles } from './case-files.ts'
import { caseLives } from './case-lives.ts'
import { placesCsv } from './demo-places.ts'
import { departmentsCsv } from './departments.ts'
import { elderCareFiles } from './elder-care-files.ts'
import { people } from './people.ts'
import { permitFiles } from './permit-files.ts'
import { permitLives } from './permit-lives.ts'
import { populationFiles } from './population-files.ts'
import { satisfactionFiles } from './satisfaction-files.ts'

/** The seed of the committed files. */
export const SEED = 990100

/** Every file of the demonstration city by its path below the data folder. The same seed gives the same bytes. */
export function demoFiles(seed: number): Map<string, Uint8Array> {
  const everybody = people(seed)
  const lives = permitLives(seed)
  const cases = caseLives(seed)
  return new Map([
    ['places.csv', new TextEncoder().encode(placesCsv())],
    ['departments.csv', new TextEncoder().encode(departmentsCsv())],
    ...populationFiles(everybody),
    ...elderCareFiles(everybody, seed),
    ...permitFiles(lives),
    ...applicationFiles(lives, seed),
    ...caseFiles(cases),
    ...satisfactionFiles(cases, seed),
  ])
}
