import { expect, test } from 'vitest'
import { fillLock } from '../../scripts/fill-lock.mjs'

const lock = (optionalDependencies: Record<string, string>) => ({
  packages: {
    '': { name: 'x' },
    'node_modules/tool': { version: '1.2.3', dev: true, optionalDependencies },
    'node_modules/tool/node_modules/@tool/nested-linux-x64': { version: '1.2.3', optional: true },
  } as Record<string, object>,
})

test('puts back what the registry lacks, and nothing twice', () => {
  const filled = lock({
    '@tool/cli-linux-arm64-musl': '1.2.3',
    '@tool/windows-x64': '1.2.3',
    '@tool/nested-linux-x64': '1.2.3',
  })
  expect(fillLock(filled)).toEqual(['node_modules/@tool/cli-linux-arm64-musl', 'node_modules/@tool/windows-x64'])
  expect(filled.packages['node_modules/@tool/cli-linux-arm64-musl']).toEqual({
    version: '1.2.3',
    cpu: ['arm64'],
    libc: ['musl'],
    os: ['linux'],
    dev: true,
    optional: true,
  })
  expect(filled.packages['node_modules/@tool/windows-x64']).toMatchObject({ cpu: ['x64'], os: ['win32'] })
  expect(fillLock(filled)).toEqual([])
})

test('a range or a name that tells no platform is not guessed at', () => {
  expect(() => fillLock(lock({ '@tool/cli-linux-x64': '^1.2.0' }))).toThrow('a range')
  expect(() => fillLock(lock({ '@tool/cli': '1.2.0' }))).toThrow('does not say')
})
