import { questionsOf, type Lesson, type Part, type Term } from './lesson.ts'

/** What the page of a lesson can do without until its first question is answered: the parts after it, what terms mean, the short version. */
export interface More { parts: Part[], terms: Term[], short: string }

/** A lesson in two: its page needs the first at once. Of a part that comes later only the name is there, without blocks. */
export function parted(lesson: Lesson): { first: Lesson, more: More } {
  const at = lesson.parts.findIndex(part => questionsOf(part.blocks).length)
  const parts = lesson.parts.map((part, nth) => at < 0 || nth <= at ? part : { id: part.id, title: [], blocks: [] })
  const terms = lesson.terms.map(term => ({ ...term, ...(term.definition && { definition: '' }) }))
  return { first: { ...lesson, parts, terms, short: '' }, more: { parts: lesson.parts.filter((_, nth) => at >= 0 && nth > at), terms: lesson.terms, short: lesson.short } }
}

/** The lesson whole again. */
export function joined(first: Lesson, { parts, terms, short }: More): Lesson {
  const byId = new Map(parts.map(part => [part.id, part]))
  const lesson = { ...first, terms, short, parts: first.parts.map(part => byId.get(part.id) ?? part) }
  delete lesson.more
  return lesson
}
