import { comparePeriods } from '../calendar/period.ts'
import { createProblemAtLevel, type Level, NOWHERE, type Problem } from '../problems/problem.ts'
import { sha256 } from './disk.ts'
import { joinTexts } from './download.ts'
import type { FileReader } from './file-reader.ts'
import { findNewestFiles, findWithdrawn, linesOf, readReleases } from './log.ts'
import type { Release } from './published-tables.ts'
import { ReleaseError } from './release-error.ts'
import { findStampedHead, isStamped, parseSums, SUMS } from './site-sums.ts'
import { listStoredFiles } from './verified-texts.ts'
import { agreesWithJson } from './whole-tables.ts'

/** What anyone can find out about a site, or a store, from nothing but its files. */
export interface Verification {
  /** Hash of the last line of the log; null where the log itself does not hold. */
  head: string | null
  releases: readonly Release[]
  /** How many files were compared with the log, and with the list of the site. */
  published: number
  listed: number
  pages: number
  tables: number
  /** Files that the log takes out. */
  withdrawn: number
  /** Datasets that the log has and the site does not offer. */
  notOffered: string[]
  /** The release whose line has the hash that was anchored outside. */
  anchored: Release | null
  problems: Problem[]
}

export interface Subject {
  /** Files of the site by their path: `data/releases.jsonl`. Of a store, those below `data/`. */
  read: FileReader
  kind: 'site' | 'store'
  /** All files that are there, where that can be known: not of a live site. */
  list?: readonly string[]
  /** A head of the log that somebody has kept. */
  head?: string
  /** Called with each file that was compared. */
  advance?(): void
}

/** Holds the log against itself, every published file against the log, every other file against the site's list. */
export async function verifySite(subject: Subject): Promise<Verification> {
  const made: Verification = {
    head: null,
    releases: [],
    published: 0,
    listed: 0,
    pages: 0,
    tables: 0,
    withdrawn: 0,
    notOffered: [],
    anchored: null,
    problems: [],
  }
  const sums = subject.kind === 'site' ? await readSums(subject, made) : null
  const log = await readLog(subject, made)
  if (log) {
    made.releases = log.releases
    const lines = linesOf(log.log)
    const last = lines.at(-1)
    made.head = last === undefined ? null : sha256(last)
    checkAnchor(lines, subject.head, made)
    await checkPublished(subject, sums, made)
  }
  if (sums) await checkListed(subject, sums, made)
  checkUnlisted(subject, sums, made)
  return made
}

/** `data/` of a site is a store, and more. */
const DATA = 'data/'

async function readLog({ read, kind }: Subject, made: Verification) {
  try {
    const log = await readReleases((path) => read(kind === 'site' ? `${DATA}${path}` : path))
    if (log.log === '') add(made, 'error', 'published-file-missing', `${kind === 'site' ? DATA : ''}releases.jsonl`)
    return log.log === '' ? null : log
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error
    made.problems.push(error.problem)
    return null
  }
}

async function readSums({ read }: Subject, made: Verification): Promise<Map<string, string> | null> {
  const bytes = await read(SUMS)
  if (bytes === null) add(made, 'error', 'site-file-missing', SUMS)
  const sums = bytes && parseSums(new TextDecoder().decode(bytes))
  if (bytes && !sums) add(made, 'error', 'site-list-invalid', SUMS)
  return sums
}

function checkAnchor(lines: readonly string[], head: string | undefined, made: Verification): void {
  if (head === undefined) return
  const index = lines.findIndex((line) => sha256(line) === head)
  made.anchored = made.releases[index] ?? null
  if (index < 0) add(made, 'error', 'log-head-unknown', 'releases.jsonl')
}

