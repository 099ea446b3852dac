import type { FoldedHit } from './hit.ts'
import {
  FORM_WORD,
  LAWFUL,
  LOOSE_CUE,
  NAME_CUE,
  NAME_HEADER,
  NEXT_WORD,
  OTHER_HEADER,
  ROLE_HEADER,
  TITLED_PINYIN,
} from './name-cues.ts'
import {
  COMMON_WORDS,
  COMPOUND_SURNAMES,
  GIVEN,
  MINORITY_NAMES,
  NO_NAME,
  NOT_NAMES,
  PINYIN_SURNAMES,
  RARE_AS_SURNAMES,
  SURNAMES,
} from './surnames.ts'

/**
 * Names behind a cue word or below a header that is a cue word. The legal representative of a permit holder is public by law, and
 * so is an officer in charge; both pass.
 */
export function findNameHits(text: string, header: string): FoldedHit[] {
  const isNamed = NAME_HEADER.test(header) && !LAWFUL.test(header) && !OTHER_HEADER.test(header)
  const hits = isNamed ? findNamesOfCell(text) : []
  if (!isNamed && ROLE_HEADER.test(header) && !LAWFUL.test(header)) hits.push(...findPlainName(text))
  for (const match of text.matchAll(NAME_CUE)) {
    const [whole, cue = '', sign = ''] = match
    // A dash or a slash may also be between two words: 志愿者/人次.
    const isLoose = sign === '' || /[/-]/.test(sign)
    if (sign === '' && !LOOSE_CUE.test(cue)) continue
    if (LAWFUL.test(text.slice(Math.max(0, match.index - 6), match.index + cue.length))) continue
    const start = match.index + whole.length
    const rest = text.slice(start)
    const called = cue.endsWith('叫') ? readWholeRun(rest) : null
    const name = called ?? (isLoose ? readLooseName(rest) : readNamed(rest, /[:=]/.test(sign)))
    if (name === null || hits.some((hit) => hit.start < start + name.length && start < hit.end)) continue
    hits.push({ kind: 'name', start, end: start + name.length })
  }
  for (const hit of [...findNamesOfRoles(text), ...findSpokenNames(text), ...findTitledNames(text)]) {
    if (!hits.some((other) => hit.start < other.end && other.start < hit.end)) hits.push(hit)
  }
  return hits
}

/** A cell that is nothing but a name that nobody would take for a word, below 责任人 or 姓名/单位. */
function findPlainName(text: string): FoldedHit[] {
  const name = text.trim()
  const start = text.indexOf(name)
  return isPlainName(name, '') ? [{ kind: 'name', start, end: start + name.length }] : []
}

/** A plain name behind any word for a person, by that word's last character: 楼长施文斌, 店员, 儿媳, 被困者. */
function findNamesOfRoles(text: string): FoldedHit[] {
  const hits: FoldedHit[] = []
  for (const match of text.matchAll(ROLE)) {
    const start = match.index + 1
    const run = HAN.exec(text.slice(start))?.[0] ?? ''
    if (LAWFUL.test(text.slice(Math.max(0, start - 8), start))) continue
    for (const length of [4, 3]) {
      const name = run.slice(0, length)
      if (!isPlainName(name, run.slice(length))) continue
      hits.push({ kind: 'name', start, end: start + name.length })
      break
    }
  }
  return hits
}

/** Names as callers and case workers put them, without a word for a person directly before. */
function findSpokenNames(text: string): FoldedHit[] {
  const hits: FoldedHit[] = []
  const add = (start: number, name: string) => hits.push({ kind: 'name', start, end: start + name.length })
  for (const match of text.matchAll(SELF)) {
    const [end, run] = [match.index + match[0].length, match[1] ?? '']
    const name = [run.slice(-4), run.slice(-3)].find((some) => isPlainName(some, ''))
    if (name !== undefined && name.length < run.length) add(end - name.length, name)
  }
  for (const match of text.matchAll(SURNAME_TWICE)) {
    const start = match.index + match[0].length
    const name = readNamed(text.slice(start), false)
    if (name !== null) add(start, name)
  }
  for (const match of text.matchAll(SURNAME_APART)) {
    const [surname = '', given = ''] = match.slice(1)
    const isName = hasSurname(`${surname}${given}`) && [...given].every((character) => GIVEN.has(character))
    if (isName) add(match.index + 1, match[0].slice(1))
  }
  for (const match of text.matchAll(ACTING)) {
    if (isPlainName(match[1] ?? '', '')) add(match.index, match[1] ?? '')
  }
  return hits
}

