import { isBegun } from '#platform/early.ts'

/** Resolves when a question comes near the screen, or is touched; at once where there is none yet, or its answer was begun before the app was there. */
export function near(selector: string): Promise<void> {
  const element = document.querySelector(selector)
  if (!element || isBegun(element)) return Promise.resolve()
  return new Promise((come) => {
    const watching = new IntersectionObserver((seen) => {
      if (!seen.some(entry => entry.isIntersecting)) return
      watching.disconnect()
      come()
    }, { rootMargin: '300px 0px' })
    watching.observe(element)
    for (const type of ['focusin', 'pointerdown']) element.addEventListener(type, () => { come() }, { once: true })
  })
}
