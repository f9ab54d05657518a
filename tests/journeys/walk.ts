import type { Page } from 'playwright-core'
import { examples } from '../../src/quiz/examples.ts'
import { galleryQuestions } from '../../src/quiz/gallery.ts'
import type { Kind } from '../../src/quiz/types.ts'
import { violationsOf } from '../axe.ts'
import { misnamed } from './eyes.ts'
import { give, Hands } from './hands.ts'
import { noticed } from './senses.ts'
import { treesOf } from './tree.ts'

/** The worked question of each kind, as the gallery shows them. */
export const questions = galleryQuestions()
type Asked = typeof questions[number]

const scored = questions.filter(({ kind }) => examples[kind].replies.some(({ verdict }) => verdict.kind === 'points'))
const replyOf = (kind: Kind, whole: boolean) => examples[kind].replies.find(({ verdict }) => verdict.kind === 'points' ? (verdict.earned === 1) === whole : verdict.kind === 'open')?.reply
/** Where the first thing to answer takes letters for its own, `H` is no shortcut. */
const typed: Kind[] = ['text', 'number', 'match', 'gap', 'order']

/** What was found on the way through every kind in every state: what a screen reader hears of each, and what is wrong. */
export interface Walked { script: Map<Kind, string[]>, violations: string[], foreign: string[], faults: string[], unheard: string[] }

/** Answer every question of the gallery by keyboard alone: a hint, a first wrong try, a right one; then, from the start, a wrong one and the answer shown. */
export async function walk(page: Page, forward: 'ArrowRight' | 'ArrowLeft'): Promise<Walked> {
  const found: Walked = { script: new Map(questions.map(({ kind }) => [kind, []])), violations: [], foreign: [], faults: [], unheard: [] }
  const cdp = await page.context().newCDPSession(page)
  const hands = new Hands(page, forward)

  /** Do something with each, and write down what was said and where the focus went. */
  async function each(some: Asked[], act: (question: Asked, at: number) => Promise<void>, { quietly = false } = {}) {
    for (const [at, question] of some.entries()) {
      await hands.enter(question.id)
      await act(question, at)
      const { said, faults, focus } = await noticed(page)
      const twice = said.filter(({ text }, nth) => said.findIndex(other => other.text === text) < nth)
      found.unheard.push(...said.filter(({ heard }) => !heard).map(({ text }) => `${question.kind}: ${text}`), ...twice.map(({ text }) => `${question.kind}, twice: ${text}`))
      found.faults.push(...faults.map(fault => `${question.kind}: ${fault}`))
      if (!quietly) found.script.get(question.kind)?.push('', ...said.map(({ text }) => `said: ${text}`), `focus: ${focus}`)
    }
  }

  /** Write down the tree of each, and look at the whole page in both lights. */
  async function state(says: string, some = questions) {
    const trees = await treesOf(cdp)
    for (const { kind, id } of some) found.script.get(kind)?.push('', `— ${says}`, ...trees.get(id) ?? [])
    found.foreign.push(...(await misnamed(page)).map(each => `${says}: ${each}`))
    found.violations.push(...(await violationsOf(page)).map(each => `${says}: ${each}`))
    await page.emulateMedia({ colorScheme: 'dark' })
    found.violations.push(...(await violationsOf(page, 'colours')).map(each => `${says}, dark: ${each}`))
    await page.emulateMedia({ colorScheme: 'light' })
  }

  const reply = (whole: boolean) => async ({ kind, ask, id }: Asked) => { await (give[kind] as (...all: unknown[]) => Promise<void>)(hands, replyOf(kind, whole), ask, id) } // the reply is of its own kind
  const check = async (_question: Asked, at: number) => { await (at % 2 ? hands.press('ControlOrMeta+Enter') : hands.push('button[type=submit]')) }

  await state('untouched')
  await each(scored, async ({ kind }) => { await (typed.includes(kind) ? hands.push('.actions > button[type=button]') : hands.press('h')) })
  await state('a hint', scored)
  await each(questions, reply(false))
  await state('a reply given')
  await each(questions, check)
  await state('told')
  await each(scored, async (question) => { await hands.push('.actions button'); await reply(true)(question); await hands.press('ControlOrMeta+Enter') })
  await state('right at the second try', scored)
  await page.reload()
  await page.waitForSelector('html[data-ready]')
  await noticed(page) // what stands there from the beginning was not said
  await each(scored, async (question, at) => { await reply(false)(question); await check(question, at + 1) }, { quietly: true })
  await each(scored, async () => { await hands.push('.actions button:nth-of-type(2)') })
  await state('the answer shown', scored)
  return found
}
