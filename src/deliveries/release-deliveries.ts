import type { ReleaseWords } from '../store/append-release.ts'
import { formatDeliveries } from './deliveries-csv.ts'
import { type DeliverySources, listDeliveries } from './delivery.ts'

/** What a release stores of who was late. */
export function composeDeliveries(sources: Omit<DeliverySources, 'releases'>): NonNullable<ReleaseWords['deliveries']> {
  return {
    judgedOn: sources.today,
    format: (releases) => formatDeliveries(listDeliveries({ ...sources, releases })),
  }
}
