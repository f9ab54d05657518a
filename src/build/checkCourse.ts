import type { Facts } from '#course/facts.ts'
import type { Bank, Lesson } from '#course/lesson.ts'
import { Mistake } from '#course/mistake.ts'
import type { Course } from './compileCourse.ts'

/** Words a module or a lesson may not be called: pages have them. */
const pages = ['quiz', 'pre-check', 'post-check', 'workshop', 'print', 'review', 'glossary', 'sources', 'my-data', 'about', 'gallery', 'teach', 'host', 'join', 'search', 'module', 'bank']

/** What can only be seen with the whole course in view: ids used twice or retired, objectives without questions, names of pages. */
export function checkCourse({ pieces }: Course, facts: Facts): Mistake[] {
  const mistakes: Mistake[] = []
  const wrong = (file: string, says: string) => { mistakes.push(new Mistake(file, 1, says)) }
  for (const { id, lessons, objectives } of facts.modules) {
    for (const name of [id, ...lessons]) if (pages.includes(name)) wrong('src/course/facts/modules.json', `${name} is the name of a page: choose another`)
    const bank = pieces.get(`en/${id}/bank`) as Bank | undefined // the piece of this name is a bank
    if (!bank) continue
    const file = `locales/en/${id}/bank.md`
    const seen = new Set<string>()
    for (const question of bank.questions) {
      if (seen.has(question.id)) wrong(file, `${question.id} stands twice: a question is written once`)
      if (facts.retired.includes(question.id)) wrong(file, `${question.id} is retired: an id is never used again`)
      if (!question.id.startsWith(`${id}.`)) wrong(file, `${question.id} stands in the module ${id}: its id begins with ${id}.`)
      if (question.objective && !objectives.includes(question.objective)) wrong(file, `${question.id}: the objective ${question.objective} is not in src/course/facts/modules.json`)
      seen.add(question.id)
    }
    for (const lesson of lessons) {
      const found = pieces.get(`en/${id}/${lesson}`) as Lesson | undefined // the piece of a lesson's name is a lesson
      if (!found) { wrong(`locales/en/${id}/${lesson}.md`, 'this lesson is missing'); continue }
      if (!seen.has(found.shortAsks)) wrong(`locales/en/${id}/${lesson}.md`, `short-asks: there is no question ${found.shortAsks}`)
      for (const { id: objective } of found.objectives) if (!objectives.includes(objective)) wrong(`locales/en/${id}/${lesson}.md`, `the objective ${objective} is not in src/course/facts/modules.json`)
    }
    for (const objective of objectives) checkObjective(bank, objective, says => { wrong(file, says) })
  }
  return mistakes
}

const unscored = ['scale', 'reflection', 'scenario']

function checkObjective(bank: Bank, objective: string, wrong: (says: string) => void) {
  const inLessons = new Set(Object.values(bank.lessons).flat())
  const asked = bank.questions.filter(question => question.objective === objective && !unscored.includes(question.kind) && !inLessons.has(question.id))
  if (asked.length < 2) wrong(`the objective ${objective} has ${asked.length} questions with points in the bank: write two or more`)
  for (const check of ['pre', 'post'] as const) {
    if (!asked.some(question => question.check === check)) wrong(`the objective ${objective} has no question with check: ${check}`)
  }
}
