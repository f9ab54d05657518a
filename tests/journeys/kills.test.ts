import { expect, inject, it } from 'vitest'
import { pullThePlug } from '../fixtures/kills.ts'

it('the plug is pulled while answers are written: none that was said to be kept is lost', async () => {
  const chromium = pullThePlug({ browser: 'chrome', executablePath: inject('chromium') }, 20)
  const firefox = inject('firefox') ? pullThePlug({ browser: 'firefox', executablePath: inject('firefox') }, 3) : null
  for (const outcome of [await chromium, await firefox]) {
    if (outcome) console.log(`kills: ${outcome.kills} times, ${outcome.kept} answers said to be kept, ${outcome.lost.length} of them lost`)
    expect(outcome?.lost ?? []).toEqual([])
  }
}, 180_000)
