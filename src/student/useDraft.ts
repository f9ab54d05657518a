import { onBeforeUnmount, onMounted } from 'vue'
import { pace } from '#platform/clock.ts'

const PAUSE = 4_000

/** What is being written is kept before it is done: after a pause, when the field is left, when the page is hidden or left. */
export function useDraft(keep: () => void) {
  let callOff: () => void = () => undefined
  const keepNow = () => {
    callOff()
    keep()
  }
  const whenHidden = () => { if (document.visibilityState === 'hidden') keepNow() }
  onMounted(() => { document.addEventListener('visibilitychange', whenHidden) })
  onBeforeUnmount(() => {
    document.removeEventListener('visibilitychange', whenHidden)
    keepNow()
  })
  return {
    keepNow,
    keepSoon: () => {
      callOff()
      callOff = pace.after(PAUSE, keep)
    },
  }
}
