import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { compileCourse } from '../../src/build/compileCourse.ts'
import { routesOf } from '../../src/build/routesOf.ts'
import { openChromium } from '../chromium.ts'
import { cutOff, misnamed, smallTargets } from './eyes.ts'
import { go, open, read, sizes } from './reader.ts'
import { noticed } from './senses.ts'
import { questions, walk, type Walked } from './walk.ts'

const site = inject('site')
const course = compileCourse(resolve('.'))
const paths = routesOf(course).filter(path => /^\/(en|ar)\//.test(path))
const modules = course.catalogues.en?.modules ?? []
const lessons = modules.flatMap(module => module.lessons.map(lesson => ({ ...lesson, path: `/en/${module.id}/${lesson.id}/` })))
const careful = lessons.find(lesson => lesson.note)?.path ?? ''
const quiz = `/en/${modules[0]?.id ?? ''}/quiz/`

let browser: Browser
beforeAll(async () => { browser = await openChromium(inject('chromium')) })
afterAll(async () => { await browser.close() })

describe.each([['en', 'ArrowRight', 640], ['ar', 'ArrowLeft', 256]] as const)('every kind, in %s, by keyboard alone', (language, forward, height) => {
  let found: Walked
  beforeAll(async () => {
    const page = await open(browser, `${site}/${language}/gallery/`, { height })
    found = await walk(page, forward)
    await page.context().close()
  })

  it.each(questions)('$kind sounds as its transcript says', ({ kind }) => {
    const file = `tests/transcripts/${language}/${kind}.txt`
    const text = `${found.script.get(kind)?.join('\n').trim() ?? ''}\n`
    if (process.env.UPDATE) { mkdirSync(`tests/transcripts/${language}`, { recursive: true }); writeFileSync(file, text) }
    expect(existsSync(file), `${file}: there is none yet; UPDATE=1 writes it`).toBe(true)
    expect(text).toBe(readFileSync(file, 'utf8'))
  })
  it('says each thing once, where it is heard', () => { expect(found.unheard).toEqual([]) })
  it('never loses the focus, nor hides it, nor moves', () => { expect(found.faults).toEqual([]) })
  it('marks words of another language, with their direction', () => { expect([...new Set(found.foreign)]).toEqual([]) })
  it('passes axe in every state, light and dark', () => { expect([...new Set(found.violations)]).toEqual([]) })
})

describe('every page, at 360 px', () => {
  const small: string[] = []
  const foreign: string[] = []
  beforeAll(async () => {
    const page = await open(browser, `${site}/en/about/`, { width: 360, height: 740 })
    for (const path of paths) {
      await go(page, path)
      await page.evaluate(() => { for (const each of document.querySelectorAll('details')) each.open = true })
      small.push(...(await smallTargets(page)).map(each => `${path} ${each}`))
      foreign.push(...(await misnamed(page)).map(each => `${path} ${each}`))
    }
    await page.context().close()
  })
  it('offers nothing to press that is smaller than 44 by 44', () => { expect([...new Set(small)]).toEqual([]) })
  it('marks words of another language, with their direction', () => { expect([...new Set(foreign)]).toEqual([]) })
})

describe('read large', () => {
  it.each(['en', 'ar'])('nothing runs over or is cut off, in %s at 320 px, with text doubled or spaced out', async (language) => {
    const page = await open(browser, `${site}/${language}/about/`)
    const some = ['', 'gallery/', 'my-data/', ...modules.flatMap(({ id }) => [`${id}/`, `${id}/quiz/`])].map(path => `/en/${path}`).concat(lessons.map(({ path }) => path))
    const found: string[] = []
    for (const path of some.map(each => each.replace('/en/', `/${language}/`)).filter(each => paths.includes(each))) {
      await go(page, path)
      for (const size of Object.keys(sizes) as (keyof typeof sizes)[]) { // keys of our own list
        await read(page, size)
        found.push(...(await cutOff(page)).map(each => `${path}, ${size}: ${each}`))
      }
    }
    await page.context().close()
    expect(found).toEqual([])
  })
})

describe('the focus', () => {
  it.each([[careful, 320, 640], [careful, 320, 256], [quiz, 320, 256], ['/ar/', 1280, 720]])('is always in sight, there and back, on %s at %i × %i', async (path, width, height) => {
    const page = await open(browser, site + path, { width, height })
    const stops = await page.evaluate(() => [...document.querySelectorAll('a[href], :is(button, input, select, textarea):enabled, summary')].filter(each => each.checkVisibility()).length)
    for (const key of ['Tab', 'Shift+Tab']) for (let step = 0; step < stops; step++) await page.keyboard.press(key)
    const { faults } = await noticed(page)
    await page.context().close()
    expect([...new Set(faults)]).toEqual([])
  })

  it('is not hidden under the case that is weighed, nor is a row under it', async () => {
    const page = await open(browser, `${site}/en/gallery/`, { width: 1280, height: 640 })
    const weigh = page.locator('form[data-question="gallery.weigh"]')
    await weigh.locator('select').focus()
    for (let step = 0; step < 8; step++) await page.keyboard.press('Shift+Tab')
    const { faults } = await noticed(page)
    await page.context().close()
    expect(faults).toEqual([])
  })

  it('follows what is opened, begun and left', async () => {
    const page = await open(browser, site + quiz)
    const at: string[] = []
    const press = async (selector: string, key = 'Enter') => {
      await page.locator(selector).first().focus()
      await page.keyboard.press(key)
      const { focus, faults } = await noticed(page)
      at.push(...faults, ...focus.startsWith('body') ? [`lost after ${selector}`] : [], ...(await smallTargets(page)).map(each => `after ${selector}: ${each}`))
    }
    await press('form button[type=submit]')
    while (await page.locator('section > .linkish').count()) await press('section > .linkish')
    await press('section .cluster button')
    await go(page, quiz.replace('quiz', 'pre-check'))
    await press('main .button')
    while (await page.locator('section > .linkish').count()) await press('section > .linkish')
    await page.locator('figure.data').waitFor() // what was walked to its end is kept
    await page.locator('main .button').first().press('Enter')
    await page.locator('h1:focus').waitFor()
    await press('.menu summary')
    await press('.menu a', 'Escape')
    expect(await page.locator('.menu[open]').count()).toBe(0)
    await press('[data-tap=reading]')
    await press('dialog button')
    await page.locator('[data-tap=reading]:focus').waitFor()
    await go(page, careful)
    await press('.help')
    for (const selector of ['dialog .button', 'dialog .button.plain', 'dialog fieldset .quiet', 'dialog .button']) await press(selector)
    await press('dialog button', 'Escape')
    for (let step = 0; await page.locator('[data-tap=continue]').count() && step < 12; step++) await press('[data-tap=continue]')
    await go(page, '/en/')
    await press('input[value=shared]', 'Space')
    await page.locator('dialog').waitFor()
    await page.locator('dialog form input:not([type=radio])').first().fill('Ana')
    await press('dialog form > .button')
    await press('.tools > .quiet')
    await page.locator('dialog').waitFor()
    await press('dialog .button.plain')
    await press('dialog', 'Escape')
    await go(page, '/en/my-data/')
    await press('.card:last-child .button')
    await press('.card:last-child .danger')
    await page.context().close()
    expect(at).toEqual([])
  })
})

describe('single keys', () => {
  it.each([['en', 'ArrowRight', 'ArrowLeft'], ['ar', 'ArrowLeft', 'ArrowRight']] as const)('act in the question they are pressed in, %s; arrows go as it reads', async (language, forward, back) => {
    const page = await open(browser, `${site}/${language}/gallery/`)
    const [choice, number, text] = ['choice', 'number', 'text'].map(kind => page.locator(`form[data-question="gallery.${kind}"]`))
    if (!choice || !number || !text) throw new Error('the gallery shows every kind')
    const chosen = () => choice.locator('fieldset').first().locator('input').evaluateAll(all => all.findIndex(each => (each as HTMLInputElement).checked)) // they are inputs
    await page.locator('header button').first().focus()
    await page.keyboard.press('1')
    expect(await chosen()).toBe(-1)
    await choice.locator('input').first().focus()
    const went: number[] = []
    for (const key of ['3', 'b', back, forward]) { await page.keyboard.press(key); went.push(await chosen()) }
    expect(went).toEqual([2, 1, 0, 1])
    const slider = number.locator('input[type=range]')
    await slider.focus()
    const from = Number(await slider.inputValue())
    await page.keyboard.press(forward)
    expect(Number(await slider.inputValue())).toBe(from + 1)
    await text.locator('input').first().focus()
    await page.keyboard.type('h1')
    expect([await text.locator('input').first().inputValue(), await text.locator('.hints li').count()]).toEqual(['h1', 0])

    await page.locator('[data-tap=reading]').click()
    await page.locator('input[name=reading-keys][value=off]').focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Escape')
    await choice.locator('input').nth(1).focus()
    await page.keyboard.press('3')
    expect(await chosen()).toBe(1)
    await page.keyboard.press('ControlOrMeta+Enter')
    expect(await choice.locator('.verdict').count()).toBe(1)
    await page.context().close()
  })
})

describe('in colours of the reader’s own', () => {
  it('what is chosen, judged and in focus is told by more than a ground', async () => {
    const page = await open(browser, `${site}/en/gallery/`)
    await page.emulateMedia({ forcedColors: 'active' })
    const form = (kind: string) => page.locator(`form[data-question="gallery.${kind}"]`)
    for (const label of await form('sort').locator('.bin-groups label:first-child').all()) await label.click()
    await form('highlight').locator('.sentence').first().click()
    await form('choice').locator('.choice').first().click()
    await form('choice').locator('.seg label').first().click()
    const look = await page.evaluate(() => {
      const drawn = (element: Element | null) => { const { color, borderBlockEnd } = getComputedStyle(element ?? document.body); return `${color} ${borderBlockEnd}` }
      const pairs = [['.bin-groups [data-on]', '.bin-groups label:not([data-on])'], ['.seg [data-on]', '.seg label:not([data-on])'], ['.sentence[aria-pressed=true]', '.sentence[aria-pressed=false]'], ['.choice[data-on]', '.choice:not([data-on])']]
      const alike = pairs.filter(([on, off]) => drawn(document.querySelector(on ?? '')) === drawn(document.querySelector(off ?? ''))).map(([on]) => on)
      const ringless = [...document.querySelectorAll<HTMLElement>('main :is(button, input, select, textarea, summary)')].filter((each) => {
        each.focus({ focusVisible: true } as FocusOptions) // newer than its type
        const ring = getComputedStyle(each.matches('.away') ? each.closest('label') ?? each : each)
        return document.activeElement === each && !(ring.outlineStyle !== 'none' && Number.parseFloat(ring.outlineWidth) >= 2)
      }).map(each => each.outerHTML.slice(0, 80))
      return { alike, ringless }
    })
    await form('choice').locator('[type=submit]').click()
    await form('sort').locator('[type=submit]').click()
    const wordless = await page.locator('form [data-mark]').evaluateAll(all => all.filter(each => !each.matches('.verdict, .why, .typed, .estimate') && !/\p{L}/u.test(each.querySelector('.mark')?.textContent ?? '')).map(each => each.outerHTML.slice(0, 80)))
    await page.context().close()
    expect({ ...look, wordless }).toEqual({ alike: [], ringless: [], wordless: [] })
  })
})
