import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openChromium } from '../chromium.ts'
import { serve } from '../serve.ts'
import type { AskOf } from '../../src/quiz/types.ts'
import type { Question } from '../../src/quiz/question.ts'
import { asksOf, moduleIn, Student, type Coming } from '../student.ts'

const DAY = 86_400_000
let browser: Browser
let host: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  browser = await openChromium(inject('chromium'))
  host = await serve(path => readFileSync(`dist${path}`))
})
afterAll(async () => {
  await browser.close()
  await host.close()
})

const comings: Coming[] = [{ language: 'ar', width: 360, touch: true }, { language: 'en', width: 1280, touch: false }]

describe.each(comings)('a student learns a module, in $language at $width px', (coming) => {
  const module = moduleIn(coming.language)
  const [first, second] = module.lessons
  if (!first || !second) throw new Error(`${module.id} has fewer than two lessons`)
  const { questions } = module.bank
  let student: Student
  beforeAll(async () => { student = await Student.comes(browser, host.url, coming) })
  afterAll(async () => { await student.leave() })

  it('comes for the first time: the language is guessed, one question can be tried at once', async () => {
    const { page } = student
    await page.goto(`${host.url}/`)
    await page.waitForURL(`${host.url}/${coming.language}/`)
    await student.ready()
    expect(await page.locator('html').getAttribute('dir')).toBe(coming.language === 'ar' ? 'rtl' : 'ltr')
    await student.answer(await student.asked(questions))
  })

  /** From the start page to the page of the module. */
  async function toModule() {
    const { page } = student
    await student.press(page.locator('.brand'))
    await page.waitForURL(`${host.url}/${coming.language}/`)
    await student.press(page.locator(`.modules a[href$="/${module.id}/"]`))
    await page.waitForURL(`**/${module.id}/`)
  }
  /** Through a check or a quiz to its end, each question answered or passed as `how` says; the ids in the order they came. */
  async function through(how: (nth: number, question: Question) => Promise<unknown>): Promise<string[]> {
    const ids: string[] = []
    while (await student.page.locator('form.question').count()) {
      const question = await student.asked(questions)
      await how(ids.length, question)
      ids.push(question.id)
      await student.press(student.button('quiz.next').or(student.button('run.skip')))
      await student.page.waitForFunction(id => document.querySelector('form.question')?.getAttribute('data-question') !== id, question.id)
    }
    return ids
  }
  const pass = async () => undefined
  let before: string[]

  it('sees where they stand before they begin', async () => {
    await toModule()
    await student.press(student.page.locator('a[href$="/pre-check/"]'))
    await student.pressButton('run.begin')
    before = await through(pass)
    await student.page.getByText(student.say('run.preThanks')).waitFor()
    await expect.poll(() => student.page.locator('figure.data').first().locator('dd').allInnerTexts()).toEqual([student.say('run.points', { earned: 0, possible: before.length }), student.say('run.notDone')])
    await student.press(student.page.getByRole('link', { name: student.say('run.toLessons') }))
  })

  it('reads a whole lesson and answers all it asks; a word is explained in place, by keyboard', async () => {
    const { page } = student
    await student.press(page.locator(`a.thread[href$="/${first.id}/"]`))
    await page.locator('h1').filter({ hasText: first.title }).waitFor()
    const term = page.locator('button.term').first()
    await term.focus()
    await page.keyboard.press('Enter')
    await page.locator('.meaning').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.meaning').waitFor({ state: 'detached' })
    expect(await term.evaluate(button => button === document.activeElement)).toBe(true)
    await student.pressButton('lesson.short')
    await page.locator('.shorter').filter({ hasText: first.short.slice(0, 40) }).waitFor()
    expect(await page.locator('form.question').getAttribute('data-question')).toBe(first.shortAsks)
    await student.pressButton('lesson.long')
    for (const question of asksOf(first)) {
      if (await student.form(question.id).getAttribute('data-phase') === 'replying') await student.answer(question)
    }
    await student.finish()
    await page.locator('.next').getByText(student.say('lesson.saved')).waitFor()
  })

  it('finds the lesson woven in, and goes on where they were', async () => {
    const { page } = student
    await student.press(page.locator('.next a.button'))
    await page.locator('h1').filter({ hasText: second.title }).waitFor()
    await student.pressButton('lesson.continue')
    await page.getByText(student.say('lesson.partOf', { at: 2, all: second.parts.length })).waitFor()
    await student.open('')
    await page.locator('figure .cloth path.pick:not([d=""])').first().waitFor()
    expect(await page.locator('figure .cloth').getAttribute('aria-label')).toContain(student.say('home.clothModule', { title: (await page.locator(`.modules a[href$="/${module.id}/"] h3`).innerText()), n: 1, all: module.lessons.length }))
    await student.press(page.locator('.hero a.button').filter({ hasText: second.title }))
    await page.locator('h1').filter({ hasText: second.title }).waitFor()
    await page.getByText(student.say('lesson.partOf', { at: 2, all: second.parts.length })).waitFor()
    await expect.poll(() => page.locator(`#part-${second.parts[1]?.id ?? ''}`).evaluate(part => part === document.activeElement && Math.round(part.getBoundingClientRect().top))).toBeLessThan(200)
  })
  let wrong: Question
  let quizzed: string[]

  it('takes the quiz: ten with points, the result by aim, missed ones first when it is taken again', async () => {
    const { page } = student
    await toModule()
    await student.press(page.locator('a[href$="/quiz/"]'))
    await student.pressButton('run.begin')
    let right = 0
    quizzed = await through(async (_nth, question) => {
      if (!wrong && question.kind === 'choice') {
        wrong = question
        const { options } = question.ask as AskOf<'choice'> // its kind says so
        await student.press(student.form(question.id).locator('.sure label').filter({ hasText: student.say('quiz.sure.sure') }))
        await student.answer(question, options.find(option => option.id !== question.key)?.id)
      } else if (right < 2) {
        right++
        await student.answer(question)
      }
    })
    expect(quizzed).toHaveLength(10)
    expect(new Set(quizzed).size).toBe(10)
    await page.getByText(student.say('run.points', { earned: 2, possible: 10 }), { exact: true }).waitFor()
    const objectives = new Set(questions.filter(({ id }) => quizzed.includes(id)).map(({ objective }) => objective))
    expect(await page.locator('.results li').count()).toBe(objectives.size)
    await page.getByText(student.say('run.mistakes')).waitFor()
    await student.pressButton('run.again')
    const again = await through(pass)
    expect(again.slice(0, 8).filter(id => !quizzed.includes(id) || id === quizzed[0])).toEqual([])
    expect(again).toContain(wrong.id)
    expect(await page.getByText(student.say('run.mistakes')).count()).toBe(0) // all were passed over
  })

  it('reviews some days later: what they were sure of and missed comes first', async () => {
    const { page } = student
    await student.context.clock.setFixedTime(Date.now() + 5 * DAY)
    await student.open('')
    await student.press(page.locator('.hero a[href$="/review/"]').filter({ hasText: /[0-9]/ }))
    await page.locator('form.question').waitFor()
    const reviewed = await through((nth, question) => nth === 0 ? student.answer(question) : pass())
    expect(reviewed[0]).toBe(wrong.id)
    expect(reviewed.length).toBeGreaterThan(1)
    await page.getByText(student.say('review.done')).waitFor()
    expect(await page.locator('figure.data progress').count()).toBe(3)
    await student.open('')
    await page.waitForFunction(() => document.querySelector('.hero a[href$="/review/"]'))
    await student.open('review/')
    await page.locator('form.question').waitFor()
    expect((await student.asked(questions)).id).not.toBe(wrong.id)
  })

  it('reads the rest, one lesson in its short version, and looks back: other questions, and the growth', async () => {
    const { page } = student
    for (const lesson of module.lessons.slice(1)) {
      await student.open(`${module.id}/${lesson.id}/`)
      if (lesson === second) await student.finish()
      else {
        await student.pressButton('lesson.short')
        await student.pressButton('lesson.finish')
        await page.locator('.next').getByText(student.say('lesson.finished')).waitFor()
      }
    }
    await student.press(page.locator('.next a.button'))
    await page.waitForURL(`**/${module.id}/quiz/`)
    await toModule()
    await student.press(page.locator('a[href$="/post-check/"]'))
    await student.pressButton('run.begin')
    const after = await through((_nth, question) => student.answer(question))
    expect(after.filter(id => before.includes(id))).toEqual([])
    const points = (earned: number) => student.say('run.points', { earned, possible: after.length })
    await expect.poll(() => page.locator('figure.data dd').allInnerTexts()).toEqual([points(0), points(after.length)])
  })

  it('prints a certificate that says it is self-declared', async () => {
    const { page } = student
    await student.open('my-data/')
    await page.evaluate(() => { // no dialog of the system opens here: what would be printed is read instead
      window.print = () => { document.documentElement.dataset.printed = document.body.innerText }
    })
    await page.emulateMedia({ media: 'print' })
    await page.getByLabel(student.say('data.certificateName')).fill('سلمى')
    await student.pressButton('data.certificatePrint')
    const printed = await page.locator('html').getAttribute('data-printed') ?? ''
    for (const line of [student.say('data.certificateSays', { name: 'سلمى' }), student.say('data.selfDeclared'), student.say('frame.independent')]) expect(printed).toContain(line)
    expect(printed).not.toContain(student.say('data.wipe'))
    expect(await page.locator('.certificate').evaluate(sheet => getComputedStyle(sheet).direction)).toBe(coming.language === 'ar' ? 'rtl' : 'ltr')
    await page.emulateMedia({ media: null })
  })

  it('has asked nobody else for anything, and no page logged a line', () => {
    expect({ outside: student.outside, logged: student.logged }).toEqual({ outside: [], logged: [] })
  })
})
