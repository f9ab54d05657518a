/** What the page notes of itself, from before its first script. */
export interface Noted { fcp: number, lcp: number, shift: number, long: [number, number][], ready: number, told: number, pressed: number }

/** Runs in the page: paints, layout shifts, long tasks, and the first frame after which something is there. */
export function observe(ready: string): void {
  const noted: Noted = { fcp: 0, lcp: 0, shift: 0, long: [], ready: 0, told: 0, pressed: 0 }
  const watch = <Entry extends PerformanceEntry>(type: string, note: (entry: Entry) => void) => {
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) note(entry as Entry) }).observe({ type, buffered: true }) // the type asked for
  }
  watch('paint', (entry) => { if (entry.name === 'first-contentful-paint') noted.fcp = entry.startTime })
  watch('largest-contentful-paint', (entry) => { noted.lcp = entry.startTime })
  watch<PerformanceEntry & { value: number, hadRecentInput: boolean }>('layout-shift', (entry) => { if (!entry.hadRecentInput) noted.shift += entry.value })
  watch('longtask', (entry) => { noted.long.push([entry.startTime, entry.duration]) })
  const after = (there: () => boolean, key: 'ready' | 'told') => {
    noted[key] = 0
    const look = () => {
      if (!there()) { requestAnimationFrame(look); return }
      const channel = new MessageChannel()
      channel.port1.onmessage = () => { noted[key] = performance.now() }
      channel.port2.postMessage(0)
    }
    requestAnimationFrame(look)
  }
  const visible = (selector: string) => [...document.querySelectorAll(selector)].some(each => each.getBoundingClientRect().height > 0)
  Object.assign(window, {
    noted,
    awaitTold: (selector: string) => {
      addEventListener('pointerup', (event) => { noted.pressed = event.timeStamp }, { capture: true, once: true })
      after(() => visible(selector), 'told')
    },
  })
  after(() => visible(ready), 'ready')
}
