import type { Question } from '#quiz/question.ts'
import { joined, type More } from './parted.ts'
import type { Bank, Catalogue, Lesson, Page, SourceUse, Term } from './lesson.ts'

/** Reads one piece of the course: a path such as `en/words/bank`, and the file it is served under. */
export type ReadPiece = (path: string, file: string) => Promise<unknown>

/** Where lessons come from: loaded once each, then at hand. A missing piece is null; a failed read throws, and is tried anew next time. */
export interface Content {
  catalogue: (lang: string) => Promise<Catalogue>
  lesson: (lang: string, module: string, lesson: string) => Promise<Lesson | null>
  /** A lesson with all its questions, which may not have come with it. */
  whole: (lesson: Lesson) => Promise<Lesson>
  bank: (lang: string, module: string) => Promise<Bank | null>
  page: (lang: string, module: string, name: 'module' | 'workshop') => Promise<Page | null>
  glossary: (lang: string) => Promise<Record<string, Omit<Term, 'id'> & { source?: string }> | null>
  sources: (lang: string) => Promise<SourceUse[] | null>
  gallery: (lang: string) => Promise<Question[] | null>
  /** What has been loaded so far, by path: a prerendered page carries it along. */
  held: Map<string, unknown>
}

/** The content of the course; `brought` is what the page brought along: pieces, and the files of others. */
export function makeContent(readCatalogue: (lang: string) => Promise<Catalogue>, read: ReadPiece, brought: { held: Record<string, unknown>, files: Record<string, string> } = { held: {}, files: {} }): Content {
  const held = new Map(Object.entries(brought.held))
  async function piece<Piece>(lang: string, path: string): Promise<Piece | null> {
    const at = `${lang}/${path}`
    if (!held.has(at)) {
      const file = brought.files[at] ?? (await catalogue(lang)).files[path]
      if (!file) return null
      held.set(at, await read(at, file))
    }
    return held.get(at) as Piece // pieces are our own build's, read under the name it gave them
  }
  async function catalogue(lang: string): Promise<Catalogue> {
    const at = `${lang}/catalogue`
    if (!held.has(at)) held.set(at, await readCatalogue(lang))
    return held.get(at) as Catalogue // as above
  }
  return {
    catalogue, held,
    lesson: (lang, module, lesson) => piece(lang, `${module}/${lesson}`),
    async whole(lesson) {
      if (!lesson.more) return lesson
      const at = `${lesson.lang}/${lesson.module}/${lesson.id}`
      const whole = joined(lesson, await read(`${at}.more`, lesson.more) as More) // as above
      held.set(at, whole)
      return whole
    },
    bank: (lang, module) => piece(lang, `${module}/bank`),
    page: (lang, module, name) => piece(lang, `${module}/${name}`),
    glossary: lang => piece(lang, 'glossary'),
    sources: lang => piece(lang, 'sources'),
    gallery: lang => piece(lang, 'gallery'),
  }
}
