import type { Example } from '../questionType.ts'

/** A scale: nothing to get right, so it ends open. */
export const example: Example<Record<string, string>> = {
  prompt: 'How easy is each for you today?',
  written: {
    steps: [{ id: 'hard', text: 'Hard' }, { id: 'so-so', text: 'So-so' }, { id: 'easy', text: 'Easy' }],
    rows: [{ id: 'listen', text: 'Listening to somebody I disagree with' }, { id: 'say', text: 'Saying what I need' }],
    after: 'Both can be learnt. Look at this again in a month.',
  },
  replies: [
    { says: 'nothing judged yet', reply: {}, verdict: { kind: 'unanswered' } },
    { says: 'one row is not all', reply: { listen: 'hard' }, verdict: { kind: 'unanswered' } },
    { says: 'all rows end it, without points', reply: { listen: 'hard', say: 'easy' }, verdict: { kind: 'open' } },
    { says: 'the middle is as good an answer', reply: { listen: 'so-so', say: 'so-so' }, verdict: { kind: 'open' } },
  ],
}
