import { createRouter, type RouteLocationNormalized, type RouterHistory, type RouteRecordRaw } from 'vue-router'
import type { Content } from '#course/content.ts'
import { guess, isLanguage, type Language } from '#languages.ts'
import { storage } from '#platform/storage.ts'
import { loadViews } from '#quiz/views.ts'
import { speak, type Words } from '#ui/words.ts'
import { needs, type Need } from './needs.ts'

/** The language kept on this device, else the one the browser likes best. */
function startLanguage(): Language {
  const kept = storage.get('peace.language')
  return isLanguage(kept) ? kept : guess(navigator.languages)
}

/** Whether a page was opened before: the first one loads no words that it can do without. */
const isReady = () => !import.meta.env.SSR && document.documentElement.dataset.ready !== undefined

const at = '/:language(ar|en|es|fr|ru|zh)'

/** The rooms of the house: where each stands, what it needs before it opens, and its page. */
const routes: RouteRecordRaw[] = [
  { path: '/', redirect: () => `/${startLanguage()}/` },
  { path: `${at}/`, name: 'home', meta: { needs: ['catalogue', 'tryOne'] }, component: () => import('#student/HomePage.vue') },
  { path: `${at}/review/`, name: 'review', meta: { careful: true }, component: () => import('#student/ReviewPage.vue') },
  { path: `${at}/glossary/`, name: 'glossary', meta: { needs: ['glossary'] }, component: () => import('#student/GlossaryPage.vue') },
  { path: `${at}/sources/`, name: 'sources', meta: { needs: ['sources'] }, component: () => import('#student/SourcesPage.vue') },
  { path: `${at}/my-data/`, name: 'my-data', meta: { needs: ['catalogue'] }, component: () => import('#student/MyDataPage.vue') },
  { path: `${at}/about/`, name: 'about', component: () => import('#student/AboutPage.vue') },
  { path: `${at}/gallery/`, name: 'gallery', meta: { needs: ['gallery'] }, component: () => import('#student/GalleryPage.vue') },
  { path: `${at}/friend/`, name: 'friend', meta: { careful: true }, component: () => import('#student/FriendPage.vue') },
  { path: `${at}/teach/`, name: 'teach', component: () => import('#student/SoonPage.vue') },
  { path: `${at}/host/`, name: 'host', component: () => import('#student/SoonPage.vue') },
  { path: `${at}/:module/`, name: 'module', meta: { needs: ['module', 'page'] }, component: () => import('#student/ModulePage.vue') },
  { path: `${at}/:module/quiz/`, name: 'quiz', meta: { needs: ['module', 'bank'] }, component: () => import('#student/QuizPage.vue') },
  { path: `${at}/:module/pre-check/`, name: 'pre-check', meta: { needs: ['module', 'bank'] }, component: () => import('#student/CheckPage.vue') },
  { path: `${at}/:module/post-check/`, name: 'post-check', meta: { needs: ['module', 'bank'] }, component: () => import('#student/CheckPage.vue') },
  { path: `${at}/:module/workshop/`, name: 'workshop', meta: { needs: ['module', 'workshop'] }, component: () => import('#student/WorkshopPage.vue') },
  { path: `${at}/:module/:lesson/`, name: 'lesson', meta: { needs: ['lesson'] }, component: () => import('#student/LessonPage.vue') },
  { path: `${at}/:rest(.*)*`, name: 'missing', component: () => import('#student/MissingPage.vue') },
  { path: '/plain/', name: 'plain', meta: { bare: true }, component: () => import('#frame/PlainPage.vue') },
  { path: '/:rest(.*)*', name: 'lost', component: () => import('#frame/LostPage.vue') },
]

/** The router: before a page opens, its words and its pieces of the course are at hand. */
export function makeRouter(history: RouterHistory, content: Content, words: Words) {
  const router = createRouter({
    history, routes, strict: true,
    scrollBehavior: (to, from, saved) => saved ?? (to.hash === '#continue' || (to.params.lesson && to.params.lesson === from.params.lesson) ? false : { top: 0 }),
  })
  router.beforeResolve(async (to) => {
    const language: Language = isLanguage(to.params.language) ? to.params.language : 'en'
    await speak(words, language, to.name === 'lesson' && !isReady() ? ['app'] : ['app', 'student'])
    to.meta.content = content
    const rest = to.path.slice(1).split('/')
    const nowhere = to.name === 'missing' && !to.redirectedFrom // an address that no language has
    if (!nowhere && await bring(to, language, content)) return true
    return !nowhere && language !== 'en' && await bring(to, 'en', content)
      ? { name: 'missing', params: { language, rest: rest.slice(1) }, replace: true }
      : { name: 'lost', params: { rest }, replace: true }
  })
  return router
}

/** Put what a page needs into its `meta`; false where something does not exist in this language. */
async function bring(to: RouteLocationNormalized, language: Language, content: Content): Promise<boolean> {
  for (const need of (to.meta.needs ?? []) as Need[]) { // the list above names only those
    const found = await needs[need](content, language, String(to.params.module), String(to.params.lesson))
    if (found.missing) return false
    Object.assign(to.meta, found.meta, found.careful && { careful: true })
    if (found.kinds) await loadViews(found.kinds)
  }
  return true
}
