import '#ui/theme.css'
import { createWebHashHistory, createWebHistory } from 'vue-router'
import { makeContent } from '#course/content.ts'
import { channelTo } from '#platform/channel.ts'
import { indexed } from '#platform/database.ts'
import { makeKeeper } from '#platform/keeper.ts'
import { ledgerIn } from '#platform/ledger.ts'
import { broughtAlong, readCatalogue, readPiece } from '#platform/pieces.ts'
import { storage } from '#platform/storage.ts'
import { useProgress } from '#stores/progress.ts'
import { makeApp } from './app.ts'

/** Open the app in this page: take over what was prerendered, then begin to keep. */
export async function start(): Promise<void> {
  const history = __SINGLE__ ? createWebHashHistory() : createWebHistory(import.meta.env.BASE_URL)
  const content = makeContent(readCatalogue, readPiece, broughtAlong())
  const { app, router, pinia } = makeApp(history, content)
  await router.isReady()
  app.mount('#app')
  document.documentElement.dataset.ready = ''
  await useProgress(pinia).open(makeKeeper(ledgerIn(storage, () => null), indexed('peace'), channelTo('peace')))
}
