/** Resolves when an element comes near the screen, or is touched; at once where there is none yet. */
export function near(selector: string): Promise<void> {
  const element = document.querySelector(selector)
  if (!element) return Promise.resolve()
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
