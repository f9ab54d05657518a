import type { Example } from '../questionType.ts'

/** An estimate: full points near the value, fewer further off. */
export const example: Example<number | null> = {
  prompt: 'How many minutes of quiet does a heated talk usually need before people can listen again?',
  hint: 'It is longer than a tea break and shorter than a lesson.',
  written: { 'value': 20, 'tolerance': 5, 'min': 0, 'max': 60, 'step': 1, 'unit': 'minutes', 'why': 'About twenty: the body needs that long to calm down.', 'why-low': 'Shorter than most bodies need to calm down.', 'why-high': 'Longer than needed: after so much time the talk may not begin again.' },
  replies: [
    { says: 'no estimate yet', reply: null, verdict: { kind: 'unanswered' } },
    { says: 'within the tolerance it is right', reply: 24, verdict: { kind: 'points', earned: 1, possible: 1, parts: { number: 'right' } } },
    { says: 'halfway out it is half', reply: 10, verdict: { kind: 'points', earned: 0.5, possible: 1, parts: { number: 'near', low: 'near' } } },
    { says: 'three times the tolerance away earns nothing', reply: 35, verdict: { kind: 'points', earned: 0, possible: 1, parts: { number: 'wrong', high: 'wrong' } } },
  ],
}
