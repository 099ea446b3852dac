import { type Count, unreachedOf } from './evidence.ts'
import { renderElement, renderScrollable, renderTableRow, say, type TableCell } from './html-element.ts'
import type { RuleGroup, RuleLine } from './list-rules.ts'
import type { Writing } from './writing.ts'

const GROUPS: readonly RuleGroup[] = ['cells', 'rows', 'figures']

/** Every rule of the contract with what was tried; `files` is how many files the right half sums up. */
export function renderRules(lines: readonly RuleLine[], files: number, writing: Writing): string {
  const { words } = writing
  const groups = GROUPS.flatMap((group) => {
    const own = lines.filter((line) => line.group === group)
    if (own.length === 0) return []
    const title = renderElement(
      'tr',
      { class: 'group' },
      renderElement('th', { colspan: files > 1 ? '8' : '6', scope: 'colgroup' }, say(words.group[group])),
    )
    return [renderElement('tbody', {}, title, ...own.map((line) => renderTableRow(cellsOf(line, files, writing))))]
  })
  const heads = [words.tried, words.passed, words.failed, words.repaired, words.untried]
  const head = [
    renderElement('th', { scope: 'col' }, ''),
    ...heads.map((text, index) =>
      renderElement('th', { scope: 'col', ...(index < heads.length - 1 ? { class: 'n' } : {}) }, say(text)),
    ),
    ...(files > 1
      ? [words.tried, words.failed].map((text) =>
          renderElement(
            'th',
            { scope: 'col', class: 'n all' },
            say(text),
            renderElement('small', {}, say(words.allFiles(files))),
          ),
        )
      : []),
  ]
  const table = renderElement(
    'table',
    { class: 'rules' },
    renderElement('thead', {}, renderElement('tr', {}, ...head)),
    ...groups,
  )
  return renderElement('p', { class: 'lead' }, say(words.rulesLead)) + renderScrollable(words.rules, table)
}

function cellsOf({ group, text, now, all, absent }: RuleLine, files: number, writing: Writing): TableCell[] {
  const { lang, count } = writing
  const tried = now.passed + now.failed
  const createNumberCell = (value: number, isFault = false): TableCell => ({
    text: count(value),
    isNumber: true,
    isBad: isFault && value > 0,
  })
  const own: TableCell[] =
    absent === null || tried > 0
      ? [
          createNumberCell(tried),
          createNumberCell(now.passed),
          createNumberCell(now.failed, true),
          createNumberCell(now.repaired),
          { text: describeUntried(now, group, writing) },
        ]
      : [{ text: absent[lang], span: 5 }]
  const total = files > 1 ? [createNumberCell(all.passed + all.failed), createNumberCell(all.failed, true)] : []
  return [{ text: text[lang], isHead: true }, ...own, ...total]
}

/** `留空12、所在行已退回3`; empty where all was tried. */
function describeUntried(count: Count, group: RuleGroup, writing: Writing): string {
  const { words, list } = writing
  const unreached = unreachedOf(count)
  const unmet = group === 'cells' ? words.blank : words.unmet
  const parts = [
    ...(count.unmet > 0 ? [unmet(writing.count(count.unmet))] : []),
    ...(unreached > 0 ? [words.unreached(writing.count(unreached))] : []),
  ]
  return count.units === 0 ? words.notTried : list(parts)
}