async function checkPublished(
  subject: Subject,
  sums: ReadonlyMap<string, string> | null,
  made: Verification,
): Promise<void> {
  const prefix = subject.kind === 'site' ? DATA : ''
  const isOffered = (path: string) =>
    !sums || [...sums.keys()].some((key) => key.startsWith(`${DATA}${datasetOf(path)}/`))
  const datasets = new Set(made.releases.flatMap(({ files }) => files.map(({ dataset }) => dataset)))
  made.notOffered = [...datasets].filter((dataset) => !isOffered(`${dataset}/`))
  const texts = new Map<string, string>()
  const files = listStoredFiles(made.releases).filter(({ path }) => !made.notOffered.includes(datasetOf(path)))
  await runInBatches(files, subject, async ({ path, sha256: expected }) => {
    const bytes = await subject.read(`${prefix}${path}`)
    if (bytes === null) return add(made, 'error', 'published-file-missing', `${prefix}${path}`)
    made.published += 1
    if (sha256(bytes) !== expected) return add(made, 'error', 'published-file-changed', `${prefix}${path}`)
    texts.set(path, new TextDecoder().decode(bytes))
  })
  const gone = made.releases.flatMap((release) => release.withdrawn ?? [])
  made.withdrawn = gone.length
  for (const { path, sha256: hash } of gone) {
    const bytes = await subject.read(`${prefix}${path}`)
    // A server may answer for a file that is not there with a page of its own.
    if (bytes !== null && sha256(bytes) === hash) add(made, 'error', 'site-withdrawn-there', `${prefix}${path}`)
  }
  if (subject.kind === 'site') await checkWholeTables(subject, texts, made)
}

function datasetOf(path: string): string {
  return path.slice(0, path.indexOf('/'))
}

/** The download of all periods holds the very rows of the periods' files, as CSV and as JSON. */
async function checkWholeTables(
  { read }: Subject,
  texts: ReadonlyMap<string, string>,
  made: Verification,
): Promise<void> {
  const gone = findWithdrawn(made.releases)
  const newest = [...findNewestFiles(made.releases).values()].filter(
    ({ path, dataset }) => !gone.has(path) && !made.notOffered.includes(dataset),
  )
  for (const [name, files] of Map.groupBy(newest, ({ dataset, table }) => `${dataset}/${table}`)) {
    made.tables += 1
    const found = files.toSorted((a, b) => comparePeriods(a.period, b.period)).map(({ path }) => texts.get(path))
    const parts = found.filter((text) => text !== undefined)
    // A file that is missing or changed has been named already.
    if (parts.length < found.length) continue
    const [csv, json] = [await read(`${DATA}${name}.csv`), await read(`${DATA}${name}.json`)]
    const whole = csv && new TextDecoder('utf-8', { ignoreBOM: true }).decode(csv)
    if (whole === null) add(made, 'error', 'site-file-missing', `${DATA}${name}.csv`)
    else if (whole !== joinTexts(parts)) add(made, 'error', 'site-download-differs', `${DATA}${name}.csv`)
    if (json === null) add(made, 'error', 'site-file-missing', `${DATA}${name}.json`)
    else if (!agreesWithJson(joinTexts(parts), new TextDecoder().decode(json))) {
      add(made, 'error', 'site-download-differs', `${DATA}${name}.json`)
    }
  }
}

async function checkListed(subject: Subject, sums: ReadonlyMap<string, string>, made: Verification): Promise<void> {
  await runInBatches([...sums], subject, async ([path, expected]) => {
    const bytes = await subject.read(path)
    if (bytes === null) return add(made, 'error', 'site-file-missing', path)
    made.listed += 1
    if (sha256(bytes) !== expected) add(made, 'error', 'site-file-changed', path)
    if (!isStamped(path)) return
    made.pages += 1
    const stamped = findStampedHead(new TextDecoder().decode(bytes))
    if (made.head !== null && stamped !== made.head) {
      add(made, 'error', 'site-head-differs', path)
    }
  })
}

/** What is there and named nowhere: nobody can say whose it is. */
function checkUnlisted({ list, kind }: Subject, sums: ReadonlyMap<string, string> | null, made: Verification): void {
  if (!list || (kind === 'site' ? !sums : made.head === null)) return
  const own = new Set(listStoredFiles(made.releases).map(({ path }) => path))
  const known = kind === 'site' ? (path: string) => path === SUMS || sums?.has(path) : (path: string) => own.has(path)
  const always = kind === 'store' ? ['releases.jsonl', 'heads.txt'] : []
  for (const path of list) {
    if (!known(path) && !always.includes(path)) add(made, 'warning', 'site-file-unlisted', path)
  }
}

/** How many files are asked for at a time. */
const FILES_AT_ONCE = 8

async function runInBatches<T>(items: readonly T[], subject: Subject, work: (item: T) => Promise<void>): Promise<void> {
  for (let start = 0; start < items.length; start += FILES_AT_ONCE) {
    const batch = items.slice(start, start + FILES_AT_ONCE)
    await Promise.all(batch.map(work))
    for (const _ of batch) subject.advance?.()
  }
}

function add(made: Verification, level: Level, rule: string, file: string): void {
  made.problems.push(createProblemAtLevel(rule, level, { ...NOWHERE, file }))
}
