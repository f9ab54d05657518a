import { describe, expect, it } from 'vitest'
import type { Attempt } from '../../src/quiz/attempt.ts'
import { feedback } from '../../src/quiz/feedback.ts'
import type { Question } from '../../src/quiz/question.ts'
import type { Verdict } from '../../src/quiz/questionType.ts'

const question = {
  kind: 'choice', id: 'm.q', prompt: '?', hints: [], sources: [], asked: 'x', ask: { options: [{ id: 'a', text: 'A' }, { id: 'b', text: 'B' }, { id: 'c', text: 'C' }] }, key: { right: 'b' }, why: { a: 'Why not a.', b: 'Why b.', c: 'Why not c.' },
} as unknown as Question
const teller = { answer: (key: { right: string }) => key.right, score: (key: { right: string }, reply: string) => ({ kind: 'points', earned: Number(reply === key.right), possible: 1, parts: { [reply]: reply === key.right ? 'right' : 'wrong' } }) as Verdict }
const wrong = { reply: 'a', tries: 1, hints: 0, verdict: { kind: 'points', earned: 0, possible: 1, parts: { a: 'wrong', b: 'missed' } } } as const

describe('what a learner is told', () => {
  it('says only its own why at a first wrong try, and does not give the right answer away', () => {
    const told = feedback(question, teller, { ...wrong, phase: 'judged' } as Attempt)
    expect(told.said).toEqual([{ id: 'a', name: 'A', text: 'Why not a.', mark: 'wrong' }])
    expect(told.parts).toEqual({ a: 'wrong' })
    expect(told.shown).toBe('a')
    expect(told.title).toBe('quiz.verdict.notYet')
  })
  it('shows the right answer and every why at the end', () => {
    const told = feedback(question, teller, { ...wrong, phase: 'settled' } as Attempt)
    expect(told.said).toEqual([{ id: 'a', name: 'A', text: 'Why not a.', mark: 'wrong' }, { id: 'b', name: 'B', text: 'Why b.', mark: 'missed' }, { id: 'c', name: 'C', text: 'Why not c.', mark: 'open' }])
    expect(told.parts).toEqual({ a: 'wrong', b: 'missed' })
    expect(told.shown).toBe('b')
  })
  it('names at the end what each why is about, and calls nothing right that was neither right nor given', () => {
    const told = feedback(question, teller, { ...wrong, phase: 'settled' } as Attempt)
    expect(Object.fromEntries(told.said.map(each => [each.name, each.mark]))).toEqual({ A: 'wrong', B: 'missed', C: 'open' })
  })
  it('does not call wrong what it shows in its right place', () => {
    const rows = { ...question, key: { row: 'x' }, ask: {}, why: { row: 'Why x.' } } as unknown as Question
    const places = { answer: (key: { row: string }) => key, score: (key: { row: string }, reply: { row: string }) => ({ kind: 'points', earned: 0, possible: 1, parts: { row: key.row === reply.row ? 'right' : 'wrong' } }) as Verdict }
    const told = feedback(rows, places, { reply: { row: 'y' }, tries: 3, hints: 0, phase: 'settled', verdict: { kind: 'points', earned: 0, possible: 1, parts: { row: 'wrong' } } })
    expect(told).toMatchObject({ shown: { row: 'x' }, parts: { row: 'missed' } })
  })
  it('says at the end nothing of mistakes that were not made', () => {
    const estimate = { ...question, ask: { min: 0 }, key: { right: 'n' }, why: { right: 'About twenty.', low: 'Too low.', high: 'Too high.' } } as unknown as Question
    const told = feedback(estimate, { ...teller, tells: (_reply: never, verdict: Verdict) => verdict.kind === 'points' && verdict.earned === 1 ? ['right'] : ['low'] }, { reply: 1, tries: 3, hints: 0, phase: 'settled', verdict: { kind: 'points', earned: 0, possible: 1, parts: { number: 'wrong', low: 'wrong' } } })
    expect(told.said.map(each => each.id)).toEqual(['low', 'right'])
  })
  it('says nothing before something was judged', () => {
    expect(feedback(question, teller, { phase: 'replying', reply: 'a', tries: 0, hints: 0 })).toMatchObject({ said: [], title: '', parts: {} })
  })
  it('never makes an open ending look like a miss', () => {
    const told = feedback(question, teller, { reply: 'a', tries: 1, hints: 0, phase: 'settled', verdict: { kind: 'open' } })
    expect(told.title).toBe('quiz.verdict.open')
    expect(told.tone).toBe('open')
  })
})
