import { FORMAT, LANG, type Read } from '../command/options.ts'

export const PARTS = ['scan', 'gate', 'line', 'faults', 'build', 'search', 'bytes'] as const

/** Parts that take long, and run only where they are named. */
const ON_DEMAND = ['fuzz', 'page'] as const

export const NAMED = [...PARTS, ...ON_DEMAND] as const

export const OPTIONS = {
  format: FORMAT,
  lang: LANG,
  only: {
    kind: 'text',
    placeholder: NAMED.join(','),
    help: {
      en: 'these parts; all but fuzz and page (200,000 rows in /check/) by default; line by name also beside DuckDB, and Papa Parse with Zod',
      zh: '只测这些部分，默认除fuzz和page（/check/中的20万行）外全部；指明line时另与DuckDB、Papa Parse加Zod对比',
    },
  },
  quick: { kind: 'switch', help: { en: 'fewer files, and no larger sites', zh: '少测文件，不测更大的网站' } },
  queries: {
    kind: 'folder',
    fallback: 'tests/search/queries.yaml',
    help: { en: 'file of queries with relevance judgements', zh: '搜索评测的查询文件' },
  },
  out: {
    kind: 'folder',
    help: { en: 'finished site at / to measure; built again by default', zh: '要测的网站，默认重新生成' },
  },
} as const

export type BenchOptions = Read<typeof OPTIONS>
