import { runnerImport } from 'vite'

const [name = 'bench', ...words] = process.argv.slice(2)
const { module } = await runnerImport(`./tests/bench/${name}.ts`)
await module[name](words)
