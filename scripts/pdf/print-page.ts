import type { Route } from 'playwright'
import { renderSVG } from 'uqr'
import { READING_SCRIPT } from '../../src/reading/script-path.ts'
import { InputError } from '../command/run-command.ts'
import type { Reader, Tab } from '../test/reader.ts'
import { finishPdf, type PdfFacts } from './finish-pdf.ts'
import {
  addClosing,
  mendTags,
  numberLinks,
  type Paper,
  type PaperLink,
  readPaper,
  renderPaperCss,
} from './prepare-paper.ts'

/** One page of a site and what its PDF says of itself. */
export interface PrintedPage extends Pick<PdfFacts, 'lang' | 'author' | 'day'>, Omit<Paper, 'code'> {
  /** Where it is served, below the base of the site: `/en/reports/2026-10/`. */
  path: string
}

/** What a page says as it is printed. */
type PaperSays = Pick<PdfFacts, 'links' | 'headings' | 'text'>

/** Prints a page of Chromium as tagged PDF with bookmarks, A4, and finishes it; returns what the page said too. */
export async function printPage(
  tab: Pick<Tab, 'page' | 'goTo'>,
  printed: PrintedPage,
): Promise<{ bytes: Uint8Array; said: PaperSays }> {
  await tab.page.route(READING, leaveOut)
  try {
    const said = await openPaper(tab, printed)
    const bytes = await tab.page.pdf({ preferCSSPageSize: true, tagged: true, outline: true })
    return { bytes: await finishPdf(bytes, { ...printed, ...said }), said }
  } finally {
    await tab.page.unroute(READING, leaveOut)
  }
}

/** Paper has no reader who acts; to unfold its tables is an act, and what came of it would change the page while it is printed. */
const READING = `**${READING_SCRIPT}`

function leaveOut(route: Route): Promise<void> {
  return route.fulfill({ contentType: 'text/javascript', body: '' })
}

/** Opens a page as it is printed; returns what it says. */
async function openPaper({ page, goTo }: Pick<Tab, 'page' | 'goTo'>, printed: PrintedPage): Promise<PaperSays> {
  const { path, address, title, running, signature, words } = printed
  await page.emulateMedia({ media: 'print', colorScheme: 'light', reducedMotion: 'reduce' })
  await goTo(path)
  await page.addStyleTag({ content: renderPaperCss(running) })
  await page.evaluate(mendTags, { title, words })
  const { links, listed } = await page.evaluate(numberLinks, address)
  const code = address === null ? null : renderSVG(address, { border: 0 })
  await page.evaluate(addClosing, { address, code, signature, words, listed })
  const closing: PaperLink[] = address === null ? listed : [...listed, [address, words.address]]
  // Of links to one address the first names it.
  const all = [...links, ...closing].map(
    ([target, name]): PaperLink => [target, target.startsWith('#') ? name : `${name} ${target}`],
  )
  const said = await page.evaluate(readPaper)
  return { links: new Map(all.toReversed()), headings: said.headings, text: `${said.text}${running.join('')}` }
}

/** Runs in the page: whether a Chinese character is drawn as one that no font has. */
function isWithoutChinese(): boolean {
  const draw = (character: string) => {
    const canvas = document.createElement('canvas')
    const context = canvas.getContext('2d')
    if (!context) throw new Error('the page has no canvas')
    context.font = '40px serif'
    context.fillText(character, 20, 60)
    return canvas.toDataURL()
  }
  // U+FDD0 is no character, and so in no font.
  return draw('云') === draw('\ufdd0')
}

/**
 * A PDF in which each font shows itself by which a page may be printed on this machine. Throws InputError where none is
 * Chinese: boxes would be printed without a word.
 */
export async function printFonts(reader: Pick<Reader, 'openTab'>): Promise<Uint8Array> {
  const { page, close } = await reader.openTab()
  try {
    const families = ['serif', 'sans-serif', 'monospace', 'system-ui']
    const lines = families.map((family) => `<p style="font-family:${family}">云锦直骨<b>公报</b> Abc 0123%—（）</p>`)
    await page.setContent(`<html lang="zh-CN"><body>${lines.join('')}</body></html>`)
    if (await page.evaluate(isWithoutChinese)) {
      throw new InputError({
        zh: '本机没有中文字体，PDF里不会有字。请安装一种（如 fonts-noto-cjk），或去掉 --pdf。',
        en: 'This machine has no Chinese font: PDFs would have no words. Install one, such as fonts-noto-cjk, or leave out --pdf.',
      })
    }
    const facts: PdfFacts = {
      title: 'fonts',
      lang: 'zh-CN',
      author: '',
      day: '2000-01-01',
      links: new Map(),
      headings: [],
      text: '',
    }
    return await finishPdf(await page.pdf({ tagged: true }), facts)
  } finally {
    await close()
  }
}
