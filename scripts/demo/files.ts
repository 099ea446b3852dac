import { applicationFiles } from './applications.ts'
import { caseLives } from './case-lives.ts'
import { caseFiles } from './cases.ts'
import { departmentsCsv } from './departments.ts'
import { elderCareFiles } from './elder-care.ts'
import { people } from './people.ts'
import { permitLives } from './permit-lives.ts'
import { permitFiles } from './permits.ts'
import { placesCsv } from './places.ts'
import { populationFiles } from './population.ts'
import { satisfactionFiles } from './satisfaction.ts'

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
