import { describe, expect, it } from 'vitest'
import { takenUpRun } from '#progress/resume.ts'
import type { Question } from '#quiz/question.ts'
import { beginRun, current, pointsOf } from '#quiz/run.ts'

const questions = ['m.1', 'm.2', 'm.3', 'm.4'].map(id => ({ id, kind: 'choice' }) as Question)
const answer = (run: string, earned: number) => ({ id: 'a.1', lam: 1, at: 0, in: 'quiz' as const, run, asked: 'x', hints: 0, earned })

describe('a run that was broken off', () => {
  it('goes on behind the last answer, with the points there are; what was passed stays passed', () => {
    const run = takenUpRun(beginRun(questions), 'now', { 'm.1': [answer('now', 1)], 'm.3': [answer('now', 0.5)] })
    expect(current(run)?.id).toBe('m.4')
    expect(pointsOf(run)).toEqual({ earned: 1.5, possible: 4 })
  })
  it('knows nothing of other runs', () => {
    const run = takenUpRun(beginRun(questions), 'now', { 'm.1': [answer('before', 1)], 'm.2': [answer('before', 1)] })
    expect([run.at, run.attempts]).toEqual([0, {}])
  })
})
