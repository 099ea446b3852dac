import { inBoth, t } from '../text/ui.ts'
import type { Frame } from './page-frame.ts'

/** The page that checks a file in the browser. */
export function buildCheckFrame(): Frame {
  return {
    path: '/check/',
    title: inBoth((lang) => t(lang, 'check')),
    description: {
      zh: '把CSV或XLSX文件放上来，按发布时所用的同一套规则核对，逐格指出问题和改法。文件不上传。',
      en: 'Drop a CSV or XLSX file to check it cell by cell against the rules used for publishing. Nothing is uploaded.',
    },
    crumbs: [],
    room: null,
    search: null,
  }
}
