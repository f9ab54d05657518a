import { expect, inject, it } from 'vitest'
import { pullThePlug } from '../fixtures/kills.ts'

const say = (name: string, { kills, kept, lost }: Awaited<ReturnType<typeof pullThePlug>>) => { console.log(`kills: ${name} ${kills} times, ${kept} answers said to be kept, ${lost.length} of them lost`) }

it('two hundred kills of Chromium lose no answer that was said to be kept', async () => {
  const outcome = await pullThePlug({ browser: 'chrome', executablePath: inject('chromium') }, 200)
  say('Chromium', outcome)
  expect(outcome.lost).toEqual([])
}, 3_600_000)

it.skipIf(!inject('firefox'))('fifty kills of Firefox lose none either', async () => {
  const outcome = await pullThePlug({ browser: 'firefox', executablePath: inject('firefox') }, 50)
  say('Firefox', outcome)
  expect(outcome.lost).toEqual([])
}, 3_600_000)
