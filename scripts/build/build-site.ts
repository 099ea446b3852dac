import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import type { Site } from '../../src/compose/site.ts'
import { listAcceptedHashes } from '../../src/portal/exceptions.ts'
import { printProblems } from '../../src/problems/print-problems.ts'
import { buildIndex } from '../../src/search/build-index.ts'
import { openThesaurus } from '../../src/search/thesaurus.ts'
import { sha256 } from '../../src/store/disk.ts'
import { stampAll } from '../../src/store/file-stamp.ts'
import { MANIFEST } from '../../src/store/manifest.ts'
import { isStamped, renderSums, SUMS, stampHead } from '../../src/store/site-sums.ts'
import type { Lang } from '../../src/text/local-text.ts'
import { pluralise } from '../../src/text/plural.ts'
import { buildSearchRecords } from '../../src/views/search-records.ts'
import { auditSite } from '../audit/audit-site.ts'
import { runProgram } from '../command/child.ts'
import { PROJECT } from '../command/options.ts'
import { runStage } from '../command/progress-reporter.ts'
import { InputError } from '../command/run-command.ts'
import { withLock } from '../command/with-lock.ts'
import { checkFormalities } from '../line/check-formalities.ts'
import { openWholeSite } from '../line/open-whole-site.ts'
import { requirePublishedFolder } from '../line/published-folder.ts'
import { toInputError } from '../line/run-line-over.ts'
import { checkBuiltSite } from '../scan/check-built-site.ts'
import { openCleanFiles } from '../scan/clean-files.ts'
import type { BuildOptions } from './build-options.ts'
import { checkRetiredFigures, describeUnexplained } from './check-retired-figures.ts'
import { copyDownloads } from './copy-downloads.ts'
import { deriveDownloads } from './derive-downloads.ts'
import { requireMovedTargets } from './moved-targets.ts'
import { openDrawings } from './open-drawings.ts'
import { openPictures } from './open-pictures.ts'
import { requireReplaceable } from './replaceable-folder.ts'
import { writeMachineFiles } from './write-machine-files.ts'
import { writePdfs } from './write-pdfs.ts'
import { writeReadingVersion } from './write-reading-version.ts'

/** Builds the site from what is published. The folder `--out` is replaced whole at the end, or not at all. */
export async function buildSite(options: BuildOptions): Promise<void> {
  await requireReplaceable(options.out)
  const folders = {
    data: options.data,
    published: options.published ?? join(options.data, 'published'),
    content: options.content,
  }
  requirePublishedFolder(folders.published)
  const verified = stampAll([folders.published]).text
  // A sibling of the out folder, so that the last step is a rename within one file system.
  const next = `${options.out}.next-${process.pid}`
  const derived = `${options.out}.data-${process.pid}`
  try {
    const site = await runStage({ zh: '读取已发布的数据', en: 'Reading what is published' }, async (progress) => {
      const read = await openWholeSite(folders).catch((error: unknown) => {
        throw toInputError(error, options.lang)
      })
      progress.setResult({ zh: `${read.published.tables.size} 张表`, en: `${read.published.tables.size} tables` })
      return read
    })
    const wanting = await checkFormalities(site, options.content)
    if (wanting.length > 0) process.stderr.write(`${printProblems(wanting, options.lang)}\n`)
    const pictures = options.pictures ? await openPictures() : {}
    await withLock(join(PROJECT, '.mingge', 'build.lock'), async () => {
      await prepareDownloads(site, options.base, derived)
      await renderPages(site, {
        ...folders,
        verified,
        base: options.base,
        next,
        before: options.out,
        derived,
        drawn: { ...pictures, ...(options.pdf ? { MINGGE_PDF: 'yes' } : {}) },
      })
    })
    await writeDownloads(site, { published: folders.published, derived, next })
    await writeMachineFiles(site, options.base, { derived, next })
    await indexPages(site, next)
    if (options.pdf) await writePdfs(site, options.base, next)
    await writeReadingVersion(site, options.base, next)
    const hashes = await sealSite(site, next)
    await scanSite(site, { next, hashes, lang: options.lang })
    await attackSite(next)
    await replaceWhole(options.out, next)
  } finally {
    await rm(next, { recursive: true, force: true })
    await rm(derived, { recursive: true, force: true })
  }
}

/** Derives the files of all formats, before the pages that name their sizes. */
async function prepareDownloads(site: Site, base: string, derived: string): Promise<void> {
  await runStage({ zh: '生成各种格式的数据文件', en: 'Deriving data files' }, async (progress) => {
    await mkdir(derived, { recursive: true })
    const files = await deriveDownloads(site, base, derived)
    await writeFile(join(derived, MANIFEST), JSON.stringify(files))
    progress.setResult({ zh: `${files.length} 个文件`, en: pluralise(files.length, 'file') })
  })
}

