import type { Example } from '../questionType.ts'

interface Reply { verdicts: Record<string, string>, evidence: Record<string, string[]>, outcome: string }

/** Weigh a case: evidence and consistency count, a reading of one's own does not. */
export const example: Example<Reply> = {
  prompt: 'Should the noise in the yard go before the house meeting?',
  hint: 'For each factor, find the sentence that could be read out as its proof.',
  written: {
    case: [{ id: 's1', text: 'Since May there is music in the yard after ten.' }, { id: 's2', text: 'Two families with small children live above it.' }, { id: 's3', text: 'The grass was cut on Monday.' }],
    verdicts: [{ id: 'weakly', text: 'Weakly' }, { id: 'strongly', text: 'Strongly' }],
    criteria: [
      { id: 'often', text: 'How often', asks: 'Once, or again and again?', accepts: ['strongly'], evidence: ['s1'], why: 'It has gone on since May.', other: 'One might say that a few evenings a month are not often.' },
      { id: 'whom', text: 'Whom it touches', asks: 'Who cannot sleep?', accepts: ['weakly', 'strongly'], evidence: ['s2'], why: 'Small children sleep early.', other: 'None.' },
    ],
    outcomes: [{ id: 'meeting', text: 'To the meeting', why: 'Both factors are strong.' }, { id: 'door', text: 'Knock at the door first', why: 'Something is weak: a talk may be enough.' }],
    rule: [{ outcome: 'meeting', every: ['strongly'] }, { outcome: 'door' }],
  },
  replies: [
    { says: 'not all weighed yet', reply: { verdicts: { often: 'strongly' }, evidence: {}, outcome: 'door' }, verdict: { kind: 'unanswered' } },
    { says: 'evidence and an outcome that follows earn all', reply: { verdicts: { often: 'strongly', whom: 'strongly' }, evidence: { often: ['s1'], whom: ['s2'] }, outcome: 'meeting' }, verdict: { kind: 'points', earned: 1, possible: 1, parts: { 'often': 'right', 'whom': 'right', 'outcome/meeting': 'right' } } },
    { says: 'another reading earns as much, if its outcome follows', reply: { verdicts: { often: 'weakly', whom: 'strongly' }, evidence: { often: ['s1'], whom: ['s2'] }, outcome: 'door' }, verdict: { kind: 'points', earned: 1, possible: 1, parts: { 'often': 'right', 'whom': 'right', 'often/other': 'near', 'outcome/door': 'right' } } },
    { says: 'an outcome that does not follow costs a fifth', reply: { verdicts: { often: 'strongly', whom: 'weakly' }, evidence: { often: ['s1'], whom: ['s2'] }, outcome: 'meeting' }, verdict: { kind: 'points', earned: 0.8, possible: 1, parts: { 'often': 'right', 'whom': 'right', 'outcome/meeting': 'wrong' } } },
    { says: 'marking everything shows little', reply: { verdicts: { often: 'strongly', whom: 'strongly' }, evidence: { often: ['s1', 's2', 's3'], whom: [] }, outcome: 'meeting' }, verdict: { kind: 'points', earned: 0.2, possible: 1, parts: { 'often': 'wrong', 'whom': 'wrong', 'outcome/meeting': 'right' } } },
  ],
}
