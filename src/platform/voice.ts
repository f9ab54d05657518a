/** The device's own voice. */
export interface Voice {
  /** Whether the device has a voice for this language. */
  speaks: (language: string) => boolean
  /** Read these sentences aloud, one after another; `ended` is called at the end, or when stopped. */
  read: (sentences: readonly string[], language: string, ended: () => void) => void
  stop: () => void
}

/** A voice that lives on the device: others send what they read to somebody's server. */
const voiceOf = (language: string) => typeof speechSynthesis === 'undefined' ? undefined
  : speechSynthesis.getVoices().find(each => each.localService && each.lang.toLowerCase().split(/[-_]/)[0] === language)

/** The browser's speech synthesis, where it has one. */
export const voice: Voice = {
  speaks: language => voiceOf(language) !== undefined,
  read(sentences, language, ended) {
    speechSynthesis.cancel()
    for (const [at, sentence] of sentences.entries()) {
      const utterance = new SpeechSynthesisUtterance(sentence)
      utterance.lang = language
      utterance.voice = voiceOf(language) ?? null
      if (at === sentences.length - 1) utterance.onend = utterance.onerror = ended
      speechSynthesis.speak(utterance)
    }
    if (!sentences.length) ended()
  },
  stop: () => { speechSynthesis.cancel() },
}
