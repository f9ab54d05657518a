import { nextTick } from 'vue'

const canTake = (element: Element | null) => element !== null && element !== document.body && element.isConnected && !element.matches(':disabled')

/** Take a step that may remove what has the focus. If it stood in `room` and is gone, it goes to the first of `places` in there: nobody who reads by keyboard or by ear is thrown back to the top. */
export async function keepFocus(room: HTMLElement | null, places: readonly string[], step: () => unknown): Promise<void> {
  const was = document.activeElement
  const isInside = room?.contains(was)
  const isByKeys = was?.matches(':focus-visible')
  await step()
  await nextTick()
  if (!isInside || canTake(document.activeElement)) return
  const place = places.map(each => room?.querySelector<HTMLElement>(each)).find(Boolean)
  place?.focus({ preventScroll: !isByKeys }) // a tap stays where it was made,
  if (place && !isByKeys && place.getBoundingClientRect().top < 64) place.scrollIntoView({ block: 'nearest' }) // unless what comes next lies above
}
