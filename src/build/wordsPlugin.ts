import { baseCompile } from '@intlify/message-compiler'
import type { Plugin } from 'vite'

type Messages = { [key: string]: string | Messages }

/** The interface's words, compiled at build, so that the page carries no message compiler. Plain sentences stay text. */
export function compileWords(words: Messages, path: string): unknown {
  return Object.fromEntries(Object.entries(words).map(([key, value]) => {
    if (typeof value !== 'string') return [key, compileWords(value, `${path}.${key}`)]
    if (!/[{}@|\\]/.test(value)) return [key, value]
    const onError = (error: Error) => { throw new Error(`${path}.${key}: ${error.message}`) }
    return [key, baseCompile(value, { jit: true, minify: true, optimize: true, location: false, onError } as Parameters<typeof baseCompile>[1]).ast] // its types leave the jit options out
  }))
}

/** `locales/<lang>/interface/*.json` as modules of compiled words. */
export function wordsPlugin(): Plugin {
  return {
    name: 'words',
    enforce: 'pre',
    transform: {
      filter: { id: /\/locales\/\w+\/interface\/\w+\.json$/ },
      handler(text, id) {
        const words = compileWords(JSON.parse(text) as Messages, id) // our own file; what is not a message stops the compiler
        return { code: `export default JSON.parse(${JSON.stringify(JSON.stringify(words))})`, map: null, moduleType: 'js' }
      },
    },
  }
}
