import type { ModuleFacts } from '#course/facts.ts'
import { questionsOf, type CatalogueModule, type Lesson, type Page, type SourceUse } from '#course/lesson.ts'
import type { Question } from '#quiz/question.ts'
import type { Course } from './compileCourse.ts'

/** What the list of modules shows; where this language has none, English titles, marked as English. */
export function moduleOf({ lang, facts, course }: { lang: string, facts: ModuleFacts, course: Course }, lessons: readonly Lesson[]): CatalogueModule {
  const page = course.pieces.get(`${lang}/${facts.id}/module`) as Page | undefined // the piece of this name is a page
  const english = course.catalogues.en?.modules.find(each => each.id === facts.id)
  if ((!page || lessons.length < facts.lessons.length) && english) return { ...english, lang: 'en' }
  const objectives = lessons.flatMap(lesson => lesson.objectives)
  return {
    id: facts.id, dye: facts.dye, title: page?.title ?? facts.id, summary: page?.summary ?? '',
    objectives: facts.objectives.flatMap(id => objectives.filter(each => each.id === id)),
    lessons: lessons.map(({ id, title, summary, minutes, note }) => ({ id, title, summary, minutes, ...(note && { note }) })),
  }
}

const lessonsOf = ({ pieces }: Course, { id, lessons }: CatalogueModule, lang: string): Lesson[] =>
  lessons.flatMap(lesson => pieces.get(`${lang}/${id}/${lesson.id}`) as Lesson | undefined ?? []) // the piece of a lesson's name is a lesson

/** Each lesson learns the title of its module and which one follows it. */
export function joinLessons(course: Course, lang: string) {
  const modules = (course.catalogues[lang]?.modules ?? []).filter(module => !module.lang)
  const all = modules.flatMap(module => lessonsOf(course, module, lang).map(lesson => ({ lesson, module })))
  for (const [at, { lesson, module }] of all.entries()) {
    const next = all[at + 1]?.lesson
    lesson.moduleTitle = module.title
    lesson.next = next ? { module: next.module, lesson: next.id, title: next.title } : null
  }
}

/** The question to try at once: the first of the first lesson that asks to choose one. */
export function tryOneOf(course: Course, lang: string): Question | null {
  const lessons = (course.catalogues[lang]?.modules ?? course.catalogues.en?.modules ?? []).flatMap(module => lessonsOf(course, module, lang))
  return lessons.flatMap(lesson => lesson.parts.flatMap(part => questionsOf(part.blocks))).find(question => question.kind === 'choice') ?? null
}

/** Every source that a lesson or a bank of this language cites, by title, with where it is used. */
export function sourcesOf(course: Course, lang: string): SourceUse[] {
  const used = new Map<string, SourceUse>()
  for (const module of (course.catalogues[lang]?.modules ?? []).filter(each => !each.lang)) {
    for (const lesson of lessonsOf(course, module, lang)) {
      for (const source of lesson.sources) {
        const known = used.get(source.id) ?? { ...source, usedIn: [] }
        known.usedIn.push({ path: `${module.id}/${lesson.id}`, title: lesson.title })
        used.set(source.id, known)
      }
    }
  }
  return [...used.values()].sort((one, other) => one.title.localeCompare(other.title, lang))
}
