import type { Page } from 'playwright-core'
import type { AskOf, Kind, ReplyOf } from '../../src/quiz/types.ts'

/** Somebody who has a keyboard and nothing else, in one question of a page; `forward` is the arrow that goes on as the page reads. */
export class Hands {
  private question = ''
  constructor(readonly page: Page, private readonly forward: 'ArrowRight' | 'ArrowLeft') {}

  /** Enter a question at the first thing in it that takes the focus. From there on only keys are pressed. */
  async enter(question: string): Promise<void> {
    this.question = question
    await this.page.locator(this.within(':is(input, select, textarea, button):enabled')).first().focus()
  }

  press = (key: string): Promise<void> => this.page.keyboard.press(key)
  write = async (text: string): Promise<void> => { await this.press('ControlOrMeta+A'); await this.page.keyboard.type(text) }
  private within = (selector: string) => `form[data-question="${this.question}"] ${selector}`
  private has = (selector: string) => this.page.evaluate(wanted => document.querySelector(wanted) !== null, this.within(selector))
  private isAt = (selector: string) => this.page.evaluate(wanted => document.activeElement?.matches(wanted) ?? false, this.within(selector))

  /** Tab to something in this question, there or back. */
  async reach(selector: string): Promise<void> {
    const steps = await this.page.evaluate((wanted) => {
      const isRadio = (each: Element): each is HTMLInputElement => each instanceof HTMLInputElement && each.type === 'radio'
      const groupOf = ({ form, name }: HTMLInputElement) => [...form?.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${name}"]`) ?? []]
      const stopOf = (each: Element) => isRadio(each) ? groupOf(each).find(other => other === document.activeElement) ?? groupOf(each).find(other => other.checked) ?? groupOf(each)[0] : each
      const stops = [...document.querySelectorAll('a[href], :is(button, input, select, textarea):enabled, summary, [tabindex="0"]')].filter(each => each.checkVisibility() && stopOf(each) === each)
      const target = document.querySelector(wanted)
      const [from, to] = [document.activeElement, target && stopOf(target)].map(each => stops.findIndex(stop => stop === each))
      return from === undefined || to === undefined || from < 0 || to < 0 ? null : to - from
    }, this.within(selector))
    if (steps === null) throw new Error(`by keyboard there is no way to ${selector} in ${this.question}`)
    for (let step = 0; step < Math.abs(steps); step++) await this.press(steps > 0 ? 'Tab' : 'Shift+Tab')
  }

  /** Tab to a button and press it. */
  async push(selector: string): Promise<void> { await this.reach(selector); await this.press('Enter') }

  /** Tab to a group of radios, then arrows to one of it. */
  async choose(selector: string): Promise<void> {
    await this.reach(selector)
    for (let step = 0; step < 6 && !await this.isAt(selector); step++) await this.press(this.forward)
    if (!await this.isAt(`${selector}:checked`)) await this.press('Space')
  }

  /** Tab to a list and go down to its `at`-th choice. */
  async pick(selector: string, at: number): Promise<void> {
    await this.reach(selector)
    await this.press('Home')
    for (let step = 0; step < at; step++) await this.press('ArrowDown')
  }

  /** Tab to each that is not as it should be and press Space. */
  async toggle(ids: readonly string[], wanted: readonly string[], on: string, selector: (id: string) => string): Promise<void> {
    for (const id of ids) {
      if (await this.has(selector(id) + on) === wanted.includes(id)) continue
      await this.reach(selector(id))
      await this.press('Space')
    }
  }
}

type Give = { [K in Kind]: (hands: Hands, reply: ReplyOf<K>, ask: AskOf<K>, name: string) => Promise<void> }
const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id)
const value = (id: string) => `input[value="${id}"]`
const tap = (id: string) => `[data-tap="${id}"]`

async function rows(hands: Hands, given: Readonly<Record<string, string>>, name: string) {
  for (const [row, id] of Object.entries(given)) await hands.choose(`input[name="${name}-${row}"]${`[value="${id}"]`}`)
}

/** How a reply of each kind is given by keyboard. */
export const give: Give = {
  choice: async (hands, reply, ask) => { await hands.press(String(idsOf(ask.options).indexOf(reply) + 1)) },
  choices: async (hands, reply, ask) => { await hands.toggle(idsOf(ask.options), reply, ':checked', value) },
  claim: async (hands, { verdict, reason }) => { await hands.choose(value(verdict)); await hands.choose(value(reason)) },
  match: async (hands, reply, { right }, name) => {
    for (const [left, to] of Object.entries(reply)) await hands.pick(`[id="${name}-${left}"]`, idsOf(right).indexOf(to) + 1)
  },
  order: async (hands, reply, { items }) => {
    const shown = await hands.page.locator(`form[data-question="gallery.order"] li select`).evaluateAll((all, ids) => ids.map(id => all.findIndex(each => each.id.endsWith(id))), idsOf(items))
    const now = idsOf(items).sort((one, other) => (shown[idsOf(items).indexOf(one)] ?? 0) - (shown[idsOf(items).indexOf(other)] ?? 0))
    for (const [to, id] of reply.entries()) {
      for (let at = now.indexOf(id); at > to; at--) await hands.push(tap(`${id}-up`))
      now.splice(to, 0, ...now.splice(now.indexOf(id), 1))
    }
  },
  sort: async (hands, reply, _ask, name) => { await rows(hands, reply, name) },
  gap: async (hands, reply, { gaps }, name) => {
    for (const [gap, option] of Object.entries(reply)) await hands.pick(`[id="${name}-${gap}"]`, idsOf(gaps[gap] ?? []).indexOf(option) + 1)
  },
  text: async (hands, reply) => { await hands.reach('input[type=text]'); await hands.write(reply) },
  number: async (hands, reply) => { await hands.reach('input[type=number]'); await hands.write(String(reply)) },
  highlight: async (hands, reply, ask) => { await hands.toggle(idsOf(ask.passage), reply, '[aria-pressed=true]', tap) },
  place: async (hands, reply, ask) => {
    if (ask.several) await hands.toggle(idsOf(ask.points), reply, ':checked', value)
    else await hands.choose(value(reply[0] ?? ''))
  },
  scale: async (hands, reply, _ask, name) => { await rows(hands, reply, name) },
  scenario: async (hands, taken, { start, nodes }) => {
    let at = start
    for (const id of taken) {
      await hands.push(tap(`${at}-${id}`))
      at = nodes.find(node => node.id === at)?.choices.find(choice => choice.id === id)?.to ?? at
    }
  },
  weigh: async (hands, { verdicts, evidence, outcome }, { sentences, outcomes }, name) => {
    for (const [criterion, verdict] of Object.entries(verdicts)) {
      await hands.choose(`input[name="${name}-${criterion}"][value="${verdict}"]`)
      await hands.push(tap(`${criterion}-evidence`))
      await hands.toggle(idsOf(sentences), evidence[criterion] ?? [], '[aria-pressed=true]', tap)
    }
    await hands.pick(`[id="${name}-outcome"]`, idsOf(outcomes).indexOf(outcome) + 1)
  },
  reflection: async (hands, { text, levels }, _ask, name) => {
    await hands.reach('textarea')
    await hands.write(text)
    if (Object.keys(levels).length) await hands.push('summary')
    await rows(hands, levels, name)
  },
}
