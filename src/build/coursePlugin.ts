import { resolve } from 'node:path'
import type { Plugin } from 'vite'
import { languages } from '#languages.ts'
import { compileCourse, type Course } from './compileCourse.ts'
import { catalogueOf, servedPieces } from './served.ts'

const VIRTUAL = 'virtual:catalogue/'

/** Lessons as data: compiled from `locales/`, served as JSON, listed by `virtual:catalogue/<lang>`. A mistake stops the build. */
export function coursePlugin({ emit = true } = {}): Plugin {
  const root = resolve('.')
  let course: Course | undefined
  const compiled = () => (course ??= compileCourse(root))
  return {
    name: 'course',
    resolveId: id => id.startsWith(VIRTUAL) ? `\0${id}` : null,
    load(id) {
      if (!id.startsWith(`\0${VIRTUAL}`)) return null
      const lang = id.slice(VIRTUAL.length + 1)
      if (!(lang in languages)) return null
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(catalogueOf(compiled(), lang)))})`
    },
    generateBundle() {
      const { mistakes } = compiled()
      if (mistakes.length) this.error(mistakes.map(mistake => mistake.message).join('\n'))
      if (emit) for (const { file, text } of servedPieces(compiled()).values()) this.emitFile({ type: 'asset', fileName: file, source: text })
    },
    configureServer(server) {
      server.watcher.add(resolve(root, 'locales')).on('change', (file) => {
        if (!/\.(md|json)$/.test(file)) return
        course = undefined
        for (const module of server.moduleGraph.idToModuleMap.values()) if (module.id?.includes(VIRTUAL)) server.moduleGraph.invalidateModule(module)
        server.ws.send({ type: 'full-reload' })
      })
      server.middlewares.use((request, response, next) => {
        const name = /\/(course\/[^?]+)/.exec(request.url ?? '')?.[1]
        const found = name && [...servedPieces(compiled()).values()].find(({ file }) => file === name)
        if (!found) { next(); return }
        response.setHeader('content-type', 'application/json').end(found.text)
      })
    },
  }
}
