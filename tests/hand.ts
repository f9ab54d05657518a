import type { Locator } from 'playwright-core'
import { types, type AskOf, type Kind, type ReplyOf } from '../src/quiz/types.ts'
import type { Question } from '../src/quiz/question.ts'

/** The reply that earns all; where nothing is right or wrong, one that ends the question. */
export function fullReply({ kind, ask, key }: Question): unknown {
  const right: unknown = (types[kind].answer as (key: unknown) => unknown)(key) // the key is of the question's own kind
  if (right !== null) return right
  if (kind === 'scale') {
    const { rows, steps } = ask as AskOf<'scale'> // its kind says so, here and below
    return Object.fromEntries(rows.map(row => [row.id, steps[0]?.id ?? '']))
  }
  if (kind === 'scenario') {
    const { nodes, start } = ask as AskOf<'scenario'>
    const taken: string[] = []
    for (let node = nodes.find(each => each.id === start); node?.choices[0]; node = nodes.find(each => each.id === node?.choices[0]?.to)) taken.push(node.choices[0].id)
    return taken
  }
  return { text: 'في الليل، بهدوء', levels: {} }
}

/** How a finger or a mouse presses something. */
export type Press = (target: Locator) => Promise<void>

/** With a mouse. */
export const click: Press = async (target) => { await target.click() }
/** With a finger. */
export const tap: Press = async (target) => { await target.tap() }

type Hands = { [K in Kind]: (form: Locator, ask: AskOf<K>, reply: ReplyOf<K>, press: Press, id: string) => Promise<void> }

const one = (form: Locator, value: string, name?: string) => form.locator(`label:has(input${name ? `[name="${name}"]` : ''}[value="${value}"])`)
const each = async (form: Locator, ids: readonly string[], press: Press) => { for (const id of ids) await press(one(form, id)) }
const rows = async (form: Locator, given: Record<string, string>, press: Press, id: string) => { for (const [row, value] of Object.entries(given)) await press(one(form, value, `${id}-${row}`)) }
const lists = async (form: Locator, given: Record<string, string>, id: string) => { for (const [row, value] of Object.entries(given)) await form.locator(`select[id="${id}-${row}"]`).selectOption({ value }) }
const button = (form: Locator, mark: string) => form.locator(`button[data-tap="${mark}"]`)

const hands: Hands = {
  choice: (form, _ask, reply, press) => press(one(form, reply)),
  choices: (form, _ask, reply, press) => each(form, reply, press),
  async claim(form, _ask, { verdict, reason }, press, id) {
    await press(one(form, verdict, `${id}-verdict`))
    await press(one(form, reason, `${id}-reason`))
  },
  match: (form, _ask, reply, _press, id) => lists(form, reply, id),
  async order(form, _ask, reply, _press, id) { for (const [at, item] of reply.entries()) await form.locator(`select[id="${id}-${item}"]`).selectOption({ value: String(at) }) },
  sort: (form, _ask, reply, press, id) => rows(form, reply, press, id),
  gap: (form, _ask, reply, _press, id) => lists(form, reply, id),
  text: (form, _ask, reply) => form.locator('input[type=text]').fill(reply),
  number: (form, _ask, reply) => form.locator('input[type=number]').fill(String(reply)),
  async highlight(form, _ask, reply, press) { for (const sentence of reply) await press(button(form, sentence)) },
  place: (form, _ask, reply, press) => each(form, reply, press),
  scale: (form, _ask, reply, press, id) => rows(form, reply, press, id),
  async scenario(form, { nodes, start }, reply, press) {
    let at = start
    for (const choice of reply) {
      await press(button(form, `${at}-${choice}`))
      at = nodes.find(node => node.id === at)?.choices.find(each => each.id === choice)?.to ?? ''
    }
  },
  async weigh(form, _ask, { verdicts, evidence, outcome }, press, id) {
    await rows(form, verdicts, press, id)
    for (const [criterion, sentences] of Object.entries(evidence)) {
      await press(button(form, `${criterion}-evidence`))
      for (const sentence of sentences) await press(button(form, sentence))
    }
    await form.locator(`select[id="${id}-outcome"]`).selectOption({ value: outcome })
  },
  reflection: (form, _ask, { text }) => form.locator('textarea').fill(text),
}

/** Give a reply to the question that stands in `form`, with the page's own fields. */
export const give = (form: Locator, { kind, id, ask }: Question, reply: unknown, press: Press = click): Promise<void> =>
  (hands[kind] as (form: Locator, ask: unknown, reply: unknown, press: Press, id: string) => Promise<void>)(form, ask, reply, press, id) // ask and reply are of the question's own kind

/** Give a reply and have it checked. */
export async function answer(form: Locator, question: Question, reply: unknown = fullReply(question), press: Press = click): Promise<void> {
  await give(form, question, reply, press)
  await press(form.locator('button[type=submit]'))
  await form.locator('.told .verdict').waitFor()
}
