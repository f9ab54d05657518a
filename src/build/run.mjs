import { runnerImport } from 'vite'

const [name, ...words] = process.argv.slice(2)
const { module } = await runnerImport(`./src/build/${name}.ts`)
await module[name](words, file => import(file)) // the runner is closed by now: modules that come later are loaded here
