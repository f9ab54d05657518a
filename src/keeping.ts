import type { Pinia } from 'pinia'
import { watch } from 'vue'
import { isLanguage } from '#languages.ts'
import { device } from '#platform/device.ts'
import { beginOffline } from '#platform/offline.ts'
import { storage } from '#platform/storage.ts'
import { useOffline } from '#stores/offline.ts'
import { useProfiles } from '#stores/profiles.ts'
import { useSettings } from '#stores/settings.ts'
import type { Words } from '#ui/words.ts'

/** What begins once the first answer is possible: settings, progress, and the course kept for offline use. */
export async function keepAndOffer(pinia: Pinia, words: Words): Promise<void> {
  useSettings(pinia).apply(document.documentElement)
  const profiles = useProfiles(pinia)
  await profiles.open()
  const language = () => String(words.global.locale.value)
  const note = () => { if (profiles.mode !== 'nothing' && isLanguage(language())) storage.set('peace.language', language()) }
  note()
  watch(words.global.locale, note)
  if (__SINGLE__ || !import.meta.env.PROD) return
  const offline = useOffline(pinia)
  offline.begin(await beginOffline().catch(() => null), language(), !device().saveData)
  watch(words.global.locale, () => { offline.keep(language()) })
}
