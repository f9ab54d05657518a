import { createPinia } from 'pinia'
import { createApp, createSSRApp } from 'vue'
import type { RouterHistory } from 'vue-router'
import type { Content } from '#course/content.ts'
import { makeWords } from '#ui/words.ts'
import App from './App.vue'
import { makeRouter } from './router.ts'

/** Whether this page was prerendered and only has to come alive: the one file and the dev server's pages were not. */
const isStanding = () => import.meta.env.SSR || document.querySelector('#app > *') !== null

/** The app with its router, words and stores, not mounted yet: the same in the browser and while pages are prerendered. */
export function makeApp(history: RouterHistory, content: Content) {
  const words = makeWords()
  const pinia = createPinia()
  const router = makeRouter(history, content, words)
  const app = (isStanding() ? createSSRApp : createApp)(App).use(pinia).use(words).use(router)
  return { app, router, words, pinia }
}
