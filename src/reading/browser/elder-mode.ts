const root = document.documentElement

/** The links into elder mode and out of it, which work for one page without a script, hold for all pages. */
export function startElderMode(): void {
  const [enter, leave] = findLinks()
  enter?.addEventListener('click', () => choose(true))
  leave?.addEventListener('click', () => choose(false))
  // A click that came before this script.
  if (location.hash === '#elder' && !root.classList.contains('elder')) choose(true)
  if (location.hash === '#top') choose(false)
}

/** Waits for the browser to have followed the link, since only that makes the root the target or no longer the target. */
function choose(isOn: boolean): void {
  keep(isOn)
  const [enter, leave] = findLinks()
  setTimeout(() => {
    if (isOn) load()
    root.classList.toggle('elder', isOn)
    // Who is sent this address chooses for themselves.
    history.replaceState(history.state, '', location.pathname + location.search)
    if (enter) enter.hidden = isOn
    if (leave) leave.hidden = !isOn
    const shown = isOn ? leave : enter
    shown?.focus()
  })
}

function load(): void {
  const href = document.querySelector<HTMLScriptElement>('script[data-sheet]')?.dataset.sheet ?? ''
  if (document.querySelector(`link[href="${href}"]`)) return
  const sheet = document.createElement('link')
  sheet.rel = 'stylesheet'
  sheet.href = href
  document.head.append(sheet)
}

function keep(isOn: boolean): void {
  try {
    if (isOn) localStorage.setItem('elder', '1')
    else localStorage.removeItem('elder')
  } catch (forbidden) {
    // Where nothing may be kept, the mode is for this page alone.
    if (!(forbidden instanceof DOMException)) throw forbidden
  }
}

function findLinks(): (HTMLAnchorElement | null)[] {
  return ['#elder', '#top'].map((to) => document.querySelector<HTMLAnchorElement>(`.lang [href="${to}"]`))
}
