import type { Example } from '../questionType.ts'

/** Point at it: on the picture or in the list, which are the same. */
export const example: Example<string[]> = {
  prompt: 'In a drawing of a quarrel, where does the harm lie that nobody in particular does?',
  hint: 'Look for what nobody does and everybody keeps up.',
  written: {
    picture: 'triangle', alt: 'A triangle. At the top: an act. At the bottom left: an arrangement. At the bottom right: a belief.',
    points: [
      { id: 'act', text: 'An act, at the top', x: 50, y: 12, why: 'An act has somebody who does it.' },
      { id: 'arrangement', text: 'An arrangement, bottom left', x: 14, y: 86, why: 'A rule or a custom can harm without anyone in particular acting.', right: true },
      { id: 'belief', text: 'A belief, bottom right', x: 86, y: 86, why: 'A belief makes harm look right; it does not harm by itself.' },
    ],
  },
  replies: [
    { says: 'nothing chosen yet', reply: [], verdict: { kind: 'unanswered' } },
    { says: 'the right point earns all', reply: ['arrangement'], verdict: { kind: 'points', earned: 1, possible: 1, parts: { arrangement: 'right' } } },
    { says: 'another earns nothing', reply: ['act'], verdict: { kind: 'points', earned: 0, possible: 1, parts: { act: 'wrong', arrangement: 'missed' } } },
    { says: 'a wrong one beside the right one costs its share', reply: ['arrangement', 'belief'], verdict: { kind: 'points', earned: 0.5, possible: 1, parts: { arrangement: 'right', belief: 'wrong' } } },
  ],
}
