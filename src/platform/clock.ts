/** The time now, in milliseconds since 1970. */
export type Clock = () => number

/** The device's own clock. It may be wrong, and may go back: nothing is ordered by it. */
export const clock: Clock = () => Date.now()

/** When work is done: once the page is at rest, after a while, or when somebody comes back to the page. */
export interface Pace {
  rest: () => Promise<void>
  /** What comes back calls it off. */
  after: (ms: number, work: () => void) => () => void
  onReturn: (work: () => void) => void
}

/** The browser's own pace. */
export const pace: Pace = {
  rest: () => new Promise((done) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => { done() }, { timeout: 5_000 })
    else setTimeout(done, 50) // Safari has no word for rest
  }),
  after(ms, work) {
    const timer = setTimeout(work, ms)
    return () => { clearTimeout(timer) }
  },
  onReturn(work) {
    document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') work() })
    addEventListener('pageshow', (event) => { if (event.persisted) work() })
  },
}
