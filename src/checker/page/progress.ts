import type { Answer } from '../protocol.ts'
import type { CheckerMessages } from './checker-messages.ts'

type Progress = Pick<Extract<Answer, { kind: 'progress' }>, 'stage' | 'done' | 'total'>

/** How far a file is, in words, and what the bar that shows it is called. */
export function describeProgress(
  { stage, done, total }: Progress,
  name: string,
  words: CheckerMessages,
): { text: string; label: string } {
  if (stage === 'read') return { text: words.reading(name), label: words.reading(name) }
  if (stage === 'check') return { text: words.checking(name, done, total), label: words.checking(name, total, total) }
  return { text: words.scanning(name, Math.floor((done / total) * 100)), label: words.scanning(name) }
}

/** Mutates the bar. */
export function updateBar(bar: HTMLProgressElement, { stage, done, total }: Progress, label: string): void {
  bar.setAttribute('aria-label', label)
  if (stage === 'read') bar.removeAttribute('value')
  else Object.assign(bar, { max: total, value: done })
}
