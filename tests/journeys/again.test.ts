import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { expect, inject, it } from 'vitest'
import { compileCourse } from '../../src/build/compileCourse.ts'
import { questionsOf, type Bank, type Lesson } from '../../src/course/lesson.ts'
import { flags } from '../chromium.ts'

const site = inject('site')
const { pieces } = compileCourse(resolve('.'))
const lessons = [...pieces].filter(([path, piece]) => path.startsWith('en/') && typeof piece === 'object' && piece !== null && 'parts' in piece).map(([, piece]) => piece as Lesson) // a piece with parts is a lesson

/** The first lesson that asks in this way, and the question. */
function asking(kind: string) {
  for (const lesson of lessons) {
    const question = lesson.parts.flatMap(part => questionsOf(part.blocks)).find(each => each.kind === kind)
    if (question) return { path: `/en/${lesson.module}/${lesson.id}/`, form: `form[data-question="${question.id}"]` }
  }
  throw new Error(`no lesson asks by ${kind}`)
}

/** A Chromium that can be killed: its own process, spoken to from outside. */
async function open(profile: string): Promise<{ page: Page, kill: () => Promise<void> }> {
  const process = spawn(inject('chromium'), [...flags, '--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'], { detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  const browser = await chromium.connectOverCDP(await addressOf(process))
  const page = browser.contexts()[0]?.pages()[0]
  if (!page) throw new Error('Chromium opened without a page')
  return { page, kill: () => killed(process, browser) }
}

const addressOf = (process: ChildProcess) => new Promise<string>((found) => {
  let said = ''
  process.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
    const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
    if (address) found(address)
  })
})

async function killed(child: ChildProcess, browser: Browser) {
  const gone = new Promise<void>((done) => { child.once('exit', () => { done() }) })
  if (child.pid) process.kill(-child.pid, 'SIGKILL')
  await gone
  await browser.close().catch(() => undefined)
}

const near = async (page: Page, form: string) => {
  await page.locator(form).scrollIntoViewIfNeeded()
  await page.locator(`${form}[data-alive]`).waitFor()
}

it('a killed browser finds its answers where they were given, and the words that were not done yet', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'peace-again-'))
  const choice = asking('choice')
  const own = asking('reflection')
  const first = await open(profile)
  await first.page.goto(site + choice.path)
  await near(first.page, choice.form)
  await first.page.locator(`${choice.form} label.choice`).first().click()
  await first.page.locator(`${choice.form} button[type=submit]`).click()
  await first.page.getByText('· Saved').waitFor()
  const said = await first.page.locator(`${choice.form} .told`).innerText()
  await first.page.goto(site + own.path)
  await near(first.page, own.form)
  await first.page.locator(`${own.form} textarea`).fill('Half a thought')
  await first.page.locator(`${own.form} textarea`).press('Tab')
  await first.page.getByText('· Saved').waitFor()
  await first.kill()

  const second = await open(profile)
  await second.page.goto(site + choice.path)
  await near(second.page, choice.form)
  await expect.poll(() => second.page.locator(`${choice.form} .told`).innerText()).toBe(said)
  expect(await second.page.locator(`${choice.form} input`).first().isChecked()).toBe(true)
  expect(await second.page.locator(`${choice.form} .told[role=status]`).count()).toBe(0)
  await second.page.goto(site + own.path)
  await near(second.page, own.form)
  await expect.poll(() => second.page.locator(`${own.form} textarea`).inputValue()).toBe('Half a thought')
  expect(await second.page.locator(`${own.form} textarea`).isEnabled()).toBe(true)
  await second.kill()
})

it('a quiz that was broken off goes on where it was, with what was answered', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'peace-again-'))
  const module = lessons[0]?.module ?? ''
  const byId = new Map((pieces.get(`en/${module}/bank`) as Bank).questions.map(({ id, kind }) => [id, { isChoice: kind === 'choice' }])) // the piece of this name is a bank
  const path = `${site}/en/${module}/quiz/`
  const first = await open(profile)
  await first.page.goto(path)
  await first.page.getByRole('button', { name: 'Begin' }).click()
  const form = first.page.locator('form[data-question]')
  let at = 1
  while (!byId.get(await form.getAttribute('data-question') ?? '')?.isChoice) {
    await first.page.getByRole('button', { name: 'Pass' }).click()
    await first.page.getByText(`Question ${++at} of 10`).waitFor()
  }
  await form.locator('label.choice').first().click()
  await form.getByRole('button', { name: 'Check' }).click()
  await form.getByRole('button', { name: 'Next' }).waitFor()
  await first.page.waitForFunction(() => Object.keys(localStorage).some(key => /^peace\.[a-z0-9]+\.(e\.|pack\.)/.test(key)))
  await first.page.waitForTimeout(6000) // settings stand in local storage alone, which a crash sets back by five seconds
  await first.kill()

  const second = await open(profile)
  await second.page.goto(path)
  await second.page.getByRole('button', { name: `Continue at question ${at + 1}` }).click()
  await second.page.getByText(`Question ${at + 1} of 10`).waitFor()
  await second.kill()
})
