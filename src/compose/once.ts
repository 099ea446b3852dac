import type { Site } from './site.ts'

/**
 * The same function, which makes each thing once: pages are rendered one by one, and every page of a list asks for
 * the whole list again. What it gives is shared, and must not be changed.
 */
export function memoisePerSite<Rest extends readonly string[], Made>(
  make: (site: Site, ...rest: Rest) => Made,
): (site: Site, ...rest: Rest) => Made {
  const known = new WeakMap<Site, Map<string, { made: Made }>>()
  return (site, ...rest) => {
    const ofSite = known.get(site) ?? new Map<string, { made: Made }>()
    known.set(site, ofSite)
    const key = JSON.stringify(rest)
    const found = ofSite.get(key) ?? { made: make(site, ...rest) }
    ofSite.set(key, found)
    return found.made
  }
}
