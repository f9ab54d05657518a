import type { Example } from '../questionType.ts'

/** Match pairs: each right pair is a share of the whole. */
export const example: Example<Record<string, string>> = {
  prompt: 'Match each step with what it does.',
  hint: 'Think of what each step changes for the one who is heard.',
  written: {
    left: [
      { id: 'listen', text: 'Listen back', to: 'heard', why: 'Saying what you heard shows whether you understood it.' },
      { id: 'pause', text: 'Take a break', to: 'calm', why: 'Anger falls with time; a break gives it time.' },
    ],
    right: [{ id: 'calm', text: 'Lets anger settle' }, { id: 'heard', text: 'Shows what was understood' }, { id: 'winner', text: 'Finds a winner' }],
  },
  replies: [
    { says: 'nothing matched yet', reply: {}, verdict: { kind: 'unanswered' } },
    { says: 'both pairs earn all', reply: { listen: 'heard', pause: 'calm' }, verdict: { kind: 'points', earned: 1, possible: 1, parts: { listen: 'right', pause: 'right' } } },
    { says: 'one of two is half', reply: { listen: 'heard', pause: 'winner' }, verdict: { kind: 'points', earned: 0.5, possible: 1, parts: { listen: 'right', pause: 'wrong' } } },
    { says: 'a pair left open is missed, not wrong', reply: { listen: 'heard' }, verdict: { kind: 'points', earned: 0.5, possible: 1, parts: { listen: 'right', pause: 'missed' } } },
  ],
}
