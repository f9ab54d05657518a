import { describe, expect, it } from 'vitest'
import { due, dueAfter } from '../../src/review/schedule.ts'

const DAY = 86_400_000
const at = (day: number, earned: number, more = {}) => ({ at: day * DAY, earned, hints: 0, ...more })

describe('when a question comes back', () => {
  it('comes later with every success in a row', () => {
    const once = dueAfter([at(0, 1)])
    const twice = dueAfter([at(0, 1), { ...at(0, 1), at: once }])
    expect(twice - once).toBeGreaterThan(once)
  })
  it('comes sooner after a slip', () => { expect(dueAfter([at(0, 1), at(5, 0)])).toBeLessThan(dueAfter([at(0, 1), at(5, 1)])) })
  it('comes sooner after a guess than after a sure answer', () => { expect(dueAfter([at(0, 1, { sure: 'guess' })])).toBeLessThan(dueAfter([at(0, 1, { sure: 'sure' })])) })
  it('is the same for the same answers, whatever the day of asking', () => { expect(dueAfter([at(3, 1), at(9, 0.5)])).toBe(dueAfter([at(3, 1), at(9, 0.5)])) })
  it('asks first what one was sure of and missed', () => {
    const found = due({ 'm.old': [at(0, 1)], 'm.sure': [at(30, 0, { sure: 'sure' })], 'm.guess': [at(29, 0, { sure: 'guess' })] }, 400 * DAY)
    expect(found.due.map(each => each.question)[0]).toBe('m.sure')
  })
  it('says when the next one is due, and that none is now', () => {
    const found = due({ 'm.one': [at(0, 1)] }, 1000)
    expect(found.due).toEqual([])
    expect(found.next).toBeGreaterThan(1000)
  })
  it('knows nothing of a question never answered', () => { expect(due({ 'm.none': [] }, DAY).due).toEqual([]) })
})
