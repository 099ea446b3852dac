import type { CheckerReport } from '../protocol.ts'
import type { CheckerMessages } from './checker-messages.ts'
import { createElement } from './page-element.ts'

/** What can be saved of a file: its annotated copy, its problems, the report of all that was tried. */
export type Saved = 'copy' | 'list' | 'report'

/** Buttons for what can be saved of a file, each where there is something to save. */
export function drawSaving(
  report: CheckerReport,
  words: CheckerMessages,
  save: (id: number, kind: Saved) => void,
): HTMLElement {
  const buttons = SAVED.filter((kind) => (kind === 'report' ? report.rowsRead : report.causes.length) > 0).map(
    (kind) => {
      const look = { class: kind === 'copy' ? 'main' : undefined, 'aria-describedby': `file-${report.id}` }
      const button = createElement('button', { type: 'button', 'data-save': kind, ...look }, words.save[kind])
      button.addEventListener('click', () => save(report.id, kind))
      return button
    },
  )
  // Said aloud by the page's status, far above.
  return createElement(
    'p',
    { class: 'saving' },
    ...buttons,
    createElement('span', { class: 'saved small', 'aria-hidden': 'true' }),
  )
}

const SAVED: readonly Saved[] = ['copy', 'list', 'report']
