import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compileCourse } from '../src/build/compileCourse.ts'
import { compileWords } from '../src/build/wordsPlugin.ts'
import type { Bank } from '../src/course/lesson.ts'
import { hasPoints } from '../src/quiz/question.ts'
import { languages, type Language } from '../src/languages.ts'
import { pluralRule } from '../src/ui/words.ts'

type Words = { [key: string]: string | Words }

const codes = Object.keys(languages) as Language[]
const rooms = readdirSync('locales/en/interface')
const read = (code: string, room: string) => JSON.parse(readFileSync(join('locales', code, 'interface', room), 'utf8')) as Words
const flat = (words: Words, at = ''): [string, string][] => Object.entries(words).flatMap(([key, value]) => typeof value === 'string' ? [[`${at}${key}`, value] as [string, string]] : flat(value, `${at}${key}.`))
const named = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(found => found[1]).sort()

describe.each(codes)('the interface in %s', (code) => {
  it.each(rooms)('%s has every word that English has, and no other', (room) => {
    expect(flat(read(code, room)).map(([key]) => key).sort()).toEqual(flat(read('en', room)).map(([key]) => key).sort())
  })

  it.each(rooms)('%s fills the same blanks as English', (room) => {
    const english = new Map(flat(read('en', room)))
    const wrong = flat(read(code, room)).filter(([key, value]) => named(value).some(name => !named(english.get(key) ?? '').includes(name)))
    expect(wrong).toEqual([])
  })

  it.each(rooms)('%s has as many plural forms as the language counts', (room) => {
    const english = new Map(flat(read('en', room)))
    const forms = { ar: 6, en: 2, es: 2, fr: 2, ru: 3, zh: 1 }[code]
    const wrong = flat(read(code, room)).filter(([key, value]) => english.get(key)?.includes(' | ') && value.split(' | ').length !== forms)
    expect(wrong).toEqual([])
  })

  it.each(rooms)('%s compiles, and leaves no empty words', (room) => {
    expect(() => compileWords(read(code, room), room)).not.toThrow()
    expect(flat(read(code, room)).filter(([, value]) => !value.trim())).toEqual([])
  })
})

describe('plural forms', () => {
  it.each([['ru', [1, 21, 2, 5, 11, 22], [0, 0, 1, 2, 2, 1]], ['ar', [0, 1, 2, 3, 11, 100], [0, 1, 2, 3, 4, 5]], ['fr', [0, 1, 2], [0, 0, 1]], ['zh', [0, 1, 5], [0, 0, 0]]] as const)('%s counts as its grammar does', (code, counts, forms) => {
    const rule = pluralRule(code)
    const choices = { ru: 3, ar: 6, fr: 2, zh: 1 }[code]
    expect(counts.map(count => rule(count, choices))).toEqual(forms)
  })
})

describe('the course', () => {
  const course = compileCourse(resolve('.'))
  it('has no mistakes', () => {
    expect(course.mistakes.map(mistake => mistake.message)).toEqual([])
  })
  it.each(['en', 'ar'])('is complete and fresh in %s', (code) => {
    expect(Object.entries(course.standing).filter(([, standing]) => standing[code] !== 'complete')).toEqual([])
  })
  it.each(readdirSync('locales/en').filter(name => existsSync(join('locales/en', name, 'bank.md'))))('asks at least fourteen questions with points in the bank of %s, tells a story that branches and leaves room to reflect', (module) => {
    const { questions, lessons } = course.pieces.get(`en/${module}/bank`) as Bank // the piece of this name is a bank
    const inLessons = new Set(Object.values(lessons).flat())
    expect(questions.filter(question => hasPoints(question) && !inLessons.has(question.id)).length).toBeGreaterThanOrEqual(14)
    expect(['scenario', 'reflection'].filter(kind => !questions.some(question => question.kind === kind))).toEqual([])
  })
  it('uses every way of asking at least twice', async () => {
    const { types } = await import('../src/quiz/types.ts')
    const used = [...course.pieces].filter(([path]) => /^en\/.*\/bank$/.test(path)).flatMap(([, piece]) => (piece as { questions: { kind: string }[] }).questions.map(question => question.kind))
    const rare = Object.keys(types).filter(kind => used.filter(each => each === kind).length < 2)
    expect(rare).toEqual([])
  })
  it('reads nothing from outside the project', () => {
    expect(existsSync('locales/en/interface/app.json')).toBe(true)
    const files = readdirSync('src/build').map(file => readFileSync(join('src/build', file), 'utf8'))
    expect(files.filter(text => text.includes('../shared'))).toEqual([])
  })
})
