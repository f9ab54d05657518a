import type { Example } from '../questionType.ts'

/** A reflection: for oneself, never scored. */
export const example: Example<{ text: string, levels: Record<string, string> }> = {
  prompt: 'When did somebody listen to you so that it helped? What did they do?',
  written: { rubric: [{ id: 'detail', text: 'What did I describe?', levels: [{ id: 'feeling', text: 'How it felt' }, { id: 'deed', text: 'What the person did' }] }] },
  replies: [
    { says: 'nothing written yet', reply: { text: ' ', levels: {} }, verdict: { kind: 'unanswered' } },
    { says: 'a few words are enough', reply: { text: 'My aunt waited.', levels: {} }, verdict: { kind: 'open' } },
    { says: 'so is a look at one’s own words', reply: { text: '', levels: { detail: 'deed' } }, verdict: { kind: 'open' } },
    { says: 'long or short makes no difference', reply: { text: 'She asked twice, and then she waited until I had an answer.', levels: { detail: 'deed' } }, verdict: { kind: 'open' } },
  ],
}
