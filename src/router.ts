import { createRouter, type RouterHistory } from 'vue-router'
import type { Content } from '#course/content.ts'
import { isLanguage } from '#languages.ts'
import { loadViews } from '#quiz/views.ts'
import { speak, type Words } from '#ui/words.ts'

const LANGUAGE = '/:language([a-z]{2})'

/** The rooms of the house, and what each needs before it opens. */
export function makeRouter(history: RouterHistory, content: Content, words: Words) {
  const router = createRouter({
    history, strict: true,
    scrollBehavior: (to, _from, saved) => saved ?? (to.hash ? { el: to.hash } : { top: 0 }),
    routes: [
      { path: `${LANGUAGE}/`, name: 'home', component: () => import('#student/HomePage.vue') },
      { path: `${LANGUAGE}/:module/:lesson/`, name: 'lesson', component: () => import('#student/LessonPage.vue') },
      { path: '/:rest(.*)*', name: 'lost', component: () => import('#frame/LostPage.vue') },
    ],
  })
  router.beforeResolve(async (to) => {
    const { language, module, lesson } = to.params
    if (!isLanguage(language)) return
    await speak(words, language, to.name === 'lesson' ? ['app'] : ['app'])
    if (to.name === 'lesson') {
      const found = await content.lesson(language, String(module), String(lesson))
      if (!found) return { name: 'lost', params: { rest: to.path.slice(1).split('/') } }
      await loadViews(found.kinds)
      to.meta.lesson = found
    }
    if (to.name === 'home') to.meta.catalogue = await content.catalogue(language)
  })
  return router
}
