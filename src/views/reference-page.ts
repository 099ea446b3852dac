import { listDocuments, type ReferenceDocument } from '../portal/reference/documents.ts'
import type { Need } from '../portal/reference/list-items.ts'
import type { LocalText } from '../text/local-text.ts'
import type { Frame } from './page-frame.ts'

const PATH = '/methods/reference/'

export { listDocuments }

/** One line of the table of a kind of file. */
interface ReferenceLine {
  path: string
  type: LocalText
  need: LocalText
  meaning: LocalText
  example: string
}

/** What the index has around its list. */
export function buildReferenceFrame(): Frame {
  return {
    path: PATH,
    title: { zh: '文件各项说明', en: 'Reference of files' },
    description: {
      zh: '发布者所写的每种文件，每一项的类型、含义、默认值和例子；由程序核对时所用的定义生成。',
      en: 'Every file that a publisher writes: type, meaning, default and example of each item, generated from the definitions by which they are checked.',
    },
    crumbs: [METHODS],
    room: 'methods',
    search: { kind: 'page' },
  }
}

/** What the page of one kind of file has around its table. */
export function buildDocumentFrame({ id, title, about }: ReferenceDocument): Frame {
  const index = buildReferenceFrame()
  return {
    ...index,
    path: referencePathOf(id),
    title: { zh: `${title.zh}：各项说明`, en: `Reference: ${title.en}` },
    description: about,
    crumbs: [METHODS, { label: index.title, path: PATH }],
  }
}

export function referencePathOf(id: string): string {
  return `${PATH}${id}/`
}

export function listReferenceColumns(): LocalText[] {
  return [
    { zh: '项', en: 'Item' },
    { zh: '是否必填', en: 'Needed' },
    { zh: '含义', en: 'Meaning' },
    { zh: '类型', en: 'Type' },
    { zh: '例', en: 'Example' },
  ]
}

export function listReferenceLines({ items }: ReferenceDocument): ReferenceLine[] {
  return items.map(({ path, types, need, meaning, example }) => ({
    path,
    type: {
      zh: types.map((type) => TYPES[type]?.zh ?? type).join(' | '),
      en: types.map(nameTypeInEnglish).join(' | '),
    },
    need: NEEDS[need],
    meaning,
    example,
  }))
}

/** Where the machine-readable form of a kind of file is; null where there is none. */
export function schemaPathOf({ schema }: ReferenceDocument): string | null {
  return schema === undefined ? null : `/schema/${schema}.json`
}

const METHODS = { label: { zh: '方法', en: 'Methods' }, path: '/methods/' }

const NEEDS: Readonly<Record<Need, LocalText>> = {
  required: { zh: '必填', en: 'required' },
  optional: { zh: '可不写', en: 'optional' },
  'by-kind': { zh: '视种类', en: 'by kind' },
}

/** A fixed value is printed as it is written. */
const TYPES: Readonly<Record<string, LocalText>> = {
  text: { zh: '文字', en: 'text' },
  number: { zh: '数', en: 'number' },
  'whole number': { zh: '整数', en: 'whole number' },
  'yes-no': { zh: 'true 或 false', en: 'true or false' },
  list: { zh: '列表', en: 'list' },
  group: { zh: '若干项', en: 'group' },
  words: { zh: '{ zh, en }', en: '{ zh, en }' },
}

function nameTypeInEnglish(type: string): string {
  return TYPES[type]?.en ?? type
}
