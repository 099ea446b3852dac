import type { Release } from '../store/published-tables.ts'

/*
 * Texts within archives whose bytes must never change once they are given: a test holds their hash. Whatever is to be said
 * otherwise belongs on the page that offers them.
 */

/** `README.txt` of all of a dataset as it was after a release, from the log alone. */
export function renderReleaseReadme({
  dataset,
  release,
  without,
}: {
  dataset: string
  release: Release
  without: number | null
}): string {
  const { release: number, date, note } = release
  return [
    `${dataset}：第${number}次发布（${date}）之后的全部数据`,
    `${dataset}: all data as of release ${number} (${date})`,
    '',
    note.zh,
    note.en,
    '',
    '本压缩包的内容不再改变。各文件是当时各表、各期的最新版，与网站data/releases.jsonl中记录的SHA-256一致；核对：sha256sum -c SHA256SUMS。',
    ...(without === null ? [] : [`此后撤下的文件不在其中，最近一次在第${without}次发布。`]),
    `同一文件夹是同一张表，一期一个文件。代码是文本：01不是1。来源、许可、地址、引用方式见网站data/${dataset}/README.md，各列含义见该目录下各表的csv-metadata.json。`,
    '',
    'The content of this archive does not change any more. Each file is the newest version of its table and period at that time, with the SHA-256 recorded in data/releases.jsonl of the site; check with: sha256sum -c SHA256SUMS.',
    ...(without === null
      ? []
      : [`Files taken out since are not in it; the last were taken out by release ${without}.`]),
    `A folder is a table, with one file per period. Codes are text: 01 is not 1. Source, licence, address and citation: data/${dataset}/README.md on the site; the meaning of columns: csv-metadata.json of each table in that folder.`,
    '',
    "DuckDB: SELECT * FROM read_csv('FOLDER/*.csv', header = true, all_varchar = true);",
    '',
  ].join('\n')
}

/** `README.txt` of everything as it was after a release. */
export function renderBundleReadme({ release, date, note }: Release): string {
  return [
    `第${release}次发布（${date}）之后的全部数据`,
    `All data as of release ${release} (${date})`,
    '',
    note.zh,
    note.en,
    '',
    '本压缩包的内容不再改变。每个数据集一个压缩包，文件名中的日期和数字是它最近一次发布的日期和次序。',
    'The content of this archive does not change any more. One package per dataset; the day and the number in its name are those of the last release that touched it.',
    '',
  ].join('\n')
}
