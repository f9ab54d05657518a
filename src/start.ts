import '#ui/theme.css'
import { watch } from 'vue'
import { createWebHashHistory, createWebHistory } from 'vue-router'
import { makeContent } from '#course/content.ts'
import { isLanguage, languages } from '#languages.ts'
import { broughtAlong, readCatalogue, readPiece } from '#platform/pieces.ts'
import { makeApp } from './app.ts'
import { takeEarly } from '#platform/early.ts'

/** Let the browser paint and listen before the next stretch of work: on an old phone one stretch of all would freeze the page. */
const nextTask = () => new Promise<void>((go) => { setTimeout(go) })

/** Open the app in this page: take over what was prerendered, then begin to keep. */
export async function start(): Promise<void> {
  const history = __SINGLE__ ? createWebHashHistory() : createWebHistory(import.meta.env.BASE_URL)
  const content = makeContent(readCatalogue, readPiece, broughtAlong())
  const { app, router, pinia, words } = makeApp(history, content)
  await router.isReady()
  await nextTask()
  const replay = takeEarly(document)
  app.mount('#app')
  void replay()
  document.documentElement.dataset.ready = ''
  watch(words.global.locale, (now) => {
    const language: unknown = now
    if (!isLanguage(language)) return
    document.documentElement.lang = language
    document.documentElement.dir = languages[language]
  }, { immediate: true })
  await nextTask()
  const { keepAndOffer } = await import('./keeping.ts')
  await keepAndOffer(pinia, words)
}
