const fromEsm = [
  'parse5',
  'entities',
  'css-select',
  'css-what',
  'domhandler',
  'domutils',
  'dom-serializer',
  'domelementtype',
  'boolbase',
  'nth-check',
  'postal-mime',
  'js-sha256',
  'isbot',
  'valibot',
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
