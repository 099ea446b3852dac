import { chooseStart, findNearest, move } from '../chart-moves.ts'
import type { ChartPoint, ChartPoints } from '../chart-points.ts'
import { joinValue, type SaidValue, sayValue } from '../say-value.ts'
import { LANG, WRITTEN } from './reading-lang.ts'

const WORDS = {
  zh: { role: '图表', hint: '按方向键逐个读数', failed: '读数没有载入，请看下面的数据表' },
  hant: { role: '圖表', hint: '按方向鍵逐個讀數', failed: '讀數沒有載入，請看下面的資料表' },
  en: {
    role: 'chart',
    hint: 'press the arrow keys to read its values',
    failed: 'The values were not loaded; see the data table below',
  },
}[WRITTEN]

/** Every chart takes the focus; its values are then walked by arrow keys, or shown where the reader points or taps. */
export function startCharts(): void {
  for (const pic of document.querySelectorAll<HTMLElement>('.pic')) startChart(pic)
}

function startChart(pic: HTMLElement): void {
  const figure = pic.closest('figure')
  const title = figure?.querySelector('h1, h2, h3')?.textContent ?? ''
  const sentence = pic.querySelector('svg')?.getAttribute('aria-description') ?? ''
  // A slider is what screen readers give arrow keys to, on a phone too, and whose value they read when it changes.
  const states = {
    tabindex: '0',
    role: 'slider',
    'aria-roledescription': WORDS.role,
    'aria-label': title,
    'aria-description': sentence,
    'aria-valuenow': '0',
    'aria-valuetext': WORDS.hint,
  }
  for (const [name, value] of Object.entries(states)) pic.setAttribute(name, value)
  const walk = new Walk(pic, figure)
  pic.addEventListener('focus', () => walk.show())
  pic.addEventListener('blur', () => walk.hide())
  pic.addEventListener('keydown', (event) => walk.answer(event))
  pic.addEventListener('click', (event) => walk.showAt(event))
  pic.addEventListener('pointermove', (event) => {
    if (event.pointerType === 'mouse') walk.showAt(event)
  })
  pic.addEventListener('pointerleave', () => {
    if (document.activeElement !== pic) walk.hide()
  })
}

class Walk {
  private loaded: Promise<ChartPoints> | undefined
  private points: ChartPoints | undefined
  private at: number | undefined
  private readonly spot = document.createElement('div')
  private readonly box = document.createElement('div')
  private readonly pic: HTMLElement
  private readonly figure: HTMLElement | null

  constructor(pic: HTMLElement, figure: HTMLElement | null) {
    this.pic = pic
    this.figure = figure
    this.spot.className = 'spot'
    this.box.className = 'readout'
    // The value of the slider is what is heard.
    this.box.setAttribute('aria-hidden', 'true')
  }

  show(): void {
    this.load((all) => this.goTo(this.at ?? chooseStart(all)))
  }

  answer(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'Escape') this.hide()
    if (!/^(Arrow(Up|Down|Left|Right)|Home|End)$/.test(event.key)) return
    // Before the values are there, too: the page must not scroll under the reader.
    event.preventDefault()
    this.load((all) => this.goTo(this.at === undefined ? chooseStart(all) : move(all, this.at, event.key)))
  }

  showAt({ clientX, clientY }: MouseEvent): void {
    this.load((all) => {
      const view = this.findPicture()?.querySelector('svg')
      if (!view) return
      const { left, top, width } = view.getBoundingClientRect()
      const scale = view.viewBox.baseVal.width / width
      this.goTo(findNearest(all, (clientX - left) * scale, (clientY - top) * scale))
    })
  }

  hide(): void {
    this.spot.remove()
    this.box.remove()
  }

  /** Runs `act` on the points of the picture that is seen, at once where they are known. */
  private load(act: (points: readonly ChartPoint[]) => void): void {
    if (this.points) {
      act(this.listPoints(this.points))
      return
    }
    this.loaded ??= fetchPoints(this.figure)
    this.loaded.then(
      (points) => {
        this.points = points
        act(this.listPoints(points))
      },
      (failure: unknown) => {
        this.loaded = undefined
        this.pic.setAttribute('aria-valuetext', WORDS.failed)
        reportError(failure)
      },
    )
  }

  private listPoints(points: ChartPoints): readonly ChartPoint[] {
    return this.findPicture()?.className === 'n' ? points.n : points.w
  }

  private findPicture(): HTMLElement | undefined {
    return [...this.pic.querySelectorAll<HTMLElement>('.w, .n')].find((picture) => picture.offsetWidth > 0)
  }

  private goTo(index: number): void {
    if (!this.points) return
    const all = this.listPoints(this.points)
    const point = all[index]
    if (!point) return
    this.at = index
    const [column, row, x, y] = point
    const cells = [
      ...(this.figure?.querySelector<HTMLTableElement>('details table')?.tBodies[0]?.rows[row]?.cells ?? []),
    ]
    const texts = cells.map((cell) => cell.textContent?.trim() ?? '')
    const said = sayValue([this.points.heads[row] ?? texts[0] ?? '', ...texts.slice(1)], this.points.columns, {
      column,
      marks: this.points.marks,
      lang: LANG,
    })
    this.pic.setAttribute('aria-valuemax', String(all.length - 1))
    this.pic.setAttribute('aria-valuenow', String(index))
    this.pic.setAttribute('aria-valuetext', joinValue(said, LANG))
    this.mark(said, x, y)
  }

  private mark({ head, value, more }: SaidValue, x: number, y: number): void {
    const picture = this.findPicture()
    const view = picture?.querySelector('svg')
    if (!picture || !view) return
    const scale = picture.offsetWidth / view.viewBox.baseVal.width
    const [left, top] = [x * scale, y * scale]
    const strong = document.createElement('b')
    strong.textContent = value
    this.box.replaceChildren(head, strong, more)
    picture.append(this.spot, this.box)
    Object.assign(this.spot.style, { left: `${left}px`, top: `${top}px` })
    const { offsetWidth: width, offsetHeight: height } = this.box
    const from = Math.max(0, Math.min(left - width / 2, picture.offsetWidth - width))
    const above = top - height - 16
    Object.assign(this.box.style, { left: `${from}px`, top: `${above > -24 ? above : top + 16}px` })
  }
}

/** The values are in the table on the page; the file beside the picture says where each is seen. */
async function fetchPoints(figure: HTMLElement | null): Promise<ChartPoints> {
  const picture = figure?.querySelector<HTMLAnchorElement>('a[download$=".svg"]')
  const answer = await fetch((picture?.href ?? '').replace(/\.svg$/, '.points.json'))
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`)
  // A file of this site.
  return (await answer.json()) as ChartPoints
}
