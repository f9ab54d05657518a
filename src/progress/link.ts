import { hash } from '#course/hash.ts'
import { array, boolean, finite, maxLength, maxValue, minValue, number, object, pipe, record, regex, safeParse, string, union } from 'valibot'

const VERSION = '1'
const LONGEST = 300

/** Choices only: ids, numbers, yes and no. Nobody's own words fit in. */
const Id = pipe(string(), regex(/^(?!constructor$|prototype$)[a-z0-9-]{1,60}$/))
const Mark = union([Id, boolean(), pipe(number(), finite(), minValue(-1e12), maxValue(1e12))])
const Reply = union([Mark, pipe(array(Id), maxLength(20)), record(Id, union([Mark, pipe(array(Id), maxLength(20))]))])
const Asked = object({ question: pipe(string(), regex(/^[a-z0-9-]{1,60}\.[a-z0-9-]{1,60}$/)), reply: Reply })

/** A question, and what somebody chose: what a link to a friend holds, and all it holds. */
export interface Asked { question: string, reply: unknown }

const form = /^#?1\/([a-z0-9.-]+)\/([A-Za-z0-9_-]+)\/([0-9a-z]{6})$/
const sumOf = (text: string) => hash(text).padStart(6, '0').slice(-6)
const toLetters = (text: string) => btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
const fromLetters = (letters: string) => atob(letters.replaceAll('-', '+').replaceAll('_', '/'))

/** The address of the page for friends, with this question and choice in its last part; no server sees that part. */
export function friendLink(page: string, question: string, reply: unknown): string {
  const asked = safeParse(Asked, { question, reply })
  const text = JSON.stringify(reply)
  const isWhole = asked.success && JSON.stringify(asked.output.reply) === text
  const body = isWhole ? `${VERSION}/${question}/${toLetters(text)}` : ''
  const fragment = `#${body}/${sumOf(body)}`
  if (!body || fragment.length > LONGEST) throw new Error('link: this reply does not fit into a link')
  return page + fragment
}

/** Read the last part of such an address, with or without its `#`. Whether the question exists, and the reply fits it, is for whoever asks it to say. */
export function openFriendLink(fragment: string): { ok: true, value: Asked } | { ok: false, problem: 'not-ours' | 'from-a-newer-app' | 'damaged' } {
  const [, version] = fragment.length > LONGEST ? [] : /^#?([0-9]{1,3})\//.exec(fragment) ?? []
  if (!version) return { ok: false, problem: 'not-ours' }
  if (Number(version) > Number(VERSION)) return { ok: false, problem: 'from-a-newer-app' }
  const [, question = '', letters = '', sum] = form.exec(fragment) ?? []
  try {
    const text = fromLetters(letters)
    const reply: unknown = JSON.parse(text)
    const asked = safeParse(Asked, { question, reply })
    const whole = sumOf(`${VERSION}/${question}/${letters}`) === sum
    return asked.success && whole && JSON.stringify(asked.output.reply) === text ? { ok: true, value: asked.output } : { ok: false, problem: 'damaged' }
  } catch {
    return { ok: false, problem: 'damaged' }
  }
}
