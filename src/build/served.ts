import { createHash } from 'node:crypto'
import type { Lesson } from '#course/lesson.ts'
import { parted } from '#course/parted.ts'
import type { Course } from './compileCourse.ts'

/** A piece as it is served: the name of its file, and its text. */
export interface Served { file: string, text: string }

/** What comes after a lesson stands beside it; no id holds a dot. */
const MORE = '.more'
const known = new WeakMap<Course, ReadonlyMap<string, Served>>()

const isLesson = (piece: unknown): piece is Lesson => typeof piece === 'object' && piece !== null && 'parts' in piece

/** The pieces of a course as they are served, by path, each file named by path and content: of a lesson, what its page needs at once and the rest are two. */
export function servedPieces(course: Course): ReadonlyMap<string, Served> {
  const found = known.get(course)
  if (found) return found
  const served = new Map<string, Served>()
  const serve = (path: string, piece: unknown) => {
    const text = JSON.stringify(piece)
    const file = `course/${path}.${createHash('sha256').update(text).digest('hex').slice(0, 8)}.json`
    served.set(path, { file, text })
    return file
  }
  for (const [path, piece] of course.pieces) {
    if (!isLesson(piece)) { serve(path, piece); continue }
    const { first, more } = parted(piece)
    serve(path, { ...first, more: serve(path + MORE, more) } satisfies Lesson)
  }
  known.set(course, served)
  return served
}

/** The catalogue of a language, with the file of each of its pieces; a lesson names the rest of it itself. */
export function catalogueOf(course: Course, lang: string) {
  const own = [...servedPieces(course)].filter(([path]) => path.startsWith(`${lang}/`) && !path.endsWith(MORE))
  return { ...course.catalogues[lang], files: Object.fromEntries(own.map(([path, { file }]) => [path.slice(lang.length + 1), file])) }
}
