import { describe, expect, it } from 'vitest'
import { draw, drawCheck, shuffled } from '../../src/quiz/draw.ts'
import type { Question } from '../../src/quiz/question.ts'
import { advance, beginRun, current, missed, pointsByObjective, pointsOf, withAttempt } from '../../src/quiz/run.ts'

const ask = (id: string, objective: string, more: Partial<Question> = {}) => ({ kind: 'choice', id, objective, ...more }) as Question
const bank = ['a', 'b', 'c'].flatMap(objective => [1, 2, 3, 4].map(n => ask(`m.${objective}${n}`, objective, n === 1 ? { check: 'pre' } : n === 2 ? { check: 'post' } : {})))
const settled = (earned: number) => ({ phase: 'settled', reply: '', tries: 1, hints: 0, verdict: { kind: 'points', earned, possible: 1, parts: {} } }) as const

describe('a walk through questions', () => {
  const run = beginRun([ask('m.1', 'a'), ask('m.2', 'b'), ask('m.3', 'b'), ask('m.4', 'b', { kind: 'reflection' as Question['kind'] })])
  const walked = advance(advance(withAttempt(advance(withAttempt(run, settled(1))), settled(0.5))))

  it('asks one question after another, then none', () => {
    expect(current(run)?.id).toBe('m.1')
    expect(current(advance(walked))).toBeNull()
  })
  it('counts what was passed as nothing, and what has no points not at all', () => { expect(pointsOf(walked)).toEqual({ earned: 1.5, possible: 3 }) })
  it('tells the points of each objective', () => {
    expect(pointsByObjective(walked)).toEqual([{ objective: 'a', points: { earned: 1, possible: 1 } }, { objective: 'b', points: { earned: 0.5, possible: 2 } }])
  })
  it('knows what was missed', () => { expect(missed(walked).map(question => question.id)).toEqual(['m.2', 'm.3']) })
})

describe('drawing questions', () => {
  it('gives each objective its share', () => {
    const drawn = draw(bank, 6)
    expect(['a', 'b', 'c'].map(objective => drawn.filter(question => question.objective === objective).length)).toEqual([2, 2, 2])
  })
  it('takes those kept for the checks only when nothing else is left', () => { expect(draw(bank, 6).some(question => question.check)).toBe(false) })
  it('asks missed ones first', () => { expect(draw(bank, 3, new Set(['m.a4', 'm.b4', 'm.c4'])).map(question => question.id)).toEqual(['m.a4', 'm.b4', 'm.c4']) })
  it('asks other questions before a module than after it, about the same objectives', () => {
    const [pre, post] = [drawCheck(bank, 'pre'), drawCheck(bank, 'post')]
    expect(pre.map(question => question.objective)).toEqual(post.map(question => question.objective))
    expect(pre.some(question => post.includes(question))).toBe(false)
  })
  it('shuffles without losing or doubling one', () => {
    const numbers = Array.from({ length: 50 }, (_, n) => n)
    let at = 0
    const mixed = shuffled(numbers, () => (at = (at * 16807 + 1) % 2147483647) / 2147483647)
    expect([...mixed].sort((one, other) => one - other)).toEqual(numbers)
    expect(mixed).not.toEqual(numbers)
  })
})
