import { describe, expect, it } from 'vitest'
import { beginAttempt, judge, onceMore, showAnswer, takenUp, tryAgain, withHint, withReply, withSureness } from '../../src/quiz/attempt.ts'
import { examples } from '../../src/quiz/examples.ts'
import { fits } from '../../src/quiz/fits.ts'
import type { Verdict } from '../../src/quiz/questionType.ts'
import { types, type Kind } from '../../src/quiz/types.ts'

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

describe('a go that was kept', () => {
  const kept = { reply: 'a', hints: 1, sure: 'sure' } as const

  it('is settled if it was whole, else open to another try', () => {
    expect(takenUp(kept, right)).toMatchObject({ phase: 'settled', reply: 'a', hints: 1, sure: 'sure' })
    expect(takenUp(kept, wrong)).toMatchObject({ phase: 'judged', verdict: wrong })
  })
  it('may be gone on with, as a draft', () => { expect(takenUp({ ...kept, isDraft: true }, { kind: 'open' })).toMatchObject({ phase: 'replying', reply: 'a' }) })
  it('begins anew once more, from the words there are where nothing is right or wrong', () => {
    expect(onceMore(takenUp(kept, right), '')).toEqual(beginAttempt(''))
    expect(onceMore(takenUp(kept, { kind: 'open' }), '')).toEqual(beginAttempt('a'))
  })
})

describe.each(Object.keys(types) as Kind[])('a kept reply to %s', (kind) => {
  const blank = types[kind].blank()
  it.each(examples[kind].replies)('is taken up, $says', ({ reply }) => { expect(fits(blank, reply)).toBe(true) })
  it.each([undefined, true, {}, [], [[1]], { a: { b: 1 } }, { verdict: {}, reason: '' }, { verdicts: [], evidence: 1, outcome: '' }, { text: 7, levels: {} }, Number.NaN].filter(odd => JSON.stringify(odd) !== JSON.stringify(blank)))('is passed over when it is %j', (odd) => { expect(fits(blank, odd)).toBe(false) })
})
