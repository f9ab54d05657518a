import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'
import type { Lesson } from '#course/lesson.ts'
import { parted } from '#course/parted.ts'
import { languages } from '#languages.ts'
import { compileCourse, type Course } from './compileCourse.ts'

const VIRTUAL = 'virtual:catalogue/'

/** The name a piece is served under: its path and a mark of its content. */
export function fileOf(path: string, piece: unknown): string {
  return `course/${path}.${createHash('sha256').update(JSON.stringify(piece)).digest('hex').slice(0, 8)}.json`
}

/** The pieces as they are served: of a lesson, what its page needs at once and the rest are two. */
export const servedPieces = ({ pieces }: Course): [path: string, piece: unknown][] => [...pieces].flatMap(([path, piece]): [string, unknown][] => {
  if (typeof piece !== 'object' || piece === null || !('parts' in piece)) return [[path, piece]]
  const { first, more } = parted(piece as Lesson) // a piece with parts is a lesson
  return [[path, first], [`${path}.more`, more]]
})

/** The catalogue of a language, with the file of each of its pieces. */
export function catalogueOf(course: Course, lang: string) {
  const own = servedPieces(course).filter(([path]) => path.startsWith(`${lang}/`))
  return { ...course.catalogues[lang], files: Object.fromEntries(own.map(([path, piece]) => [path.slice(lang.length + 1), fileOf(path, piece)])) }
}

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
      if (emit) for (const [path, piece] of servedPieces(compiled())) this.emitFile({ type: 'asset', fileName: fileOf(path, piece), source: JSON.stringify(piece) })
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
        const found = name && servedPieces(compiled()).find(([path, piece]) => fileOf(path, piece) === name)
        if (!found) { next(); return }
        response.setHeader('content-type', 'application/json').end(JSON.stringify(found[1]))
      })
    },
  }
}
