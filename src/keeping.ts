import type { Pinia } from 'pinia'
import { object, picklist, record, safeParse, string, unknown } from 'valibot'
import { watch } from 'vue'
import { isLanguage } from '#languages.ts'
import { device } from '#platform/device.ts'
import { storage } from '#platform/storage.ts'
import { earlierAttempt } from '#progress/earlier.ts'
import { Facts, type FactType } from '#progress/event.ts'
import { useLearner } from '#stores/learner.ts'
import { useOffline } from '#stores/offline.ts'
import { useProfiles } from '#stores/profiles.ts'
import { useProgress } from '#stores/progress.ts'
import { useSettings } from '#stores/settings.ts'
import type { Words } from '#ui/words.ts'

const Early = object({ type: picklist(Object.keys(Facts) as FactType[]), fact: record(string(), unknown()) }) // keys of our own list

/** What begins once the first answer is possible: settings, progress, and the course kept for offline use. */
export async function keepAndOffer(pinia: Pinia, words: Words): Promise<void> {
  const progress = useProgress(pinia)
  const profiles = useProfiles(pinia)
  await profiles.open()
  useLearner(pinia).connect(progress, (found) => {
    const early = safeParse(Early, found)
    const fact = early.success && safeParse(Facts[early.output.type], early.output.fact)
    if (early.success && fact && fact.success) void progress.record(early.output.type, fact.output)
  }, (question, view) => earlierAttempt(question, progress.state, view))
  useSettings(pinia).apply(document.documentElement)
  const language = () => String(words.global.locale.value)
  const note = () => { if (profiles.mode !== 'nothing' && isLanguage(language())) storage.set('peace.language', language()) }
  note()
  watch(words.global.locale, note)
  if (__SINGLE__ || !import.meta.env.PROD) return
  const offline = useOffline(pinia)
  await offline.offer(language(), device().saveData)
  watch(words.global.locale, () => { if (!device().saveData) void offline.keep(language()) })
}
