/** Of what the script adds to a page; colours are the page's own. */
const STYLES = `
.pic :is(.w, .n) { position: relative }
.pic[tabindex] { outline-offset: 6px }
.pic[tabindex]:focus-visible { outline-width: 3px }
.spot, .readout { position: absolute; pointer-events: none }
.spot { width: 18px; height: 18px; margin: -9px; border: 2px solid var(--ink); border-radius: 50%; box-shadow: 0 0 0 2px var(--paper) }
.readout { z-index: 1; width: max-content; max-width: min(17rem, 100%); padding: 6px 12px; background: var(--paper); border: 1px solid var(--ink); border-radius: 2px; font-size: .875rem; line-height: 1.5; box-shadow: 0 2px 8px var(--edge) }
.readout b { display: block; font-size: 1rem }
.aloud { position: fixed; z-index: 3; right: 12px; bottom: 12px; display: flex; background: var(--paper); border: 1px solid var(--ink); border-radius: 4px; font-size: .9375rem }
.aloud button { min-width: 44px; min-height: 44px }
.aloud button[hidden] { display: none }
.spoken { background: var(--tint); box-shadow: 0 0 0 4px var(--tint) }
@media print { .spot, .readout, .aloud { display: none } }
`

/** Puts the styles into the page. */
export function addStyles(): void {
  const style = document.createElement('style')
  style.textContent = STYLES
  document.head.append(style)
}
