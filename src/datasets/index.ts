import type { Contract } from '../contracts/contract.ts'
import { cases } from './cases/cases.ts'
import { elderCare } from './elder-care/elder-care.ts'
import { lifeExpectancy } from './life-expectancy/life-expectancy.ts'
import { permitApplications } from './permit-applications/permit-applications.ts'
import { permits } from './permits/permits.ts'
import { population } from './population/population.ts'
import { populationProjection } from './population-projection/population-projection.ts'
import { satisfaction } from './satisfaction/satisfaction.ts'

/** The built-in datasets, in the order in which they are listed. A portal may bring its own beside them. */
export const DATASETS: readonly Contract[] = [
  population,
  populationProjection,
  lifeExpectancy,
  elderCare,
  permits,
  permitApplications,
  cases,
  satisfaction,
]
