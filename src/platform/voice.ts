/** The device's own voice. */
export interface Voice {
  /** Whether the device has a voice for this language. */
  speaks: (language: string) => boolean
  /** Read these sentences aloud, one after another; `ended` is called at the end, or when stopped. */
  read: (sentences: readonly string[], language: string, ended: () => void) => void
  stop: () => void
}

/** The browser's speech synthesis, where it has one. */
export const voice: Voice = {
  speaks: language => typeof speechSynthesis !== 'undefined' && speechSynthesis.getVoices().some(each => each.lang.toLowerCase().startsWith(language)),
  read(sentences, language, ended) {
    speechSynthesis.cancel()
    for (const [at, sentence] of sentences.entries()) {
      const utterance = new SpeechSynthesisUtterance(sentence)
      utterance.lang = language
      if (at === sentences.length - 1) utterance.onend = utterance.onerror = ended
      speechSynthesis.speak(utterance)
    }
    if (!sentences.length) ended()
  },
  stop: () => { speechSynthesis.cancel() },
}
