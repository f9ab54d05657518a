/** Blank the screen, then open a plain page of our own in place of this one. */
export function leaveNow(): void {
  document.documentElement.hidden = true
  document.title = '…'
  if (!__SINGLE__) { location.replace(`${import.meta.env.BASE_URL}plain/index.html`); return }
  location.replace('#/plain/')
  location.reload()
}

/** Calls `then` when a key was let go three times within `span` milliseconds, with no other key between. */
export function thrice(key: string, span: number, then: () => void, clock = Date.now) {
  let times: number[] = []
  return (event: Pick<KeyboardEvent, 'key'>): void => {
    const now = clock()
    times = event.key === key ? [...times.filter(time => now - time < span), now] : []
    if (times.length < 3) return
    times = []
    then()
  }
}
