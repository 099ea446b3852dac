import type { Column } from '../../contracts/contract.ts'
import type { LocalText } from '../../text/local-text.ts'

/** What a program printed in place of a value, and how it is exported right. */
interface Debris {
  what: LocalText
  remedy: LocalText
}

/**
 * Text that is no value but the way in which a program shows an object, a list or a date that it has no rule to
 * write: `[object Object]`, `com.example.Dept@1b6d3586`, `reserved-46326x1F`. Null for any other text. Columns that never
 * leave the checker may hold such a text.
 */
export function findDebris(text: string, { type, privacy }: Pick<Column, 'type' | 'privacy'>): Debris | null {
  if (privacy === 'personal' || privacy === 'free-text' || !SUSPECT.test(text)) return null
  const isTime = TIMES.has(type.kind)
  const found = FORMS.find(({ form, only }) => (only === undefined || isTime) && form.test(text))
  return found ? found.debris : null
}

const TIMES = new Set(['date', 'datetime', 'month', 'year'])

/** Most texts hold none of these signs. */
const SUSPECT =
  /[[\]{}<>@"$=]|GMT|^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b|^reserved|^\d{5}\.0$|^(?:System|java)\.|^(?:Optional|Some|Timestamp|function|[a-z]+\.[a-z]+) ?\(|^Optional\.|\\[年月日]/i

const OBJECT: Debris = {
  what: { zh: '程序里的对象', en: 'a program object' },
  remedy: {
    zh: '请在导出程序里取对象的名称一类字段，不要直接输出对象。',
    en: 'Have the export write a field of the object, such as its name, instead of the object.',
  },
}
const LIST: Debris = {
  what: { zh: '程序里的列表', en: 'a program list' },
  remedy: {
    zh: '请在导出程序里用“、”把各项连成一段文字。',
    en: 'Have the export join its items with “、” into one text.',
  },
}
const JSON_TEXT: Debris = {
  what: { zh: 'JSON一类的结构', en: 'JSON or similar' },
  remedy: {
    zh: '请在导出程序里取出其中的值，一列一项。',
    en: 'Have the export write each value into its own column.',
  },
}
const TEMPLATE: Debris = {
  what: { zh: '没有填上值的模板', en: 'a template that was not filled in' },
  remedy: { zh: '请检查导出模板里的变量名。', en: 'Check the names of variables in the template of the export.' },
}
const DATE: Debris = {
  what: { zh: '程序直接输出的日期', en: 'a date in the format of a program' },
  remedy: {
    zh: '请在导出程序里把日期格式定为yyyy-MM-dd（有时间的加HH:mm）。',
    en: 'Have the export format dates as yyyy-MM-dd, with HH:mm where there is a time.',
  },
}

/** `only: 'time'`: what is debris in a column of dates may be a number elsewhere. */
const FORMS: readonly { form: RegExp; debris: Debris; only?: 'time' }[] = [
  { form: /\[object \w+\]/, debris: OBJECT },
  { form: /(?:^|[^\w.])(?:[a-z_]\w*\.)+[A-Z]\w*(?:\$\w+)*@[0-9a-f]{1,8}(?![\w.])/, debris: OBJECT },
  { form: /^(?:\[+[BCDFIJSZ]|\[+L[\w.$]+;|[A-Z]\w*(?:\$\w+)*)@[0-9a-f]{4,8}$/, debris: OBJECT },
  { form: /^<[^<>]* (?:object )?at 0x[0-9a-f]+>$|^#<[A-Z][^<>]*>$|^function ?\(/, debris: OBJECT },
  { form: /^System\.[A-Z][\w.`]*(?:\[[\w., ]*\])?$/, debris: OBJECT },
  { form: /^(?:Optional(?:Int|Long|Double)?(?:\[.*\]|\.empty)|Some\(.*\))$/s, debris: OBJECT },
  { form: /^\[(?:"[^"]*"|'[^']*')(?:, ?(?:"[^"]*"|'[^']*'))*\]$|^\[[^[\]]*(?:, [^[\]]*)+\]$|^\[\]$/, debris: LIST },
  {
    form: /^\[?\{\s*["']?[\p{L}_][\p{L}\w]*["']?\s*[:=].*\}\]?$|^\{\}$|^[A-Z]\w*\((?:\w+=[^()]*)+\)$/su,
    debris: JSON_TEXT,
  },
  { form: /\$\{[\w.]+\}|\{\{[^{}]*\}\}|#\{[\w.]+\}/, debris: TEMPLATE },
  { form: /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? (?:[A-Z][a-z]{2} \d{1,2}|\d{1,2} [A-Z][a-z]{2})\b.*\d{4}/, debris: DATE },
  { form: /^reserved-\d+(?:\.\d+)?x[0-9a-f]{1,2}$/i, debris: DATE },
  { form: /\d\s*"[年月日时分秒]"|\d\s*\\[年月日]/, debris: DATE },
  { form: /^(?:java\.|datetime\.|Timestamp\(|DateTime\(|new Date\(|\/Date\()/, debris: DATE },
  { form: /^\d{5}\.0$/, debris: DATE, only: 'time' },
]
