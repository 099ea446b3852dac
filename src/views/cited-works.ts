import { publisherOf, type Site } from '../compose/site.ts'
import type { LocalText } from '../text/local-text.ts'
import { findFullAddress } from './address.ts'
import type { CitedWork } from './citation.ts'
import { listReleasesOfDataset } from './dataset-page.ts'
import { buildReportFrame, findReleaseDay, reportPathOf } from './report-page.ts'

/** A dataset as its newest release has it; null where nothing of it is published. */
export function describeCitedDataset(site: Site, dataset: string, base: string): CitedWork | null {
  const contract = site.published.contracts.get(dataset)
  const last = listReleasesOfDataset(site, dataset).at(-1)
  if (!contract || !last) return null
  return {
    key: dataset,
    kind: 'dataset',
    title: contract.title,
    author: publisherOf(site, dataset),
    issued: last.date,
    release: last.release,
    address: findFullAddress(site, base, `/data/${dataset}/`),
  }
}

/** A table of a dataset, by the address of its part of the page. */
export function describeCitedTable(of: CitedWork, { id, title }: { id: string; title: LocalText }): CitedWork {
  return {
    ...of,
    key: `${of.key}-${id}`,
    title: { zh: `${of.title.zh}：${title.zh}`, en: `${of.title.en}: ${title.en}` },
    address: of.address && { zh: `${of.address.zh}#t-${id}`, en: `${of.address.en}#t-${id}` },
  }
}

export function describeCitedReport(site: Site, month: string, base: string): CitedWork {
  const day = findReleaseDay(site, month)
  const release = site.published.releases.findLast(({ date }) => date === day)?.release ?? 0
  return {
    key: `bulletin-${month}`,
    kind: 'report',
    title: buildReportFrame(site, month).title,
    author: site.settings.publisher,
    issued: day,
    release,
    address: findFullAddress(site, base, reportPathOf(month)),
  }
}
