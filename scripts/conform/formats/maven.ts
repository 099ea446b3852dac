import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readIfThere } from '../../../src/store/disk.ts'
import { getLastLines, runIfThere, runOrThrow, versionOf } from '../outside.ts'

/** A library of Maven Central at one version: `com.rometools`, `rome`, `2.1.0`. */
export interface Library {
  group: string
  artifact: string
  version: string
}

/** What copies a library with all that it needs, at the version that is known to work. */
const COPY = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies'

/** Puts a library and all that it needs into `folder`/lib, where it is not there yet; returns what is lacking, or null. */
export async function installFromMaven(folder: string, { group, artifact, version }: Library): Promise<string | null> {
  const lacks = await findJavaLacking()
  if (lacks !== null) return lacks
  const stamp = join(folder, 'installed.txt')
  const wanted = `${group}:${artifact}:${version}`
  const before = await readIfThere(stamp)
  if (before !== null && new TextDecoder().decode(before) === wanted) return null
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const pom = join(folder, 'pom.xml')
  await writeFile(pom, renderPom({ group, artifact, version }))
  const repository = `-Dmaven.repo.local=${join(folder, '..', 'maven-repository')}`
  const args = [
    '-q',
    '-B',
    '-f',
    pom,
    repository,
    COPY,
    `-DoutputDirectory=${join(folder, 'lib')}`,
    '-DincludeScope=runtime',
  ]
  const ended = await runIfThere('mvn', args)
  if (ended === null) return 'mvn (Debian: maven)'
  if (ended.code !== 0) return `${wanted}: ${getLastLines(ended)}`
  await writeFile(stamp, wanted)
  return null
}

/** What is lacking to run Java, or null. */
export async function findJavaLacking(): Promise<string | null> {
  return (await versionOf('java', ['--version'])) === null ? 'java (Debian: openjdk-17-jdk-headless)' : null
}

/** What a class of the libraries in `folder` prints, or one file of source that uses them. Throws a ProgramError where it fails. */
export function runJava(folder: string, args: string[]): Promise<string> {
  const classes = join(folder, 'lib', '*')
  return runOrThrow('java', ['-cp', classes, ...args])
}

function renderPom({ group, artifact, version }: Library): string {
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>conform</groupId>
  <artifactId>conform-${artifact}</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>${group}</groupId>
      <artifactId>${artifact}</artifactId>
      <version>${version}</version>
    </dependency>
  </dependencies>
</project>
`
}
