import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { compileCourse, type Course } from '../src/build/compileCourse.ts'
import { questionsOf, type Bank, type Lesson } from '../src/course/lesson.ts'
import type { Language } from '../src/languages.ts'
import type { Question } from '../src/quiz/question.ts'
import type { Kind } from '../src/quiz/types.ts'
import { answer, click, tap, type Press } from './hand.ts'

type Words = { [key: string]: string | Words }

const course: Course = compileCourse(resolve('.'))

/** A module as it is taught in one language: its lessons in their order, and its bank. */
export interface Taught { id: string, lessons: Lesson[], bank: Bank }

/** The first module that is whole in a language. */
export function moduleIn(language: Language): Taught {
  const found = course.catalogues[language]?.modules.find(module => !module.lang)
  if (!found) throw new Error(`no module is whole in ${language}`)
  const piece = (name: string) => course.pieces.get(`${language}/${found.id}/${name}`)
  return { id: found.id, lessons: found.lessons.map(({ id }) => piece(id) as Lesson), bank: piece('bank') as Bank } // pieces of these names are lessons and a bank
}

/** Every lesson of a language. */
export const lessonsIn = (language: Language): Lesson[] =>
  (course.catalogues[language]?.modules ?? []).filter(module => !module.lang).flatMap(module => module.lessons.map(({ id }) => course.pieces.get(`${language}/${module.id}/${id}`) as Lesson)) // as above

/** The questions of a lesson, in reading order. */
export const asksOf = (lesson: Lesson): Question[] => lesson.parts.flatMap(part => questionsOf(part.blocks))

/** The first lesson of a language that asks in this way: its path, and the question. */
export function asking(language: Language, kind: Kind): { path: string, question: Question } {
  for (const lesson of lessonsIn(language)) {
    const question = asksOf(lesson).find(each => each.kind === kind)
    if (question) return { path: `${lesson.module}/${lesson.id}/`, question }
  }
  throw new Error(`no lesson in ${language} asks by ${kind}`)
}

/** The one line that Vue logs under this policy: it asks for a policy of its own and may not have it. */
const isKnown = (line: string) => /TrustedTypePolicy named 'vue'|trusted-types/i.test(line)

/** What the interface says in a language, by key: its words stand in several rooms. */
export function sayingIn(language: Language): (key: string) => string {
  const rooms = ['app', 'student'].map(room => JSON.parse(readFileSync(`locales/${language}/interface/${room}.json`, 'utf8')) as Words) // our own files
  return (key) => {
    const within = (room: Words) => key.split('.').reduce<string | Words | undefined>((words, part) => typeof words === 'object' ? words[part] : undefined, room)
    const found = rooms.map(within).find(each => typeof each === 'string')
    if (typeof found !== 'string') throw new Error(`the interface says nothing under ${key}`)
    return found
  }
}

/** How somebody comes to the course. */
export interface Coming { language: Language, width: number, touch: boolean }

/** Somebody with a device of their own: what is on their screen, what they say and press, and what their browser noticed. */
export class Student {
  /** Requests to anywhere else, and what the pages logged: both stay empty. */
  readonly outside: string[] = []
  readonly logged: string[] = []
  readonly press: Press
  private constructor(readonly context: BrowserContext, readonly page: Page, readonly home: string, readonly coming: Coming) {
    this.press = coming.touch ? tap : click
    context.on('request', (request) => { if (!request.url().startsWith(home.split('#')[0] ?? home) && !/^(data|blob):/.test(request.url())) this.outside.push(request.url()) })
    context.on('console', (message) => { if (!isKnown(message.text())) this.logged.push(message.text()) })
    context.on('weberror', (error) => { this.logged.push(String(error.error())) })
  }

  /** Somebody comes with an empty device; `home` is where the course stands. */
  static async comes(browser: Browser, home: string, coming: Coming, more: BrowserContextOptions = {}): Promise<Student> {
    const context = await browser.newContext({ locale: coming.language, viewport: { width: coming.width, height: 740 }, hasTouch: coming.touch, isMobile: coming.touch, reducedMotion: 'reduce', acceptDownloads: true, ...more })
    context.setDefaultTimeout(15_000)
    return new Student(context, await context.newPage(), home, coming)
  }

  /** What the interface says under this key, with its blanks filled. */
  say(key: string, blanks: Record<string, string | number> = {}): string {
    const found = sayingIn(this.coming.language)(key)
    return Object.entries(blanks).reduce((text, [name, value]) => text.replace(`{${name}}`, String(value)), found)
  }

  /** Open a page of this language by its address. */
  async open(path: string): Promise<void> {
    await this.page.goto(`${this.home}/${this.coming.language}/${path}`)
    await this.ready()
  }
  ready = () => this.page.waitForSelector('html[data-ready]', { state: 'attached' })
  button = (key: string, within: Page | Locator = this.page): Locator => within.getByRole('button', { name: this.say(key), exact: true })
  pressButton = (key: string, within?: Locator): Promise<void> => this.press(this.button(key, within))
  form = (id: string): Locator => this.page.locator(`form[data-question="${id}"]`)

  /** The question that is asked now, of these. */
  async asked(of: readonly Question[]): Promise<Question> {
    const id = await this.page.locator('form.question').getAttribute('data-question')
    const found = of.find(question => question.id === id)
    if (!found) throw new Error(`${id ?? 'no question'} is asked, which is none of these`)
    return found
  }
  answer = (question: Question, reply?: unknown): Promise<void> => answer(this.form(question.id), question, reply, this.press)

  /** Read a lesson to its end, part by part. */
  async finish(): Promise<void> {
    const bar = this.page.locator('.next button[data-tap=continue]')
    while (await bar.isVisible()) {
      const before = await this.page.locator('.next progress').getAttribute('value')
      await this.press(bar)
      await this.page.waitForFunction((before) => {
        const [value, max] = ['value', 'max'].map(name => document.querySelector('.next progress')?.getAttribute(name))
        return value !== before && (value !== max || !document.querySelector('.next button[data-tap=continue]'))
      }, before)
    }
    await this.page.locator('.next').getByText(this.say('lesson.finished')).waitFor()
  }

  leave = () => this.context.close()
}
