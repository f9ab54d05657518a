import { computed, ref, shallowRef, watch } from 'vue'
import type { Bank } from '#course/lesson.ts'
import { chance } from '#platform/chance.ts'
import { takenUpRun } from '#progress/resume.ts'
import type { Question } from '#quiz/question.ts'
import { asAskedBy, beginRun, pointsOf, type Run } from '#quiz/run.ts'
import { useLearner } from '#stores/learner.ts'
import { useWalks, type Walk } from '#stores/walks.ts'
import { useAnswers } from './useAnswers.ts'

/** A quiz or a check of a module on screen: begun, gone on with after it was broken off, and noted when it is over. */
export function useWalk(of: Walk['of'], bank: () => Bank) {
  const learner = useLearner()
  const walks = useWalks()
  const run = shallowRef<Run>()
  const name = ref('')
  const { keep } = useAnswers(of, () => name.value)

  /** The run that was broken off, as far as it was answered; null where none was, or it was answered to its end. */
  const brokenOff = computed(() => {
    const walk = walks.begun(of, bank().module)
    if (!walk) return null
    const byId = new Map(bank().questions.map(question => [question.id, question]))
    const found = takenUpRun(beginRun(walk.questions.flatMap(id => byId.get(id) ?? [])), walk.run, learner.state.answers)
    return found.at > 0 && found.at < found.questions.length ? { run: found, name: walk.run } : null
  })

  function begin(questions: readonly Question[]) {
    name.value = chance.id(8)
    run.value = beginRun(questions)
    walks.begin({ of, module: bank().module, run: name.value, questions: questions.map(({ id }) => id) })
  }
  function goOn() {
    if (!brokenOff.value) return
    name.value = brokenOff.value.name
    run.value = brokenOff.value.run
  }
  async function finish(done: Run) {
    walks.end(of, bank().module)
    await learner.record('finished', { of, id: bank().module, run: name.value, ...pointsOf(done) })
  }
  watch(bank, (now: Bank | undefined) => { if (run.value && now) run.value = asAskedBy(run.value, now.questions) }) // in another language; none where the page is left
  const over = computed(() => run.value !== undefined && run.value.at >= run.value.questions.length)
  return { run, over, brokenOff, begin, goOn, keep, finish }
}
