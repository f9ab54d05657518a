// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { voice } from '#platform/voice.ts'

const local = { lang: 'ar-EG', localService: true, name: 'Here' }
const remote = { lang: 'en-GB', localService: false, name: 'Elsewhere' }
const spoken: { text: string, voice: unknown }[] = []

beforeEach(() => {
  spoken.length = 0
  vi.stubGlobal('speechSynthesis', { getVoices: () => [remote, local], cancel: () => undefined, speak: (each: { text: string, voice: unknown }) => { spoken.push(each) } })
  vi.stubGlobal('SpeechSynthesisUtterance', class { voice: unknown = null; constructor(readonly text: string) {} })
})

describe('the device’s voice', () => {
  it('reads with a voice that lives on the device', () => {
    expect(voice.speaks('ar')).toBe(true)
    voice.read(['جملة'], 'ar', () => undefined)
    expect(spoken.map(each => each.voice)).toEqual([local])
  })
  it('is not there where only a server could read', () => { expect(voice.speaks('en')).toBe(false) })
})
