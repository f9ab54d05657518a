import { expect, inject, it } from 'vitest'
import { seeded } from '../chance.ts'
import { upgrade } from '../upgrades.ts'

it('survives a hundred faulty upgrades', async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1e9)
  const found = await upgrade(inject('chromium'), 100, seeded(seed))
  console.log(`upgrades: ${found.upgrades}, broken ${found.broken.length}, mixed ${found.mixed.length}, reached ${found.reached}, seed ${seed}`)
  expect({ seed, broken: found.broken, mixed: found.mixed }).toEqual({ seed, broken: [], mixed: [] })
}, 1_800_000)
