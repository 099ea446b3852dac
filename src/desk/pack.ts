import { join } from 'node:path'
import { periodAfter, periodBefore, yearBefore } from '../calendar/period.ts'
import type { Places } from '../codes/places.ts'
import type { Contract } from '../contracts/contract.ts'
import { EXCEPTIONS_FILE, type Exception, readExceptions } from '../portal/exceptions.ts'
import { withProfile } from '../portal/profiles.ts'
import { raise } from '../problems/raise.ts'
import { PortalFault } from '../release/fault.ts'
import { isLink, readIfThere } from '../release/log.ts'
import type { Published, PublishedFile, PublishedTable } from '../release/published.ts'
import { readVerified } from '../release/read.ts'
import type { DeskPack, PublishedDataset } from './portal.ts'

/** A portal as the site knows it when it is built. */
export interface PackSource {
  contracts: Iterable<Contract>
  places: Places
  published: Published
  folders: { data: string; published: string }
}

/** What the page of the desk carries. Profiles and exceptions stand beside the raw files, and are taken where these are present. */
export async function packPortal({ contracts, places, published, folders }: PackSource): Promise<DeskPack> {
  return {
    contracts: await Promise.all(Array.from(contracts, (contract) => readLayout(contract, folders.data))),
    places: [...places.all],
    exceptions: await readAccepted(folders.data),
    published: await Promise.all(
      [...published.contracts.keys()].map((dataset) => packDataset(dataset, published, folders.published)),
    ),
  }
}

/** Throws `PortalFault` where the profile cannot be used: the page would judge otherwise than the command line. */
async function readLayout(contract: Contract, dataDir: string): Promise<Contract> {
  const file = `raw/${contract.id}/profile.yaml`
  if (await isLink(join(dataDir, file))) throw new PortalFault([raise('raw-link', { file })])
  const bytes = await readIfThere(join(dataDir, file))
  if (!bytes) return contract
  const read = withProfile(contract, bytes, file)
  if (read.problems.length > 0) throw new PortalFault(read.problems)
  return read.contract
}

/** A line with a fault accepts nothing here either; the command line says what is wrong with it. */
async function readAccepted(dataDir: string): Promise<Exception[]> {
  const bytes = await readIfThere(join(dataDir, EXCEPTIONS_FILE))
  return bytes ? readExceptions(bytes).exceptions : []
}

async function packDataset(dataset: string, published: Published, folder: string): Promise<PublishedDataset> {
  const tables = [...published.tables.values()].filter((one) => one.contract.id === dataset)
  const periods = [...new Set(tables.flatMap((one) => one.periods))].sort()
  const files = tables.flatMap(filesAsked)
  const texts = await Promise.all(
    files.map(async (file) => ({ table: file.table, period: file.period, text: await readVerified(folder, file) })),
  )
  return { dataset, periods, files: texts }
}

/** What the next period and the newest one, sent again, are held against: each by the one before it and that of the year before. */
function filesAsked({ spec, contract, periods, files }: PublishedTable): PublishedFile[] {
  const last = periods.at(-1)
  if (spec.kind !== 'figures' || contract.frequency === 'occasional' || last === undefined) return []
  const asked = [yearBefore(last), yearBefore(periodAfter(last)), periodBefore(last), last]
  return [...new Set(asked)].flatMap((period) => files.get(period) ?? [])
}
