import vue from 'eslint-plugin-vue'
import a11y from 'eslint-plugin-vuejs-accessibility'
import ts from 'typescript-eslint'

/** Not in Chrome 109, Firefox 115 or Safari 16.4: write it another way. */
const tooNew = ['toSorted', 'toReversed', 'toSpliced', 'findLastIndexOf', 'isWellFormed', 'toWellFormed', 'intersection', 'symmetricDifference', 'isSubsetOf', 'groupBy', 'withResolvers', 'fromAsync', 'showPopover', 'togglePopover']

export default ts.config(
  { ignores: ['dist/**', '.build/**', 'node_modules/**'] },
  ...ts.configs.strict,
  ...vue.configs['flat/recommended'],
  ...a11y.configs['flat/recommended'],
  { files: ['**/*.vue'], languageOptions: { parserOptions: { parser: ts.parser } } },
  {
    rules: {
      'vue/no-v-html': 'error',
      'vue/multi-word-component-names': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/require-default-prop': 'off',
      'vue/no-restricted-static-attribute': ['error', 'style'],
      'vue/no-restricted-v-bind': ['error', 'style'],
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
      'vuejs-accessibility/heading-has-content': ['error', { accessibleChildren: ['InlineText'] }],
      'vuejs-accessibility/anchor-has-content': ['error', { accessibleChildren: ['InlineText'] }],
      // A table whose cells stand below each other keeps its roles only where they are named.
      'vuejs-accessibility/no-redundant-roles': ['error', { table: ['table'], th: ['columnheader'], thead: ['rowgroup'], tbody: ['rowgroup'], tr: ['row'] }],
      'no-restricted-properties': ['error', ...tooNew.map(property => ({ property, message: 'not in the oldest browsers that must work' }))],
      // Each stands with its reason on the line; the house test looks for it.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unified-signatures': 'off',
    },
  },
)
