import type { Contract } from '../contracts/contract.ts'
import { cases } from './cases/cases-contract.ts'
import { deadlines } from './deadlines/deadlines-contract.ts'
import { elderCare } from './elder-care/elder-care-contract.ts'
import { lifeExpectancy } from './life-expectancy/life-expectancy-contract.ts'
import { permitApplications } from './permit-applications/permit-applications-contract.ts'
import { permits } from './permits/permits-contract.ts'
import { population } from './population/population-contract.ts'
import { populationProjection } from './population-projection/population-projection-contract.ts'
import { satisfaction } from './satisfaction/satisfaction-contract.ts'

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
  deadlines,
]
