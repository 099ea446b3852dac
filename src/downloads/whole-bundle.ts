import type { Site } from '../compose/site.ts'
import { listDatasets } from '../views/dataset-page.ts'
import type { DownloadFile } from './download-file.ts'
import { packFiles } from './pack-files.ts'

/** The package of everything: each dataset's own package, what they are, and the list of their hashes. */
export function bundleDatasets(site: Site, packages: readonly DownloadFile[]): DownloadFile {
  const readme = { path: 'README.md', content: new TextEncoder().encode(renderReadme(site)) }
  return { path: WHOLE_BUNDLE, content: packFiles([readme, ...packages]) }
}

/** Its address below `/data/`. */
export const WHOLE_BUNDLE = 'all-datasets.zip'

function renderReadme(site: Site): string {
  const { title, publisher, url, demonstration } = site.settings
  const release = site.published.releases.at(-1)
  const datasets = listDatasets(site)
  const lines = [
    `# ${title.zh} ${title.en}`,
    '',
    `${publisher.zh} ${publisher.en}`,
    ...(demonstration ? ['', `${demonstration.sentence.zh} ${demonstration.sentence.en}`] : []),
    '',
    ...(release ? [`第${release.release}次发布，${release.date}。Release ${release.release}, ${release.date}.`] : []),
    ...(url ? [`<${url}>`] : []),
    '',
    '每个数据集一个压缩包，内有说明、数据和类型定义。One package per dataset, with description, data and types.',
    '',
    ...datasets.map((contract) => `- \`${contract.id}.zip\` ${contract.title.zh} ${contract.title.en}`),
    '',
  ]
  return lines.join('\n')
}
