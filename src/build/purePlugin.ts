import type { Plugin } from 'vite'

/** Mark the schemas of a file as free of effects, so that a page which only scores leaves out what only authors and doors need. */
export function markPure(code: string): string {
  const names = /import \{([^}]+)\} from ['"]valibot['"]/.exec(code)?.[1]?.split(',').map(name => name.trim().split(/ as /).at(-1) ?? '').filter(name => /^[a-z]\w*$/.test(name)) ?? []
  return names.length ? code.replace(new RegExp(`(?<![\\w.'"\`])(${names.join('|')})\\(`, 'g'), '/* @__PURE__ */ $1(') : code
}

/** `markPure` for every way of asking: valibot marks its own functions, which the bundler does not see across files. */
export const purePlugin = (): Plugin => ({
  name: 'pure',
  transform: { filter: { id: /\/src\/quiz\/\w+\/\w+\.ts$/ }, handler: code => ({ code: markPure(code), map: null }) },
})
