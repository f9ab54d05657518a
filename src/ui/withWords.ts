import { defineAsyncComponent, type AsyncComponentLoader, type Component } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Language } from '#languages.ts'
import { loadRooms } from './words.ts'

/** A part of a page that is loaded when it is first shown, and with it the words of the student's room, which not every page has from the start. */
export function withWords(load: AsyncComponentLoader): Component {
  const words = useI18n()
  return defineAsyncComponent(async () => {
    await loadRooms(words, words.locale.value as Language, ['student']) // only our languages are ever spoken
    return load()
  })
}
