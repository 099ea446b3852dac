import { join } from 'node:path'
import type { FormatProgram } from './format-program.ts'
import { GOFEED_PROGRAM } from './go-program.ts'
import { ICAL4J_PROGRAM, JENA_PROGRAM, NU_PROGRAM, ROME_PROGRAM } from './java-programs.ts'
import { describePython, type PythonProgram } from './python-program.ts'
import { changeEventDay, changeNumber, changeText, removePublished, removeTitle } from './sample-site.ts'
import { SCHEMA_PROGRAM } from './schema-program.ts'
import { VERAPDF_PROGRAM } from './verapdf.ts'

/** What describes the data, and what tells of it: packages, catalogues, pages, feeds, calendars, citations. */
export const CATALOGUE_PROGRAMS: readonly FormatProgram[] = [
  describePython({
    name: 'frictionless',
    about: {
      zh: '数据包（Data Package 2.0）的列、类型、主键、外键、字节数、校验值与CSV一致。',
      en: 'Data Packages state the columns, types, keys, sizes and hashes of their CSV. It does not see doubled unique keys or categories.',
    },
    pinned: 'frictionless',
    script: 'describe.py',
    asks: 'frictionless',
    breakCopy: (sample) => changeNumber(sample, 'many'),
  }),
  describePython({
    name: 'csvw',
    about: {
      zh: 'CSVW写明的类型、主键、外键与CSV一致。它看不出列名有误，列名由本程序的测试核对。',
      en: 'CSVW states the types and keys of its CSV. It does not see wrong or swapped headings: our own test does.',
    },
    pinned: 'csvw',
    script: 'describe.py',
    asks: 'csvw',
    breakCopy: (sample) => changeNumber(sample, 'many'),
  }),
  describePython({
    name: 'dcat',
    about: {
      zh: '目录符合DCAT-AP 3的SHACL。它看不出11月31日，日期由本程序的测试核对。',
      en: 'The catalogue conforms to the shapes of DCAT-AP 3. They do not see 31 November or a date as plain text: our own test does.',
    },
    pinned: 'pyshacl',
    script: 'describe.py',
    asks: 'dcat',
    needsShapes: true,
    breakCopy: removeTitle,
  }),
  JENA_PROGRAM,
  describePython({
    name: 'croissant',
    about: {
      zh: 'Croissant的结构、校验值与列可由mlcroissant读出。它从不核对主键，主键由本程序的测试核对。',
      en: 'mlcroissant reads the structure, the hashes and the columns of Croissant. It never checks keys: our own test does.',
    },
    pinned: 'mlcroissant',
    script: 'describe.py',
    asks: 'croissant',
    breakCopy: ({ folder }) =>
      changeText(join(folder, 'croissant.json'), (text) =>
        text.replace(/"sha256":"[0-9a-f]{64}"/, `"sha256":"${'0'.repeat(64)}"`),
      ),
  }),
  describePython({
    name: 'extruct',
    about: {
      zh: '数据页的schema.org数据可由搜索程序取出。词汇由schema-dts核对。',
      en: 'Search programs find the schema.org data in data pages. Their vocabulary is checked by schema-dts.',
    },
    pinned: 'extruct',
    script: 'describe.py',
    asks: 'extruct',
    breakCopy: ({ folder, dataset }) =>
      changeText(join(folder, 'data', dataset, 'index.html'), (text) => text.replace('"@type":"Dataset",', '"@type":')),
  }),
  SCHEMA_PROGRAM,
  NU_PROGRAM,
  VERAPDF_PROGRAM,
  describePython({
    name: 'feedparser',
    about: {
      zh: 'Atom订阅源可读，每条有编号、标题、链接和两个日期。',
      en: 'Atom feeds are well-formed, and each entry has id, title, link and both dates.',
    },
    pinned: 'feedparser',
    script: 'describe.py',
    asks: 'feeds',
    breakCopy: removePublished,
  }),
  ROME_PROGRAM,
  GOFEED_PROGRAM,
  describePython({
    name: 'icalendar',
    about: {
      zh: '日历文件的每个事件由icalendar读出，日期和名称与文件相同。',
      en: 'icalendar finds each event of the calendar files with its day and title. It does not mind long lines: our own test does.',
    },
    pinned: 'icalendar',
    script: 'calendars.py',
    asks: 'icalendar',
    breakCopy: changeEventDay,
  }),
  ICAL4J_PROGRAM,
  describePython({
    name: 'khal',
    about: {
      zh: '日历文件由khal导入后，每个事件的日期和名称与文件相同。',
      en: 'khal imports the calendar files and lists each event with its day and title.',
    },
    pinned: 'icalendar',
    script: 'calendars.py',
    asks: 'khal',
    needs: { program: 'khal', args: ['--version'], package: 'khal (Debian: khal)' },
    breakCopy: changeEventDay,
  }),
  describeCitation('pybtex', {
    zh: '页面上的BibTeX由pybtex读出，机构是一个名称，题名、年份、地址与CSL-JSON相同。',
    en: 'pybtex reads the BibTeX of pages: the office is one name; title, year and address are those of CSL-JSON.',
    broken: ['title = {', 'titel = {'],
  }),
  describeCitation('rispy', {
    zh: '页面上的RIS由rispy读出，机构、题名、年份、地址与CSL-JSON相同。它什么标签都收。',
    en: 'rispy reads the RIS of pages with the office, title, year and address of CSL-JSON. It takes any tag.',
    broken: ['TI  - ', 'TX  - '],
  }),
  describeCitation(
    'pandoc',
    {
      zh: '页面上的BibLaTeX和CSL-JSON由pandoc读出，并能排成参考文献。',
      en: 'pandoc reads the BibTeX and the CSL-JSON of pages and makes a list of references of them.',
      broken: ['title = {', 'titel = {'],
    },
    { program: 'pandoc', args: ['--version'], package: 'pandoc (Debian: pandoc)' },
  ),
  describeCitation('citeproc', {
    zh: '页面上的CSL-JSON由citeproc-py排成参考文献，机构、题名、年份、地址都在其中。',
    en: 'citeproc-py makes a reference of the CSL-JSON of pages that has its office, title, year and address.',
    broken: ['issued', 'issuing'],
  }),
]

function describeCitation(
  asks: string,
  { broken: [from, to], ...about }: { zh: string; en: string; broken: [string, string] },
  needs?: PythonProgram['needs'],
): FormatProgram {
  return describePython({
    name: asks,
    about,
    pinned: asks === 'citeproc' ? 'citeproc-py' : asks,
    script: 'citations.py',
    asks,
    ...(needs ? { needs } : {}),
    breakCopy: ({ folder, dataset }) =>
      changeText(join(folder, 'data', dataset, 'index.html'), (text) => text.replaceAll(from, to)),
  })
}
