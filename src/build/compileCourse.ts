import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'valibot'
import { Beside, Facts, type ModuleFacts } from '#course/facts.ts'
import { languages, type Language } from '#languages.ts'
import { questionsOf, type Bank, type Catalogue, type CatalogueModule, type Freshness, type Lesson } from '#course/lesson.ts'
import { Mistake } from '#course/mistake.ts'
import { galleryQuestions } from '#quiz/gallery.ts'
import { readFile, translate, type CourseFile } from '#course/readFile.ts'
import { readBank, readLesson, readPage } from '#course/readLesson.ts'
import { beginReading, type Reading } from '#course/reading.ts'
import { joinLessons, moduleOf, sourcesOf, tryOneOf } from './catalogue.ts'
import { checkCourse } from './checkCourse.ts'
import { freshnessOf, stateOf } from './freshness.ts'

/** How far a module is in a language. */
export type Standing = Freshness | 'missing'

/** The whole course, compiled: its pieces by path, what each language has, and every mistake found. */
export interface Course {
  pieces: Map<string, unknown>
  catalogues: Record<string, Omit<Catalogue, 'files'>>
  mistakes: Mistake[]
  standing: Record<string, Record<string, Standing>>
}

const json = (path: string): unknown => existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}

/** The facts of the course, read from `src/course/facts`. */
export function readFacts(root: string): Facts {
  const at = (name: string) => json(join(root, 'src/course/facts', `${name}.json`))
  return parse(Facts, { modules: at('modules'), sources: at('sources'), figures: at('figures'), states: at('states'), retired: at('retired') })
}

/** Compile every lesson, bank and page of every language below `root`. Mistakes are gathered, not thrown. */
export function compileCourse(root: string): Course {
  const facts = readFacts(root)
  const course: Course = { pieces: new Map(), catalogues: {}, mistakes: [], standing: {} }
  const beside = (lang: string) => parse(Beside, { glossary: json(join(root, 'locales', lang, 'glossary.json')), sources: json(join(root, 'locales', lang, 'sources.json')), figures: json(join(root, 'locales', lang, 'figures.json')) })
  const english = beside('en')
  const others = (Object.keys(languages) as Language[]).filter(lang => lang !== 'en') // keys of our own list
  for (const lang of ['en', ...others] as const) {
    const own = lang === 'en' ? english : beside(lang)
    const state = stateOf(root, lang)
    const reader = (file: string) => beginReading(file, lang, facts, { own, english }, course.mistakes)
    const modules = facts.modules.map(facts => compileModule({ root, lang, facts, reader, state, course }))
    course.catalogues[lang] = { lang, modules, tryOne: null }
    course.catalogues[lang].tryOne = tryOneOf(course, lang)
    joinLessons(course, lang)
    course.pieces.set(`${lang}/gallery`, galleryQuestions())
    course.pieces.set(`${lang}/sources`, sourcesOf(course, lang))
    course.pieces.set(`${lang}/glossary`, own.glossary)
  }
  course.mistakes.push(...checkCourse(course, facts))
  return course
}

interface Task { root: string, lang: Language, facts: ModuleFacts, reader: (file: string) => Reading, state: Record<string, string>, course: Course }

/** A file and its English, both read; null where this language has none. */
function open({ root, lang, course }: Task, path: string): { file: CourseFile, english: CourseFile, at: string } | null {
  const at = `locales/${lang}/${path}.md`
  if (!existsSync(join(root, at))) return null
  const load = (from: string) => readFile(from, readFileSync(join(root, from), 'utf8'), (line, says) => {
    if (from === at) course.mistakes.push(new Mistake(from, line, says))
  })
  const english = load(`locales/en/${path}.md`)
  if (lang === 'en') return { file: english, english, at }
  const file = translate(english, load(at), (line, says) => { course.mistakes.push(new Mistake(at, line, says)) })
  return { file, english, at }
}

function compileModule(task: Task): CatalogueModule {
  const { lang, facts, reader, state, course } = task
  const freshness = (english: CourseFile): Freshness => lang === 'en' ? 'complete' : freshnessOf(english, state)
  const standings: Standing[] = []
  const lessons = facts.lessons.flatMap((name, nth): Lesson[] => {
    const found = open(task, `${facts.id}/${name}`)
    const lesson = found && readLesson(found.file, found.english, { id: name, module: facts.id, lang, freshness: freshness(found.english), at: nth + 1, of: facts.lessons.length, dye: facts.dye }, reader(found.at))
    standings.push(lesson ? lesson.freshness : 'missing')
    if (lesson) course.pieces.set(`${lang}/${facts.id}/${name}`, lesson)
    return lesson ? [lesson] : []
  })
  for (const name of ['module', 'workshop']) {
    const found = open(task, `${facts.id}/${name}`)
    const page = found && readPage(found.file, { freshness: freshness(found.english) }, reader(found.at))
    standings.push(page ? page.freshness : 'missing')
    if (page) course.pieces.set(`${lang}/${facts.id}/${name}`, page)
  }
  const bank = compileBank(task, lessons, freshness)
  standings.push(bank ? bank.freshness : 'missing')
  const standing = standings.includes('missing') ? 'missing' : standings.includes('stale') ? 'stale' : 'complete'
  ;(course.standing[facts.id] ??= {})[lang] = standing
  return moduleOf(task, lessons)
}

function compileBank(task: Task, lessons: readonly Lesson[], freshness: (english: CourseFile) => Freshness): Bank | null {
  const { lang, facts, reader, course } = task
  const found = open(task, `${facts.id}/bank`)
  if (!found) return null
  const reading = reader(found.at)
  const own = readBank(found.file, reading)
  const asked = lessons.map(lesson => [lesson.id, lesson.parts.flatMap(part => questionsOf(part.blocks))] as const)
  for (const lesson of lessons) for (const source of lesson.sources) if (!reading.sources.some(each => each.id === source.id)) reading.sources.push(source)
  const bank: Bank = {
    module: facts.id, lang, freshness: freshness(found.english), sources: reading.sources,
    questions: [...own, ...asked.flatMap(([, questions]) => questions)],
    lessons: Object.fromEntries(asked.map(([id, questions]) => [id, questions.map(question => question.id)])),
  }
  course.pieces.set(`${lang}/${facts.id}/bank`, bank)
  return bank
}
