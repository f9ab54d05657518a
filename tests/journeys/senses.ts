import type { BrowserContext, Page } from 'playwright-core'

/** What a live region said: its words, and whether anybody could hear it. */
export interface Said { text: string, heard: boolean }

declare global {
  interface Window { said: Said[], faults: string[] }
}

/** From now on every page of this context notes what its live regions say, and where its focus goes. */
export async function awaken(context: BrowserContext): Promise<void> {
  await context.addInitScript(listen)
  await context.addInitScript(watch)
}

/** What was said and where the focus was lost or hidden since the last time, once the page has come to rest; and what has the focus now. */
export const noticed = (page: Page): Promise<{ said: Said[], faults: string[], focus: string }> => page.evaluate(async () => {
  await new Promise(rest => setTimeout(rest, 5))
  const at = document.activeElement ?? document.body
  const isField = at instanceof HTMLInputElement || at instanceof HTMLSelectElement || at instanceof HTMLTextAreaElement
  if (document.getAnimations().length) window.faults.push(`${document.getAnimations().length} still move`)
  const words = at.getAttribute('aria-label') ?? (isField ? [...at.labels ?? []].map(each => each.textContent).join(' ') : at.textContent)
  return { said: window.said.splice(0), faults: window.faults.splice(0), focus: `${at.tagName.toLowerCase()}${isField && 'name' in at && at.type === 'radio' ? ` ${at.value}` : ''} "${words.replace(/\s+/g, ' ').trim().slice(0, 80)}"` }
})

/** Runs in the page, before its first script: notes what each live region says, as a screen reader would: what is added, in one piece; a status whole, since it is atomic. A region that was not there or not shown before it spoke is not heard. */
function listen(): void {
  const live = '[role=status], [role=alert], [role=log], [aria-live=polite], [aria-live=assertive]'
  const known = new Set<Element>()
  window.said = []
  const regionOf = (node: Node) => (node instanceof Element ? node : node.parentElement)?.closest(live)
  const words = (node: Node) => (node instanceof HTMLElement ? node.innerText : node.textContent ?? '').replace(/\s+/g, ' ').trim()
  const isAtomic = (region: Element) => (region.getAttribute('aria-atomic') ?? String(region.matches('[role=status], [role=alert]'))) === 'true'
  const bornIn = (node: Node) => node instanceof Element ? [node, ...node.querySelectorAll(live)].filter(each => each.matches(live)) : []

  new MutationObserver((changes) => {
    const spoken = new Map<Element, Node[]>()
    for (const { type, target, addedNodes } of changes) {
      const inside = regionOf(target)
      for (const node of type === 'characterData' ? [target] : addedNodes) {
        if (node.nodeType === Node.COMMENT_NODE || !node.isConnected) continue
        if (inside) spoken.set(inside, [...spoken.get(inside) ?? [], node])
        else for (const region of bornIn(node)) spoken.set(region, [region])
      }
    }
    for (const [region, nodes] of spoken) {
      const text = isAtomic(region) ? words(region) : nodes.map(words).filter(Boolean).join(' ')
      if (text) window.said.push({ text, heard: known.has(region) })
    }
    for (const region of document.querySelectorAll(live)) if (region.checkVisibility()) known.add(region); else known.delete(region)
  }).observe(document, { subtree: true, childList: true, characterData: true })
}

/** Runs in the page, before its first script: notes where the focus was lost after a key, or stood where nobody can see it. */
function watch(): void {
  window.faults = []
  const named = (element: Element) => `${element.tagName.toLowerCase()}.${element.className} “${(element.getAttribute('aria-label') ?? element.closest('label')?.textContent ?? element.textContent).trim().slice(0, 40)}”`
  let last = ''

  addEventListener('keydown', ({ target }) => { if (target instanceof Element) last = named(target) }, true)
  addEventListener('keyup', ({ key }) => {
    if (['Tab', 'Shift'].includes(key)) return
    setTimeout(() => {
      const at = document.activeElement
      if (!at || at === document.body || at.matches(':disabled')) window.faults.push(`lost after ${key} on ${last}`)
    })
  }, true)
  addEventListener('focusin', ({ target }) => { setTimeout(() => { if (target instanceof HTMLElement && document.activeElement === target) look(target) }) })

  function look(element: HTMLElement): void {
    const shown = element.matches('.away') ? element.closest('label') ?? element : element
    const points = [...shown.getClientRects()].flatMap(({ left, right, top, bottom }) => bottom - top > innerHeight / 2 ? [[(left + right) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2]] : [[(left + right) / 2, (top + bottom) / 2], [left + 3, top + 3], [right - 3, top + 3], [left + 3, bottom - 3], [right - 3, bottom - 3]])
    const inView = points.filter(([x = 0, y = 0]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight)
    const over = inView.map(([x = 0, y = 0]) => document.elementFromPoint(x, y)).find(hit => hit && !shown.contains(hit) && !hit.contains(shown))
    if (!inView.length && points.length) window.faults.push(`off the screen: ${named(element)}`)
    else if (over) window.faults.push(`${named(element)} is covered by ${named(over)}`)
  }
}
