import type { QuirkCases } from './quirk-files.ts'
import { fromEntries, fromName } from './quirk-portal.ts'

/** Cases of where files lie and what they are called. */
export const FOLDER_CASES: QuirkCases = {
  'file-name': [() => fromName('报表(最终版)(2).xlsx')],
  'file-kind': [() => fromName('说明.docx'), () => fromEntries({ 'raw/2026-10.csv': 'file' })],
  'folder-unknown': [() => fromEntries({ 'raw/养老': 'folder' })],
  'folder-nested': [
    () => fromEntries({ 'raw/small/2026': 'folder' }),
    () => fromEntries({ 'raw/small/2026/10.csv': 'file' }),
  ],
  'period-twice': [() => fromEntries({ 'raw/small/2026-10.csv': 'file', 'raw/small/2026-10.xlsx': 'file' })],
  'file-open': [() => fromName('~$2026-10.xlsx'), () => fromName('.~lock.2026-10.csv#')],
  'file-ignored': ['Thumbs.db', 'desktop.ini', '._2026-10.csv', '..%2f2026-09.csv'].map((name) => () => fromName(name)),
  link: [() => fromEntries({ 'raw/small/2026-10.csv': 'link' }), () => fromEntries({ 'raw/small': 'link' })],
  'not-a-file': [() => fromEntries({ 'raw/small/2026-10.csv': 'other' })],
}