/** 我是河西社区的丁秀梅: who speaks, up to the sign. */
const SELF = /(?:我|本人|这里|这边)(?:是|系)([一-龥\d]{3,20})(?![一-龥\d])/g
/** 秦女士秦月华, 谢阿婆(谢招娣): the surname again behind its form of address. */
const SURNAME_TWICE =
  /([一-龥])(?:女士|先生|小姐|同志|师傅|阿[婆姨公]|大[爷妈娘伯姐哥]|奶奶|爷爷|老师|医生|老太太?|某某?)[(,:]?(?:即|本名|全名)?(?=\1)/g
/** 姓蔡名志远. */
const SURNAME_APART = /姓([一-龥]{1,2}?),?名([一-龥]{1,2})(?![一-龥])|姓([一-龥]),?名([一-龥]{2})/g
/** 因顾海洋拒绝开门: three characters that do what only a person does. */
const ACTING =
  /(?<=^|[,。;:()\s]|[因由经与对向被让给替找请和跟时后明])((?![因由经与对向被让给替找请和跟])[一-龥]{3,4}?)(?=拒绝|拒不|拒签|不在家|不肯|阻拦|阻挠|自述|自称|口述|本人|夫妇|夫妻|父[子女]|母[子女]|一家[三四五]?口|家属|的?(?:手机|身份证|银行卡|病历|户口))/g

function findTitledNames(text: string): FoldedHit[] {
  return [...text.matchAll(TITLED_PINYIN)].flatMap((match): FoldedHit[] => {
    const name = match[1] ?? ''
    const start = match.index + match[0].length - name.length
    const isName = name.split(' ').some((part) => PINYIN_SURNAMES.has(part))
    return isName ? [{ kind: 'name', start, end: start + name.length }] : []
  })
}

const ROLE = /(?<=[一-龥])[人员长者户主工师生母父子女媳婿嫂妻夫伯叔婶爷奶友童孩](?=[一-龥]{3})/g

/** Three characters, or a compound surname and two: all are those of names, and nothing but a word that follows names follows. */
function isPlainName(name: string, next: string): boolean {
  const isCompound = COMPOUND_SURNAMES.test(name)
  if (name.length !== (isCompound ? 4 : 3) || !hasSurname(name) || RARE_AS_SURNAMES.has(name[0] ?? '')) return false
  if (NOT_NAMES.test(name) || COMMON_WORDS.test(name) || PLACE.test(`${name}${next}`) || isGroup(name)) return false
  const given = [...name].slice(isCompound ? 2 : 1)
  return given.every((character) => GIVEN.has(character)) && (next === '' || NEXT_WORD.test(next))
}

/** Every name of a cell below 姓名: 张三、李四. */
function findNamesOfCell(text: string): FoldedHit[] {
  const hits: FoldedHit[] = []
  const pinyin = text.trim()
  if (readPinyin(pinyin) === pinyin)
    hits.push({ kind: 'name', start: text.indexOf(pinyin), end: text.indexOf(pinyin) + pinyin.length })
  for (const match of text.matchAll(/[一-龥·]+/g)) {
    const name = readNamed(match[0], true)
    if (name !== null && name.length === match[0].length) {
      hits.push({ kind: 'name', start: match.index, end: match.index + name.length })
    }
  }
  return hits
}

/** Parts of a name of a minority or a foreigner, joined by dots. */
const DOTTED = /^[一-龥]{1,6}(?:·[一-龥]{1,6}){1,4}/
const HAN = /^[一-龥]+/
/** A name in Pinyin: ZHANG SAN. */
const PINYIN = /^[A-Z]{2,8} [A-Z]{2,14}(?![A-Z])/

function readPinyin(text: string): string | null {
  const found = PINYIN.exec(text)?.[0]
  return found !== undefined && PINYIN_SURNAMES.has(found.slice(0, found.indexOf(' '))) ? found : null
}

/** A name behind a sign: two to four characters that begin with a surname, up to the next sign or known word. */
function readNamed(rest: string, hasColon: boolean): string | null {
  const whole = readWholeName(rest) ?? (hasColon ? readPinyin(rest) : null)
  if (whole !== null) return whole
  const run = HAN.exec(rest)?.[0] ?? ''
  if (NO_NAME.test(run)) return null
  const name = cutAtFormWord(run)
  if (name.length > 4) return readLooseName(rest)
  if (name.length === 2 && RARE_AS_SURNAMES.has(name[0] ?? '') && !isLikelyName(name, '')) return null
  return name.length >= 2 && hasSurname(name) && !isGroup(name) && !COMMON_WORDS.test(name) ? name : null
}

/** A name directly behind its cue: 户主李秀英反映. It must be made of characters of names, or end where names end. */
function readLooseName(rest: string): string | null {
  const whole = readWholeName(rest)
  if (whole !== null) return whole
  const run = HAN.exec(rest)?.[0] ?? ''
  if (NO_NAME.test(run) || NOT_NAMES.test(run) || PLACE.test(run)) return null
  for (const length of COMPOUND_SURNAMES.test(run) ? [4, 3] : [3, 2]) {
    const name = run.slice(0, length)
    if (length === 2 && RARE_AS_SURNAMES.has(name[0] ?? '')) continue
    if (name.length === length && hasSurname(name) && !isGroup(name) && isLikelyName(name, run.slice(length)))
      return name
  }
  return null
}

/** Behind 本人叫, three characters and then a sign are a name, whatever they are made of. */
function readWholeRun(rest: string): string | null {
  const run = HAN.exec(rest)?.[0] ?? ''
  const isName = run.length === 3 && hasSurname(run) && !RARE_AS_SURNAMES.has(run[0] ?? '')
  return isName && !NOT_NAMES.test(run) && !COMMON_WORDS.test(run) && !isGroup(run) ? run : null
}

/** 梅园新村, 金陵饭店: a place begins as a name does. */
const PLACE =
  /^[一-龥]{2,3}(?:新村|小区|花园|新苑|家园|苑|大道|路|街|村|社区|街道|镇|广场|公园|饭店|酒店|大厦|商场|中心|地铁|站|门|[桥河湖山江](?![要反投来称说已被多因的]|$))/

function readWholeName(rest: string): string | null {
  const dotted = DOTTED.exec(rest)?.[0]
  if (dotted !== undefined) return dotted
  const minority = MINORITY_NAMES.exec(HAN.exec(rest)?.[0] ?? '')?.[0]
  return minority !== undefined && minority.length >= 3 ? minority : null
}

function isLikelyName(name: string, next: string): boolean {
  const given = [...name].slice(COMPOUND_SURNAMES.test(name) ? 2 : 1)
  const areGiven = given.every((character) => GIVEN.has(character))
  const isAtEnd = next === '' || NEXT_WORD.test(next)
  // A compound surname says enough: 司徒, 上官.
  if (!areGiven) return COMPOUND_SURNAMES.test(name) && isAtEnd
  if (next === '' || NEXT_WORD.test(next))
    return given.length === 2 || !RARE_AS_SURNAMES.has(name[0] ?? '') || next === ''
  return given.length === 2 && !RARE_AS_SURNAMES.has(name[0] ?? '') && !COMMON_WORDS.test(name)
}

function hasSurname(name: string): boolean {
  return (COMPOUND_SURNAMES.test(name) && name.length >= 3) || SURNAMES.has(name[0] ?? '')
}

/** 张某, 李先生, 王女士: nobody knows who is meant. */
const MASKED = /[某*]|先生|女士|同志$|师傅$|大爷$|大妈$|阿姨$|奶奶$|爷爷$/
const ORGANISATION =
  /(?:公司|集团|中心|委员|街道|社区|村委|小区|大队|派出|医院|学校|部|局|处|科|所|办|站|厂|店|行|院|队|组|区|市|县|镇|乡|村|路|室|户|等|人|员|方)$/

function isGroup(name: string): boolean {
  if (MASKED.test(name) || (ORGANISATION.test(name) && name.length >= 3)) return true
  return /^.[区市县镇乡村路局处科所办站厂店行院队组等]$/.test(name)
}

function cutAtFormWord(run: string): string {
  for (let length = 2; length <= Math.min(4, run.length); length += 1) {
    if (FORM_WORD.test(run.slice(length))) return run.slice(0, length)
  }
  return run
}
