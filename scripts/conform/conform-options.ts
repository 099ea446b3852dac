import type { Read } from '../command/options.ts'

/** Names of all checks, as `index.ts` has them, which `--help` prints without loading a check. */
export const CHECK_NAMES = [
  'cells',
  'frictionless',
  'csvw',
  'dcat',
  'jena',
  'croissant',
  'extruct',
  'schema-dts',
  'nu',
  'verapdf',
  'feedparser',
  'rome',
  'gofeed',
  'icalendar',
  'ical4j',
  'khal',
  'pybtex',
  'rispy',
  'pandoc',
  'citeproc',
  'xlsx-openpyxl',
  'xlsx-calamine',
  'xlsx-pandas',
  'xlsx-polars',
  'xlsx-libreoffice',
  'xlsx-gnumeric',
  'parquet',
  'pyjstat',
  'lines-pandas',
  'lines-duckdb',
  'lines-csvkit',
  'lines-sqlite-utils',
  'lines-miller',
  'lines-r',
  'engine-92',
  'engine-103',
  'engine-109',
  'engine-114',
  'engine-122',
  'engine-123',
  'firefox',
  'librsvg',
  'resvg',
  'cairosvg',
  'inkscape',
  'libreoffice',
  'spark',
] as const

export const OPTIONS = {
  only: {
    kind: 'text',
    placeholder: 'NAME[,NAME]',
    help: {
      en: `these checks, all by default: ${CHECK_NAMES.join(', ')}.`,
      zh: '只做这些核对，默认全部',
    },
  },
  shapes: {
    kind: 'folder',
    help: {
      en: 'folder with the SHACL files of DCAT-AP 3, which the check dcat needs.',
      zh: 'DCAT-AP 3的SHACL文件所在文件夹，核对dcat时需要',
    },
  },
  'spark-times': {
    kind: 'number',
    min: 1,
    max: 100,
    fallback: 10,
    help: {
      en: 'how many times the months of cases are put to Spark and DuckDB by the check spark',
      zh: '核对spark时把网格事件的月份扩为几倍',
    },
  },
  out: {
    kind: 'folder',
    help: { en: 'finished site at / to look at; built again by default', zh: '要核对的网站，默认重新生成' },
  },
} as const

export type ConformOptions = Read<typeof OPTIONS>
