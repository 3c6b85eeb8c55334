/** Libraries that ship only ES modules, which jest runs as CommonJS. */
const fromEsm = [
  'boolbase',
  'css-select',
  'css-what',
  'dom-serializer',
  'domelementtype',
  'domhandler',
  'domutils',
  'entities',
  'nth-check',
  'parse5',
  'parse5-htmlparser2-tree-adapter',
  'temporal-polyfill',
  'temporal-utils',
];

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  transform: {
    '\\.(mjml|html)$': '<rootDir>/scripts/text-transform.cjs',
    '\\.(tsx?|m?js)$': ['ts-jest', { tsconfig: 'test/tsconfig.jest.json', diagnostics: false }],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${fromEsm.join('|')})/)`],
  testTimeout: 120_000,
  maxWorkers: 2,
  reporters: ['default', '<rootDir>/scripts/closing-line.cjs'],
};
