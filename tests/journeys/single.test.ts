import { copyFileSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, inject, it } from 'vitest'
import { openChromium, openKept } from '../chromium.ts'
import { openFirefox } from '../firefox.ts'
import { asking, moduleIn, Student } from '../student.ts'

const folder = mkdtempSync(join(tmpdir(), 'peace-stick-'))
const stick = join(folder, 'مجلد with spaces')
mkdirSync(stick)
copyFileSync('dist/peace-and-solidarity.html', join(stick, 'peace.html'))
const url = pathToFileURL(join(stick, 'peace.html')).href

const kept = () => Object.keys(localStorage).filter(key => /^peace\.[a-z0-9]+\.(e\.|pack\.)/.test(key)).length

describe('the one file, from a stick', () => {
  it('answers, restarts and finds the answer in Chromium, without any request', async () => {
    const profile = join(folder, 'chromium')
    const asked: string[] = []
    const said: string[] = []
    for (const visit of ['first', 'second']) {
      const context = await openKept(inject('chromium'), profile)
      const page = context.pages()[0] ?? await context.newPage()
      page.on('request', (request) => { if (!request.url().startsWith('file:') && !request.url().startsWith('data:')) asked.push(request.url()) })
      page.on('console', (message) => { if (!/policy/i.test(message.text())) said.push(message.text()) })
      page.on('pageerror', (error) => { said.push(String(error)) })
      await page.goto(url)
      await page.waitForSelector('html[data-ready]')
      await page.locator('main h1').waitFor()
      if (visit === 'first') {
        expect(page.url()).toContain('#/')
        await page.goto(`${url}#/en/truth/what-a-commission-does/`)
        const question = page.locator('form[data-question="truth.her-lawyer"]')
        await question.locator('label.choice').first().click()
        await question.getByRole('button', { name: 'Check' }).click()
        await question.locator('.verdict').waitFor()
        await page.getByText('· Saved').waitFor()
      } else {
        await page.goto(`${url}#/en/my-data/`)
        await page.getByText('1 answer', { exact: true }).waitFor()
      }
      await context.close()
    }
    expect(asked).toEqual([])
    expect(said).toEqual([])
  })

  it('is walked through in Chromium: nothing is asked of anybody, nothing is logged, and all of it goes again', async () => {
    const browser = await openChromium(inject('chromium'))
    const student = await Student.comes(browser, `${url}#`, { language: 'ar', width: 360, touch: true })
    const { page } = student
    const { id, lessons: [lesson], bank } = moduleIn('ar')
    const claim = asking('ar', 'claim')
    await page.goto(url)
    await page.waitForURL(/#\/ar\/$/)
    await student.ready()
    await student.answer(await student.asked(bank.questions))
    await student.open(claim.path)
    await student.answer(claim.question)
    expect(await student.button('quiz.friend').count()).toBe(0) // its address would lead nobody here, and tell where the file lies
    await student.open(`${id}/${lesson?.id ?? ''}/`)
    await student.finish()
    for (const [room, seen] of Object.entries({ '': '.cloth', [`${id}/quiz/`]: 'form', 'review/': 'figure', 'glossary/': 'dt', 'sources/': 'main li', 'gallery/': 'form.question', 'about/': 'h2', [`${id}/workshop/`]: 'h1' })) {
      await student.open(room)
      await page.locator(seen).first().waitFor()
    }
    await student.open('my-data/')
    await page.getByText(student.say('data.loose.chromium-file')).waitFor()
    await student.pressButton('data.wipe')
    await student.pressButton('data.wipeSure')
    await page.getByText(student.say('data.wiped')).waitFor()
    expect(await page.evaluate(async () => ({ ...localStorage, databases: await indexedDB.databases() }))).toEqual({ databases: [] })
    expect({ outside: student.outside, logged: student.logged }).toEqual({ outside: [], logged: [] })
    await browser.close()
  })

  it.skipIf(!inject('firefox'))('answers, restarts and finds the answer in Firefox', async () => {
    const profile = join(folder, 'firefox')
    const first = await openFirefox(inject('firefox'), profile)
    const page = await first.newPage()
    const form = 'form[data-question="truth.her-lawyer"]'
    await page.goto(`${url}#/en/truth/what-a-commission-does/`)
    await page.waitForSelector('html[data-ready]')
    await (await page.waitForSelector(`${form} label.choice`))?.click()
    await (await page.waitForSelector(`${form} button[type=submit]`))?.click()
    await page.waitForSelector(`${form} .verdict`)
    await page.waitForFunction(kept)
    await page.waitForFunction(() => document.body.innerText.includes('· Saved'))
    await first.close()
    const second = await openFirefox(inject('firefox'), profile)
    const again = await second.newPage()
    await again.goto(`${url}#/en/my-data/`)
    await again.waitForFunction(() => document.body.innerText.includes('1 answer'))
    await second.close()
  })
})
