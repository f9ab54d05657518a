import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { compileCourse } from '../../src/build/compileCourse.ts'
import { makeSmall, small } from '../smallCourse.ts'

const root = makeSmall()
afterAll(() => { rmSync(root, { recursive: true, force: true }) })

/** What the check says of the small course with one text changed in one of its files. */
function saysOf(path: string, from: string | RegExp, to: string): string[] {
  const file = join(root, path)
  const whole = readFileSync(file, 'utf8')
  const changed = whole.replace(from, to)
  if (changed === whole) throw new Error(`${path} has no ${String(from)}`)
  writeFileSync(file, changed)
  const { mistakes } = compileCourse(root)
  writeFileSync(file, whole)
  return mistakes.map(({ message }) => message)
}
const lesson = `locales/en/${small.module}/every-way.md`
const bank = `locales/en/${small.module}/bank.md`
const arabic = `locales/ar/${small.module}/every-way.md`
const modules = 'src/course/facts/modules.json'

it('a course without mistakes has none', () => { expect(compileCourse(root).mistakes.map(({ message }) => message)).toEqual([]) })

describe('a mistake is named with file, line and what to write instead', () => {
  it.each([
    ['an unknown kind of block', lesson, '```claim', '```riddle', /every-way\.md:\d+: there is no block called riddle: see CONTRIBUTING/],
    ['a field that no kind knows', lesson, /(```choice\n)/, '$1points: 3\n', /every-way\.md:\d+: choice: .*points/],
    ['an option without its explanation', lesson, /\n {4}why: [^\n]+(\n {2}- id)/, '$1', /every-way\.md:\d+: choice: options\.0\.why/],
    ['two right options where one is asked for', lesson, /(```choice\n[\s\S]*?options:\n(?: {2}- id: .*\n {4}text: .*\n))/, '$1    right: true\n', /every-way\.md:\d+: choice: /],
    ['a question without a source', bank, /source: UNC 33\n/, '', /bank\.md:\d+: small\.before has no source: cite where its answer stands/],
    ['a question without an objective', bank, /objective: listen\n/, '', /bank\.md:\d+: small\.before has no objective/],
    ['a source that does not exist', lesson, '[^UNC 33]', '[^UNX 33]', /every-way\.md:\d+: there is no source UNX/],
    ['a term that does not exist', lesson, '[[mediation]]', '[[meditation]]', /every-way\.md:\d+: there is no term meditation/],
    ['a figure that does not exist', lesson, 'What a ', 'Of {{everybody}}, what a ', /every-way\.md:\d+: there is no figure everybody/],
    ['a picture without words for those who do not see it', lesson, /\nalt: [^\n]+/, '', /every-way\.md:\d+: place: .*alt/],
    ['a level of heading that is skipped', lesson, '## What comes next', '#### What comes next', /every-way\.md:\d+: a heading h4 does not belong here/],
    ['HTML in prose', lesson, 'What a ', '<b>What</b> a ', /every-way\.md:\d+: .*(html|HTML)/],
    ['a link that is not safe', lesson, 'What a ', '[What](javascript:alert) a ', /every-way\.md:\d+: a link begins with https/],
    ['front matter that lacks a field', lesson, /\nminutes: 5/, '', /every-way\.md:1: front matter: .*minutes/],
    ['a short version that asks what is not there', lesson, 'short-asks: small.choice', 'short-asks: small.nothing', /short-asks: there is no question small\.nothing/],
    ['a block that is never closed', lesson, /```\s*$/, '', /every-way\.md:\d+: this reflection is never closed/],
    ['YAML that cannot be read', lesson, /(```choice\nid: )/, '$1"', /every-way\.md:\d+: /],
    ['an id that stands twice', bank, 'id: small.after', 'id: small.before', /small\.before stands twice: a question is written once/],
    ['an id of another module', bank, 'id: small.after', 'id: large.after', /large\.after stands in the module small/],
    ['an id that was retired', 'src/course/facts/retired.json', /\[[\s\S]*\]/, '["small.before"]', /small\.before is retired: an id is never used again/],
    ['an objective with a single question', bank, /objective: listen/, 'objective: hear', /the objective hear is not in src\/course\/facts\/modules\.json/],
    ['a check without a question', bank, 'check: post\n', '', /has no question with check: post/],
    ['a lesson with the name of a page', modules, '"one-more"', '"quiz"', /quiz is the name of a page: choose another/],
    ['a lesson that is not written', modules, '"one-more"', '"two-more"', /two-more\.md:1: this lesson is missing/],
    ['a translation with a field that is not words', arabic, /(```choice\nid: [^\n]+\n)/, '$1objective: listen\n', /ar\/small\/every-way\.md:\d+: objective/],
    ['a translation of an option that does not exist', arabic, /(```choice[\s\S]*?options:\n {2}- id: )\w+/, '$1nobody', /ar\/small\/every-way\.md:\d+: options\.nobody/],
    ['a translation without the words of an option', arabic, /(```choice[\s\S]*?) {4}text: [^\n]+\n/, '$1', /ar\/small\/every-way\.md:\d+: options\.\w+\.text/],
    ['a translation without a block', arabic, /```choice\n[\s\S]*?```\n/, '', /ar\/small\/every-way\.md:1: the block small\.choice is missing: English has it/],
  ] as [string, string, string | RegExp, string, RegExp][])('%s', (_name, path, from, to, says) => {
    expect(saysOf(path, from, to).some(message => says.test(message)), String(saysOf(path, from, to))).toBe(true)
  })
})
