import type { Example } from '../questionType.ts'

/** Sort into groups: a wrong place costs as much as a right one earns. */
export const example: Example<Record<string, string>> = {
  prompt: 'What is a wish, what is a need?',
  hint: 'A need can be met in many ways; a wish names one of them.',
  written: {
    groups: [{ id: 'wish', text: 'A wish' }, { id: 'need', text: 'A need' }],
    items: [
      { id: 'window', text: 'The window stays open', group: 'wish', why: 'It is one way to get something else: fresh air.' },
      { id: 'air', text: 'Fresh air', group: 'need', why: 'There are several ways to it; that is what makes it a need.' },
      { id: 'rest', text: 'Some quiet', group: ['need', 'wish'], why: 'It can be either, and people mean both.' },
      { id: 'chair', text: 'That chair', group: 'wish', why: 'Behind it may be a need: to sit near a friend.' },
    ],
  },
  replies: [
    { says: 'nothing sorted yet', reply: {}, verdict: { kind: 'unanswered' } },
    { says: 'all in their groups earn all', reply: { window: 'wish', air: 'need', rest: 'wish', chair: 'wish' }, verdict: { kind: 'points', earned: 1, possible: 1, parts: { window: 'right', air: 'right', rest: 'right', chair: 'right' } } },
    { says: 'what is left out earns nothing and costs nothing', reply: { window: 'wish', air: 'need' }, verdict: { kind: 'points', earned: 0.5, possible: 1, parts: { window: 'right', air: 'right', rest: 'missed', chair: 'missed' } } },
    { says: 'a wrong group costs', reply: { window: 'wish', air: 'need', rest: 'need', chair: 'need' }, verdict: { kind: 'points', earned: 0.5, possible: 1, parts: { window: 'right', air: 'right', rest: 'right', chair: 'wrong' } } },
  ],
}
