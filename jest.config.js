export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/test/strip-types.js' },
  testTimeout: 20_000,
  // Of two cores jest would use one.
  maxWorkers: '100%',
  watchman: false,
  // Modules of finished files stay in a worker's memory: hundreds of files would fill it.
  workerIdleMemoryLimit: '1500MB',
}
