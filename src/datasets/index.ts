import type { Contract } from '../contracts/contract.ts'
import { cases } from './cases.ts'
import { elderCare } from './elder-care.ts'
import { ledger } from './ledger.ts'
import { lifeExpectancy } from './life-expectancy.ts'
import { permitApplications } from './permit-applications.ts'
import { permits } from './permits.ts'
import { population } from './population.ts'
import { populationProjection } from './population-projection.ts'
import { satisfaction } from './satisfaction.ts'

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
  ledger,
]