/** Astro writes every page. Anything it warns of stops the build. */
async function renderPages(
  site: Site,
  at: {
    data: string
    published: string
    verified: string
    content: string
    base: string
    next: string
    /** The site that this replaces. */
    before: string
    derived: string
    /** What pages need to know of pictures and PDFs. */
    drawn: Readonly<Record<string, string>>
  },
): Promise<void> {
  await runStage({ zh: '生成页面', en: 'Rendering pages' }, async (progress) => {
    const ended = await runProgram(process.execPath, [join(PROJECT, 'scripts', 'build', 'render-site.ts')], {
      gather: true,
      // Astro 7.3.5 takes a folder for one inside its own when the name merely begins alike (mingge, mingge-site), and
      // then finds no packages from there. No site is ever written into this folder.
      folder: join(PROJECT, '.mingge'),
      env: {
        MINGGE_DATA: at.data,
        MINGGE_PUBLISHED: at.published,
        MINGGE_VERIFIED: at.verified,
        MINGGE_CONTENT: at.content,
        MINGGE_BASE: at.base,
        MINGGE_DOWNLOADS: join(at.derived, MANIFEST),
        MINGGE_DRAWINGS: await openDrawings(),
        ...at.drawn,
        // A variable of this name that the publisher happens to have would go before the base that Astro is given.
        BASE_URL: at.base,
        MINGGE_ASTRO_OUT: at.next,
        MINGGE_CACHE: join(PROJECT, '.mingge', 'astro', sha256(at.content).slice(0, 12)),
        ...(site.settings.url ? { MINGGE_SITE: site.settings.url } : {}),
        ASTRO_TELEMETRY_DISABLED: '1',
        NO_COLOR: '1',
        FORCE_COLOR: '0',
        NODE_ENV: 'production',
      },
    })
    if (ended.code !== 0) throw new Error(`astro build failed\n${ended.output.slice(-6000)}`)
    // It prints nothing but warnings.
    if (ended.output.trim() !== '') throw new Error(`astro build warned:\n${ended.output.slice(-6000)}`)
    const pages = (await readdir(at.next, { recursive: true })).filter((path) => path.endsWith('.html')).length
    requireMovedTargets(site, at.next)
    const unexplained = describeUnexplained(checkRetiredFigures(site, at.next, at.before))
    progress.setResult({ zh: `${pages} 页${unexplained.zh}`, en: `${pluralise(pages, 'page')}${unexplained.en}` })
  })
}

/** The published files byte for byte, and what was derived from them. */
async function writeDownloads(site: Site, at: { published: string; derived: string; next: string }): Promise<void> {
  await runStage({ zh: '复制数据', en: 'Copying data' }, async (progress) => {
    const count = await copyDownloads(site, at)
    progress.setResult({ zh: `${count} 个文件`, en: pluralise(count, 'file') })
  })
}

async function indexPages(site: Site, next: string): Promise<void> {
  await runStage({ zh: '建立搜索索引', en: 'Indexing for search' }, async (progress) => {
    const thesaurus = openThesaurus(site.thesaurus, [...site.published.contracts.values()])
    const made = await buildIndex({
      siteDir: next,
      records: buildSearchRecords(site),
      thesaurus,
      onProgress: (_done, total) => {
        progress.setTotal(total)
        progress.advance()
      },
    })
    const pages = made.pages.zh + made.pages.en
    const records = made.records.zh + made.records.en
    progress.setResult({ zh: `${pages} 页，${records} 条记录`, en: `${pages} pages, ${records} records` })
  })
}

/** Puts the head of the log into every footer, when all is rendered, and lists every file with its hash; returns the hashes. */
async function sealSite({ published: { head } }: Site, next: string): Promise<Map<string, string>> {
  return runStage({ zh: '写入校验值', en: 'Writing hashes' }, async (progress) => {
    const hashes = new Map<string, string>()
    for (const entry of await readdir(next, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const file = join(entry.parentPath, entry.name)
      // One after the other: thousands of small files in turn cost several times as much asynchronously.
      let bytes: Uint8Array = readFileSync(file)
      const path = relative(next, file).split(sep).join('/')
      if (isStamped(path) && head !== null) {
        bytes = stampHead(bytes, head)
        writeFileSync(file, bytes)
      }
      hashes.set(path, sha256(bytes))
    }
    await writeFile(join(next, SUMS), renderSums(hashes))
    progress.setResult({ zh: `${hashes.size} 个文件`, en: pluralise(hashes.size, 'file') })
    return hashes
  })
}

/** The last gate: whoever wrote a file of the site, and whatever checked it before, it is scanned as it will be served. */
async function scanSite(
  site: Site,
  { next, hashes, lang }: { next: string; hashes: ReadonlyMap<string, string>; lang: Lang },
): Promise<void> {
  await runStage({ zh: '查找个人信息', en: 'Looking for personal data' }, async (progress) => {
    const allowed = site.departments.phones
    const { problems, files } = await checkBuiltSite(next, {
      allowed,
      clean: await openCleanFiles(allowed),
      hashes,
      acceptedHashes: listAcceptedHashes(site.exceptions.exceptions),
    })
    if (problems.length > 0) throw new InputError(printProblems(problems, lang))
    progress.setResult({ zh: `${files} 个文件，没有发现`, en: `${pluralise(files, 'file')}, none found` })
  })
}

/** What no reader may be able to work out: hidden counts, from all that the site prints beside them. */
async function attackSite(next: string): Promise<void> {
  await runStage({ zh: '反推隐去的数', en: 'Trying to work out hidden counts' }, async (progress) => {
    const { hidden, cells, narrow, undecided } = await auditSite(next)
    const open = [...narrow, ...undecided]
    if (open.length > 0) {
      throw new InputError({
        zh: `网站没有替换：隐去的数有${open.length}个可以推知，如${open[0]}。请对生成的网站运行npm run audit查看。`,
        en: `The site was not replaced: ${open.length} hidden counts can be worked out, such as ${open[0]}. Run npm run audit on a built site to see them.`,
      })
    }
    progress.setResult({
      zh: `${cells} 格，隐去 ${hidden}，都推不出`,
      en: `${cells} counts, ${hidden} hidden, none of which can be worked out`,
    })
  })
}

/** Puts the new site in the place of the old site; between the two renames nothing else happens. */
async function replaceWhole(out: string, next: string): Promise<void> {
  const old = `${out}.old-${process.pid}`
  await mkdir(dirname(out), { recursive: true })
  if (existsSync(out)) await rename(out, old)
  try {
    await rename(next, out)
  } catch (error) {
    if (existsSync(old)) await rename(old, out)
    throw error
  }
  await rm(old, { recursive: true, force: true })
}
