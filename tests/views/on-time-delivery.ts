import type { Delivery } from '../../src/deliveries/delivery.ts'

/** The cases of June 2026, received a day before they were due. */
export const ON_TIME: Delivery = {
  dataset: 'cases',
  department: 'city-operations',
  period: '2026-06',
  due: { day: '2026-07-07' },
  state: 'on-time',
  received: '2026-07-06',
  refusals: 0,
  errors: {},
  accepted: '2026-07-06',
  repairs: [],
  released: '2026-07-20',
  release: 2,
  daysLate: 0,
  corrections: 0,
  corrected: null,
  withdrawals: 0,
  withdrawn: null,
  tables: 3,
}
