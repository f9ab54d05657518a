import { describe, expect, it } from 'vitest'
import { beginAttempt, judge, showAnswer, tryAgain, withHint, withReply, withSureness } from '../../src/quiz/attempt.ts'
import type { Verdict } from '../../src/quiz/questionType.ts'

const wrong: Verdict = { kind: 'points', earned: 0, possible: 1, parts: { a: 'wrong', b: 'missed' } }
const right: Verdict = { kind: 'points', earned: 1, possible: 1, parts: { b: 'right' } }

describe('a go at a question', () => {
  const begun = withReply(beginAttempt(''), 'a')

  it('stays open after a first wrong try', () => { expect(judge(begun, wrong, 3)).toMatchObject({ phase: 'judged', tries: 1, reply: 'a' }) })
  it('settles when all of it is right', () => { expect(judge(begun, right, 3).phase).toBe('settled') })
  it('settles at the last try', () => {
    const third = [1, 2].reduce(attempt => tryAgain(judge(attempt, wrong, 3)), begun)
    expect(judge(third, wrong, 3)).toMatchObject({ phase: 'settled', tries: 3 })
  })
  it('settles when there is no right and wrong', () => { expect(judge(begun, { kind: 'open' }, 3).phase).toBe('settled') })
  it('does not begin to judge before there is a reply', () => { expect(judge(begun, { kind: 'unanswered' }, 3)).toBe(begun) })
  it('shows the answer only once something was tried', () => {
    expect(showAnswer(begun)).toBe(begun)
    expect(showAnswer(judge(begun, wrong, 3)).phase).toBe('settled')
  })
  it('keeps the reply, the hints and how sure one was from try to try', () => {
    const again = tryAgain(judge(withHint(withSureness(begun, 'sure')), wrong, 3))
    expect(again).toEqual({ phase: 'replying', reply: 'a', tries: 1, hints: 1, sure: 'sure' })
  })
  it('takes no other reply once it was judged', () => { expect(withReply(judge(begun, wrong, 3), 'b')).toMatchObject({ reply: 'a' }) })
})
