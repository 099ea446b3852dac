import { findVoice, splitSentences } from '../spoken-text.ts'
import { WRITTEN } from './reading-lang.ts'

const WORDS = {
  zh: { aloud: '朗读', pause: '暂停', resume: '继续', next: '下一段', stop: '停止' },
  hant: { aloud: '朗讀', pause: '暫停', resume: '繼續', next: '下一段', stop: '停止' },
  en: { aloud: 'Read aloud', pause: 'Pause', resume: 'Resume', next: 'Next', stop: 'Stop' },
}[WRITTEN]

/** Headings, paragraphs, items, and the sentence below each chart; no tables, sources or what is folded away. */
const READ = 'main :is(h1, h2, h3, p, li, dt, dd)'
const UNREAD = 'table, nav, form, pre, .gets, .small, .readout, .aloud, details:not([open])'

/** A button that reads the page aloud from where the reader is, where the browser has a voice for its language. */
export function startReadAloud(): void {
  const { speechSynthesis: speech } = window
  // Not in every browser.
  if (!speech) return
  let isOffered = false
  const offer = () => {
    if (isOffered || !findVoice(speech.getVoices(), document.documentElement.lang)) return
    isOffered = true
    new Reader(speech).showButtons()
  }
  offer()
  speech.addEventListener('voiceschanged', offer)
  addEventListener('pagehide', () => speech.cancel())
}

class Reader {
  private readonly speech: SpeechSynthesis
  private blocks: HTMLElement[] = []
  /** Block and sentence that is read. */
  private block = 0
  private sentence = 0
  private state: 'still' | 'reading' | 'paused' = 'still'
  private readonly main = makeButton(WORDS.aloud, () => this.turn())
  private readonly next = makeButton(WORDS.next, () => this.readBlock(this.block + 1))
  private readonly stop = makeButton(WORDS.stop, () => this.end())

  constructor(speech: SpeechSynthesis) {
    this.speech = speech
  }

  showButtons(): void {
    const group = document.createElement('div')
    group.className = 'aloud'
    group.setAttribute('role', 'group')
    group.setAttribute('aria-label', WORDS.aloud)
    group.append(this.main, this.next, this.stop)
    document.querySelector('main')?.append(group)
    this.show('still')
  }

  private turn(): void {
    if (this.state === 'reading') {
      // Some phones drop what is paused, so the sentence begins again instead.
      this.show('paused')
      this.speech.cancel()
    } else if (this.state === 'paused') this.readSentence()
    else {
      this.blocks = listBlocks()
      const first = this.blocks.findIndex((block) => block.getBoundingClientRect().bottom > 0)
      this.readBlock(Math.max(0, first))
    }
  }

  private readBlock(at: number): void {
    this.clearMark()
    this.block = at
    this.sentence = 0
    this.readSentence()
  }

  private readSentence(): void {
    const block = this.blocks[this.block]
    if (!block) {
      this.end()
      return
    }
    const lang = block.closest<HTMLElement>('[lang]')?.lang ?? document.documentElement.lang
    const text = splitSentences(block.textContent ?? '', lang.startsWith('zh') ? 'zh' : 'en')[this.sentence]
    if (text === undefined) {
      this.readBlock(this.block + 1)
      return
    }
    this.show('reading')
    block.classList.add('spoken')
    block.scrollIntoView({ block: 'nearest' })
    this.speech.cancel()
    const said = new SpeechSynthesisUtterance(text)
    said.lang = lang
    const voice = findVoice(this.speech.getVoices(), lang)
    if (voice) said.voice = voice
    const [at, order] = [this.block, this.sentence]
    const isCurrent = () => this.state === 'reading' && this.block === at && this.sentence === order
    said.addEventListener('end', () => {
      if (!isCurrent()) return
      this.sentence += 1
      this.readSentence()
    })
    said.addEventListener('error', ({ error }) => {
      if (isCurrent() && error !== 'canceled' && error !== 'interrupted') this.end()
    })
    this.speech.speak(said)
  }

  private end(): void {
    // The button that was pressed goes away.
    if (document.activeElement === this.stop || document.activeElement === this.next) this.main.focus()
    this.clearMark()
    this.show('still')
    this.speech.cancel()
  }

  private clearMark(): void {
    this.blocks[this.block]?.classList.remove('spoken')
  }

  private show(state: Reader['state']): void {
    this.state = state
    this.main.textContent = { still: WORDS.aloud, reading: WORDS.pause, paused: WORDS.resume }[state]
    this.next.hidden = state === 'still'
    this.stop.hidden = state === 'still'
  }
}

function listBlocks(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(READ)].filter(
    (block) => block.offsetWidth > 0 && !block.closest(UNREAD) && !block.querySelector('p, li, dt, dd'),
  )
}

function makeButton(label: string, act: () => void): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = label
  button.addEventListener('click', act)
  return button
}
