import type { Example } from '../questionType.ts'

/** A story that branches: every ending is open, none is won. */
export const example: Example<string[]> = {
  prompt: 'The tap between two gardens drips. What do you do?',
  written: {
    start: 'tap',
    meters: [{ id: 'trust', text: 'Trust' }],
    nodes: [
      { id: 'tap', text: 'Your neighbour says that the tap is yours to mend. You thought it was theirs.', choices: [{ id: 'mend', text: 'Mend it yourself', to: 'quiet', effects: { trust: 1 } }, { id: 'talk', text: 'Ask for a talk', to: 'table' }] },
      { id: 'table', text: 'You sit at one table. It takes an evening.', choices: [{ id: 'share', text: 'Share the cost', to: 'shared', effects: { trust: 2 } }, { id: 'wait', text: 'Wait for the owner', to: 'waiting', effects: { trust: -1 } }] },
      { id: 'quiet', text: 'The tap is mended by noon.', ending: 'A quiet tap', cost: 'Next time everybody will look at you.' },
      { id: 'shared', text: 'Each pays half.', ending: 'A shared tap', cost: 'You pay for something you did not break.' },
      { id: 'waiting', text: 'The owner comes in spring.', ending: 'A patient tap', cost: 'It drips all winter, and somebody pays for the water.' },
    ],
    debrief: 'Which way would you take if you had no money this month?',
    law: 'Who must mend a shared tap is a matter of each country’s own law.',
  },
  replies: [
    { says: 'no step taken yet', reply: [], verdict: { kind: 'unanswered' } },
    { says: 'half the way is no ending', reply: ['talk'], verdict: { kind: 'unanswered' } },
    { says: 'a short way ends it', reply: ['mend'], verdict: { kind: 'open' } },
    { says: 'a long way ends it as well', reply: ['talk', 'wait'], verdict: { kind: 'open' } },
    { says: 'a step that is not there leads nowhere', reply: ['talk', 'mend'], verdict: { kind: 'unanswered' } },
  ],
}
