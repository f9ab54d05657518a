import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { chunksPlugin } from './src/build/chunksPlugin.ts'
import { coursePlugin } from './src/build/coursePlugin.ts'
import { purePlugin } from './src/build/purePlugin.ts'
import { singlePlugin } from './src/build/singlePlugin.ts'
import { wordsPlugin } from './src/build/wordsPlugin.ts'
import { buildId } from './src/build/buildId.ts'

const flags = {
  __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
  __VUE_I18N_FULL_INSTALL__: 'false', __VUE_I18N_LEGACY_API__: 'false', __INTLIFY_PROD_DEVTOOLS__: 'false',
  __INTLIFY_DROP_MESSAGE_COMPILER__: 'true', __INTLIFY_JIT_COMPILATION__: 'true',
}

/** The oldest browsers that must work fully; scripts and styles are written for them. */
const oldest = ['chrome109', 'firefox115', 'safari16.4']

/** Few chunks: what changes together and is shown together travels together, so that a first view asks for little, once. */
const groups = [
  { name: 'libraries', test: /rolldown\/runtime|node_modules\/(@vue|vue|vue-router|pinia|vue-i18n|@intlify)\// },
  { name: 'lesson', test: /src\/(main|start|app|App|early|needs|router|languages|course\/(Cite|Inline|LessonT|Meaning|Term)\w+\.(vue|css)|course\/(content|useReader|showSource)|quiz\/[A-Za-z]+\.(vue|css)|quiz\/(attempt|feedback|names|question|questionType|scorePlaces|scoreSet|shortcut|views)\.|student\/(Lesson|Ask|Report|later|near|useAnswers|useDraft)|stores\/(attempts|learner|offline)\.|ui\/(focus|title|words|withWords|theme)|frame\/(HelpButton|PageHeader|PageNotices|Language|Quick|leave|Brand)|platform\/(pieces|storage|clock|early)|progress\/answered)/ },
  { name: 'keeping', test: /src\/(keeping|frame\/(ListenButton|NoticeLines)|platform\/voice|student\/FriendButton|stores\/(profiles|progress|diary|kept|settings)|platform\/(chance|channel|clock|database|forgetful|keeper|ledger|offline|reader|writer)|quiz\/fits|progress\/(earlier|event|fold|history|vector|checkpoint|saved|answered))|node_modules\/valibot/ },
  // Taken over a moment later: nothing in there is answered.
  { name: 'around', test: /src\/(course\/(DataBlock|SourceList)|frame\/PageFooter)/ },
  { name: 'field', test: /src\/ui\/field/ },
  // Each way of asking with its styles: a page brings those it shows.
  { name: (id: string) => `kind-${/quiz\/([a-z]+)\//.exec(id)?.[1] ?? ''}`, test: /src\/quiz\/[a-z]+\/(?!land)/ },
]

// One app, two bindings: the site, and with `--mode single` the one file.
export default defineConfig(({ mode, command, isSsrBuild, isPreview }) => {
  const single = mode === 'single'
  return {
    // The dev server has one page for every address; what is built has a page for each, and answers 404 for what is missing.
    appType: command === 'serve' && !isPreview ? 'spa' : 'mpa',
    base: single ? './' : process.env.PEACE_BASE ?? '/',
    define: { ...flags, __SINGLE__: JSON.stringify(single), __BUILD__: JSON.stringify(buildId()) },
    plugins: [
      // Nothing is hoisted to a string of HTML: the policy allows no innerHTML.
      vue({ template: { compilerOptions: { hoistStatic: false } } }),
      coursePlugin({ emit: !single && !isSsrBuild }), wordsPlugin(), purePlugin(), ...(single ? [singlePlugin()] : isSsrBuild ? [] : [chunksPlugin()]),
    ],
    ...(isSsrBuild && { ssr: { noExternal: true as const } }),
    build: {
      target: oldest, cssTarget: oldest, 
      // A kilobyte less on the wire than the default, for eight seconds of build.
      ...(!isSsrBuild && !single && { minify: 'terser' as const, terserOptions: { module: true, ecma: 2020 as const, compress: { passes: 3, pure_getters: true } } }),
      modulePreload: { polyfill: false, resolveDependencies: (_file, found) => found.filter(each => each.endsWith('.css')) }, reportCompressedSize: false,
      outDir: isSsrBuild ? '.build/server' : single ? '.build/single' : 'dist', copyPublicDir: !isSsrBuild && !single, assetsInlineLimit: 0,
      ...(!single && !isSsrBuild && { rolldownOptions: { output: { codeSplitting: { groups } } } }),
    },
    test: {
      // Browser tests wait more than they work: two files at a time, each with a browser and folders of its own.
      maxWorkers: 2,
      reporters: process.env.CI ? ['default', 'json'] : ['default'],
      outputFile: { json: '.build-report.json' },
      projects: [
        { extends: true, test: { name: 'unit', testTimeout: 60_000, include: ['tests/**/*.test.ts'], exclude: ['tests/journeys/**', 'tests/long/**'] } },
        {
          extends: true,
          test: {
            name: 'browser', include: mode === 'long' ? ['tests/long/**/*.test.ts'] : ['tests/journeys/**/*.test.ts'], globalSetup: ['tests/browsers.ts'],
            testTimeout: 60_000, hookTimeout: 120_000,
          },
        },
      ],
    },
  }
})
