import { FORMAT, LANG, type Read } from '../command/options.ts'

const TABLES = {
  kind: 'folder',
  help: {
    en: 'JSON of published cells and equations: n, base, published, equations, hiddenAtLeast',
    zh: '已公布单元格与等式的JSON：n、base、published、equations、hiddenAtLeast',
  },
} as const

export const OPTIONS = { format: FORMAT, lang: LANG, tables: TABLES } as const

export type AuditOptions = Read<typeof OPTIONS>
