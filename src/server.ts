import { createMemoryHistory } from 'vue-router'
import { renderToString } from 'vue/server-renderer'
import { makeContent } from '#course/content.ts'
import type { Catalogue } from '#course/lesson.ts'
import { makeApp } from './app.ts'

/** One page, rendered: its HTML, the modules it is made of, its title, and the pieces of the course it shows. */
export async function render(path: string, pieces: ReadonlyMap<string, unknown>, catalogue: (lang: string) => Catalogue) {
  const content = makeContent(async lang => catalogue(lang), async at => pieces.get(at))
  const { app, router } = makeApp(createMemoryHistory(), content)
  await router.push(path)
  await router.isReady()
  const context: { modules?: Set<string>, title?: string, description?: string, structured?: object } = {}
  const html = await renderToString(app, context)
  const { name, params } = router.currentRoute.value
  return { html, modules: [...context.modules ?? []], title: context.title ?? '', description: context.description ?? '', structured: context.structured, name, params, held: Object.fromEntries(content.held) }
}
