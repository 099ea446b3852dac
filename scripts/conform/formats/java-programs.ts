import { join } from 'node:path'
import { runProgram } from '../../command/child.ts'
import { PROJECT } from '../../command/options.ts'
import { getLastLines, installFromNpm, listLines, ProgramError } from '../outside.ts'
import type { FormatProgram } from './format-program.ts'
import { listSitePages } from './list-pages.ts'
import { findJavaLacking, installFromMaven, type Library, runJava } from './maven.ts'
import { closeShapes, prepareSet } from './python-program.ts'
import { changeText, removePublished, removeTitle } from './sample-site.ts'

const JENA: Library = { group: 'org.apache.jena', artifact: 'jena-cmds', version: '5.6.0' }

/** The catalogue by a second program of shapes: they differ in what they refuse. */
export const JENA_PROGRAM: FormatProgram = {
  name: 'jena',
  about: {
    zh: '目录符合DCAT-AP 3的SHACL，由第二个程序核对。',
    en: 'The catalogue conforms to the shapes of DCAT-AP 3 by a second program.',
  },
  needsShapes: true,
  prepare: async (programs) => (await installFromMaven(join(programs, 'jena'), JENA)) ?? prepareSet(programs),
  findVersion: async () => ({ program: 'Apache Jena', version: JENA.version }),
  async ask(site, place) {
    const shapes = await closeShapes(place)
    const args = ['shacl.shacl_validate', '--text', '--shapes', shapes, '--data', join(site, 'catalog.jsonld')]
    const report = await runJava(join(place.programs, 'jena'), args)
    return report.trim() === 'Conforms' ? [] : listParagraphs(report)
  },
  breakCopy: removeTitle,
}

/** A finding of Jena is a few lines: `Node=…`, `Path=…`, `Message: …`. */
function listParagraphs(text: string): string[] {
  return text
    .split(/^(?=Node=)/m)
    .map((part) => part.replaceAll(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
}

export const ROME_PROGRAM = describeReader({
  name: 'rome',
  about: {
    zh: 'Atom订阅源由ROME读出，每条有编号、标题、链接和两个日期。',
    en: 'ROME reads the Atom feeds: each entry has id, title, link and both dates.',
  },
  library: { group: 'com.rometools', artifact: 'rome', version: '2.1.0' },
  source: 'ReadFeeds.java',
  breakCopy: removePublished,
})

export const ICAL4J_PROGRAM = describeReader({
  name: 'ical4j',
  about: {
    zh: '日历文件符合iCalendar，必填的属性齐全。',
    en: 'The calendar files are iCalendar with all required properties.',
  },
  library: { group: 'org.mnode.ical4j', artifact: 'ical4j', version: '4.4.0' },
  source: 'ReadCalendars.java',
  breakCopy: ({ folder }) =>
    changeText(join(folder, 'calendar', 'calendar.ics'), (text) => text.replace(/^UID:.*\r\n/m, '')),
})

/** A small program of ours in Java that asks a library of Maven. */
function describeReader({
  library,
  source,
  ...rest
}: Pick<FormatProgram, 'name' | 'about' | 'breakCopy'> & { library: Library; source: string }): FormatProgram {
  const resolveHome = (programs: string) => join(programs, library.artifact)
  return {
    ...rest,
    prepare: (programs) => installFromMaven(resolveHome(programs), library),
    findVersion: async () => ({ program: library.artifact, version: library.version }),
    async ask(site, { programs }) {
      const file = join(PROJECT, 'scripts/conform/formats/java', source)
      return listLines(await runJava(resolveHome(programs), [file, site]))
    },
  }
}

const NU = { name: 'vnu-jar', version: '26.9.27' }
/** Its grammar of CSS has no container queries: their lines are left out, and nothing wider. */
const UNKNOWN_CSS = '.*(@container|container-type).*'

/** Pages by the checker that the W3C uses: HTML, ARIA, SVG within, and styles within. */
export const NU_PROGRAM: FormatProgram = {
  name: 'nu',
  about: {
    zh: '数据页、首页和公报的HTML、ARIA、SVG合乎标准；容器查询它不认识。',
    en: 'Pages of data, the home page and bulletins are valid HTML, ARIA and SVG; it does not know container queries.',
  },
  prepare: async (programs) => (await findJavaLacking()) ?? installFromNpm(join(programs, 'nu'), NU),
  findVersion: async () => ({ program: 'Nu Html Checker', version: NU.version }),
  async ask(site, { programs }) {
    const pages = (await listSitePages(site, PAGES)).map((page) => join(site, page))
    if (pages.length === 0) return ['nothing to look at: data/*/index.html']
    const jar = join(programs, 'nu/node_modules/vnu-jar/build/dist/vnu.jar')
    const args = ['-jar', jar, '--format', 'gnu', '--filterpattern', UNKNOWN_CSS, ...pages]
    const ended = await runProgram('java', args, { gather: true })
    // Its exit code is 1 for errors in pages, which it names by their address.
    const findings = listLines(ended.output).filter((line) => /^"?file:/.test(line))
    if (ended.code !== 0 && findings.length === 0) throw new ProgramError(`vnu: ${getLastLines(ended)}`)
    return findings.map((line) => line.replace(/^"?file:\/*/, '/').replace(`${site}/`, ''))
  },
  breakCopy: ({ folder, dataset }) =>
    changeText(join(folder, 'data', dataset, 'index.html'), (text) => text.replace('<h1', '<h1 aria-colour="red"')),
}

/** Home, the catalogue of data and each dataset, bulletins: in both languages. */
const PAGES = /^(?:en\/)?(?:data\/(?:[^/]+\/)?|reports\/\d{4}-\d\d\/)?index\.html$/
