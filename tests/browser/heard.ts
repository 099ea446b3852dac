import type { Page } from 'playwright'

/** A node of Chromium's accessibility tree, as far as it is asked for here. */
export interface Heard {
  role: string
  name: string
  description: string
}

/** A figure as a reader meets it: its heading, and the sentence that says what it shows. */
interface Figure {
  heading: string
  sentence: string
}

export function figuresOf(page: Page): Promise<Figure[]> {
  return page.locator('main figure').evaluateAll((figures) =>
    figures.map((figure) => ({
      heading: figure.querySelector('h1, h2, h3')?.textContent ?? '',
      sentence: figure.querySelector('figcaption p')?.textContent ?? '',
    })),
  )
}

export async function readAccessibilityTree(page: Page): Promise<Heard[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('Accessibility.enable')
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  // The tree of the next page in this tab does not matter until it is asked for.
  await session.detach()
  return nodes
    .filter((node) => !node.ignored)
    .map((node) => ({
      role: String(node.role?.value ?? ''),
      name: String(node.name?.value ?? ''),
      description: String(node.description?.value ?? ''),
    }))
}
