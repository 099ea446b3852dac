type Child = Node | string | null

/** An element with attributes and children; `null` children and `undefined` attributes are left out. */
export function createElement<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string | undefined> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(key, value)
  made.append(...children.filter((child) => child !== null))
  return made
}

/** The element of the page that a part of the checker needs. Throws where the page has none. */
export function requireElement<T extends Element>(selector: string, kind: new () => T): T {
  const found = document.querySelector(selector)
  if (found instanceof kind) return found
  throw new Error(`checker: the page has no ${selector}`)
}
